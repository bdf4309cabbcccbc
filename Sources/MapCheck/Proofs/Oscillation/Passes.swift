import MapLanguage
import MapRuntime

/// Runs of a mapping over one coupled pair of records, of the field maps of one interplay.
struct Passes {
  let interplay: Interplay
  let mapping: EffectiveMapping
  let context: CheckContext

  /// A value that a run wrote.
  struct Write {
    let map: EffectiveFieldMap
    let direction: Direction
    let field: Int
    let value: Value
  }

  /// What a simulation came to.
  struct Sequence {
    let start: SimulatedPair
    /// Everything that was written in one run each way, and the first change after these.
    let writes: [Write]
  }

  /// The runs until something changes that should have settled; nil if nothing does, or if only a
  /// real run knows. A run goes to Sales first (R D-19).
  func restless(from start: SimulatedPair) -> Sequence? {
    var couplings = SimulatedCouplings()
    var pair = start
    var writes: [Write] = []
    for round in 0..<2 {
      for direction in [Direction.toSales, .toBC] {
        guard let pass = run(direction, pair, &couplings) else { return nil }
        for write in pass {
          let stored = pair[direction.target, write.field]
          let type = context.field(write.field, of: mapping, direction.target).type.value
          if let stored, Comparison.same(stored, write.value, as: type) { continue }
          writes.append(write)
          if round == 1 { return Sequence(start: start, writes: writes) }
          pair[direction.target, write.field] = write.value
        }
      }
    }
    return nil
  }

  /// What a run writes; nothing where the source is outside its filter, nil where only a real run
  /// knows.
  private func run(
    _ direction: Direction, _ pair: SimulatedPair, _ couplings: inout SimulatedCouplings
  ) -> [Write]? {
    if mapping.outsideFilter == .skip {
      let inside = Satisfiability(
        of: [mapping.filter(direction.source)], in: context.table(mapping, direction.source),
        given: pair.record(direction.source))
      if inside.isNever { return [] }
      guard inside.witness != nil else { return nil }
    }
    var writes: [Write] = []
    for map in interplay.maps where map.includes(direction) && map.onlyOn != .create {
      guard let target = map.field(direction.target),
        isWritable(target, direction.target)
      else { continue }
      let simulation = FieldSimulation(map: map, mapping: mapping, context: context)
      switch simulation.outcome(direction, from: pair, &couplings) {
      case .keep: break
      case .unknown: return nil
      case .write(let value):
        writes.append(Write(map: map, direction: direction, field: target, value: value))
      }
    }
    return writes
  }

  private func isWritable(_ field: Int, _ side: Side) -> Bool {
    switch context.field(field, of: mapping, side).access {
    case .readWrite, .update: true
    case .read, .create: false
    }
  }
}
