import MapLanguage
import MapRuntime
import MapSource

/// `option-not-invertible`: two values are written as one, so that reading it tells neither.
enum OptionNotInvertibleCheck {
  static func find(
    _ map: EffectiveFieldMap, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    guard map.isTwoWay, let values = map.values, let bc = map.bc, let sales = map.sales
    else { return }
    let bcField = scope.field(bc, .bc)
    let salesField = scope.field(sales, .sales)
    var places: [Value: Int] = [:]
    var groups: [[EffectiveValueMap.Pair]] = []
    for pair in values.toBC {
      guard let place = places[pair.source] else {
        places[pair.source] = groups.count
        groups.append([pair])
        continue
      }
      if !groups[place].contains(where: { $0.target == pair.target }) { groups[place].append(pair) }
    }
    for group in groups where group.count > 1 {
      findings.append(finding(group, bcField, salesField))
    }
    if case .value = values.otherwise {
      findings.append(otherwise(values, bcField, salesField))
    }
  }

  /// - Parameter group: pairs of one Sales value, in the order of the file.
  private static func finding(
    _ group: [EffectiveValueMap.Pair], _ bc: Field, _ sales: Field
  ) -> Finding {
    let value = ValueNames.written(group[0].source, of: sales)
    let names = group.map { ValueNames.written($0.target, of: bc) }
    return Finding(
      "option-not-invertible",
      "'\(value)' of '\(sales.name.value)' stands for \(ValueNames.list(names)) of "
        + "'\(bc.name.value)'",
      at: group[1].span, label: "read as '\(names[0])'",
      notes: [Finding.Note("it stands for '\(names[0])' here", at: group[0].span)],
      help: "give each its own value, or name one `direction`",
      example: ExampleRecords(
        direction: .toSales, source: [(bc.name.value, names[1])],
        target: [(sales.name.value, value)]))
  }

  private static func otherwise(
    _ values: EffectiveValueMap, _ bc: Field, _ sales: Field
  ) -> Finding {
    Finding(
      "option-not-invertible",
      "'otherwise' writes one value for many, so '\(bc.name.value)' and '\(sales.name.value)' "
        + "cannot be mapped both ways",
      at: values.span,
      help: "say `otherwise: keep` or `refuse`, or write a field map for each direction")
  }
}
