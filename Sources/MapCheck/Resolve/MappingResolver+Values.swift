import MapLanguage
import MapRuntime
import MapSource

/// Value maps and transforms.
extension MappingResolver {
  mutating func values(
    _ map: ValueMap, of field: FieldMap, _ ends: FieldEnds, _ source: EffectiveSource?
  ) -> EffectiveValueMap {
    var toSales: [EffectiveValueMap.Pair] = []
    var toBC: [EffectiveValueMap.Pair] = []
    // The keys are values of the source; of a two-way map, that is the BC side.
    let isToBC = isToBCOnly(field)
    for pair in map.pairs {
      guard let key = value(pair.source, on: isToBC ? .sales : .bc, ends, source) else { continue }
      for (place, target) in pair.targets.enumerated() {
        guard let partner = value(target, on: isToBC ? .bc : .sales, ends, source) else { continue }
        let isWritten = place == 0
        if isToBC {
          if isWritten { toBC.append(.init(source: key, target: partner, span: pair.source.span)) }
          toSales.append(.init(source: partner, target: key, span: target.span))
        } else {
          if isWritten {
            toSales.append(.init(source: key, target: partner, span: pair.source.span))
          }
          toBC.append(.init(source: partner, target: key, span: target.span))
        }
      }
    }
    var otherwise: EffectiveValueMap.Otherwise?
    switch map.otherwise?.value {
    case nil: break
    case .keep: otherwise = .keep
    case .refuse: otherwise = .refuse
    case .value(let literal):
      let direction = directions(ofValues: field)
      if let place = ends.place(direction.target),
        let operand = operand(literal, for: place, in: table(direction.target))
      {
        otherwise = .value(operand)
      }
    }
    return EffectiveValueMap(toSales: toSales, toBC: toBC, otherwise: otherwise, span: map.span)
  }

  private func isToBCOnly(_ field: FieldMap) -> Bool {
    let own = field.direction?.value ?? direction
    if own == .toBC { return true }
    let permitted = direction.directions.filter(own.includes)
    return permitted == [.toBC] || field.sales == nil && field.source != nil
  }

  private func directions(ofValues field: FieldMap) -> Direction {
    let own = field.direction?.value ?? direction
    return direction.directions.first(where: own.includes) ?? .toSales
  }

  /// A value of a value map, read as the field at that end, or as that of the source.
  private mutating func value(
    _ literal: Located<Literal>, on side: Side, _ ends: FieldEnds, _ source: EffectiveSource?
  ) -> Value? {
    var place = ends.place(side)
    var owner = table(side)
    if place == nil, case .related(let record, let field) = source {
      place = field
      owner = related[record].table
    }
    guard let place else {
      if case .text(let text) = literal.value { return .of(text: text) }
      return .empty
    }
    guard case .value(let value) = operand(literal, for: place, in: owner) else { return nil }
    return value
  }

  /// The steps of each direction; what cannot be undone is left out, and found by a later pass.
  mutating func transforms(
    of field: FieldMap, _ directions: [Direction]
  ) -> (toSales: [Transform], toBC: [Transform]) {
    guard let chain = field.transform else { return ([], []) }
    let toSales = chain.toSales.compactMap { transform($0) }
    if chain.isBothWays { return (toSales, chain.toBC.compactMap { transform($0) }) }
    if directions == [.toBC] { return ([], toSales) }
    guard directions.contains(.toBC) else { return (toSales, []) }
    var type =
      field.bc.flatMap { names.catalogue[bcTable][$0.value]?.type.value } ?? .text(length: nil)
    var back: [Transform] = []
    for step in toSales {
      if case .exact(let inverse) = step.undo(from: type) { back.insert(inverse, at: 0) }
      type = step.accepts(type) ?? type
    }
    return (toSales, back)
  }

  private mutating func transform(_ call: TransformCall) -> Transform? {
    switch TransformReader.read(call) {
    case .success(let transform): return transform
    case .failure(let problem):
      findings.append(problem.finding)
      return nil
    }
  }
}
