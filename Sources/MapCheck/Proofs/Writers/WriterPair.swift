import MapLanguage
import MapRuntime
import MapSource

/// Two mappings that write into one table in one direction.
struct WriterPair {
  let one: WrittenRecords
  let other: WrittenRecords

  private var context: CheckContext { one.context }
  private var direction: Direction { one.direction }
  var sourceTable: Table { context.table(one.mapping, direction.source) }
  var targetTable: Table { context.table(one.mapping, direction.target) }

  /// Mappings of the same two tables share their couplings.
  var haveSameSource: Bool {
    one.mapping.table(direction.source) == other.mapping.table(direction.source)
  }

  /// The pairs of a mapping with those before it, so that each pair comes up once.
  static func all(of mapping: EffectiveMapping, _ context: CheckContext) -> [WriterPair] {
    guard isKnown(mapping, context) else { return [] }
    return mapping.direction.directions.flatMap { direction -> [WriterPair] in
      let own = WrittenRecords(mapping: mapping, direction: direction, context: context)
      let target = mapping.table(direction.target)
      let places = context.resolved.sharing[target] ?? []
      guard places.count > 1, own.isWriting else { return [] }
      return places.prefix { $0 < mapping.place }.compactMap { place in
        guard let earlier = context.mapping(place), earlier.table(direction.target) == target,
          isKnown(earlier, context), !areApart(mapping, earlier, direction)
        else { return nil }
        let records = WrittenRecords(mapping: earlier, direction: direction, context: context)
        return records.isWriting ? WriterPair(one: own, other: records) : nil
      }
    }
  }

  /// Whether what a mapping writes is as its author wants it.
  private static func isKnown(_ mapping: EffectiveMapping, _ context: CheckContext) -> Bool {
    guard mapping.knows([.create, .direction, .fields, .filter, .parent, .states, .templates])
    else { return false }
    let parent = mapping.parent.flatMap { context.mapping($0) }
    return [mapping, parent].compactMap { $0 }.allSatisfy { mapping in
      Side.allCases.allSatisfy { context.table(mapping, $0).isComplete }
    }
  }

  /// Records that both write: the target, and the source where the tables are the same.
  ///
  /// A mapping that writes constants makes records with just these, so one that either made is
  /// tested against both filters.
  var sharedRecords: (source: [Int: Value], target: [Int: Value])? {
    if one.mapping.filter(direction.target).asksForOther(
      than: other.mapping.filter(direction.target))
    {
      return nil
    }
    if LineParents.areDifferent(one.mapping, other.mapping, context) { return nil }
    guard let source = sharedSource else { return nil }
    let rules: Set<StateRule> = [.takeIn, .update]
    let filters =
      one.conditions(direction.target, states: rules)
      + other.conditions(direction.target, states: rules)
    for made in [one, other] {
      let found = Satisfiability(of: filters + made.constants, in: targetTable)
      if let target = found.witness { return (source, target) }
    }
    return nil
  }

  /// What keeps most mappings on one table apart, seen without looking further: their filters ask
  /// for different values of one field of the source, or they are lines of different mappings'
  /// headers.
  private static func areApart(
    _ one: EffectiveMapping, _ other: EffectiveMapping, _ direction: Direction
  ) -> Bool {
    if let parent = one.parent, let second = other.parent, parent != second { return true }
    let source = direction.source
    return one.table(source) == other.table(source)
      && one.filter(source).asksForOther(than: other.filter(source))
  }

  private var sharedSource: [Int: Value]? {
    let rules: Set<StateRule> = [.takeIn, .update]
    let first = one.conditions(direction.source, states: rules)
    let second = other.conditions(direction.source, states: rules)
    if haveSameSource { return Satisfiability(of: first + second, in: sourceTable).witness }
    let table = context.table(other.mapping, direction.source)
    let isPossible =
      !Satisfiability(of: first, in: sourceTable).isNever
      && !Satisfiability(of: second, in: table).isNever
    return isPossible ? [:] : nil
  }

  /// A record from which both create in the target's table. The filters of the target are not
  /// asked: there is nothing yet that they could look at.
  var sharedCreation: [Int: Value]? {
    guard haveSameSource else { return nil }
    var conditions: [EffectiveCondition] = []
    for records in [one, other] {
      guard let create = records.mapping.create[direction], create.when?.related.isEmpty ?? true
      else { return nil }
      conditions += records.conditions(direction.source, states: [.takeIn])
      let when = direction.source == .bc ? create.when?.bc : create.when?.sales
      if let when { conditions.append(when) }
    }
    if LineParents.areDifferent(one.mapping, other.mapping, context) { return nil }
    return Satisfiability(of: conditions, in: sourceTable).witness
  }
}
