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
    var firsts: [Value: EffectiveValueMap.Pair] = [:]
    for pair in values.toBC {
      guard let first = firsts[pair.source] else {
        firsts[pair.source] = pair
        continue
      }
      guard first.target != pair.target else { continue }
      findings.append(finding(first, pair, bcField, salesField))
    }
    if case .value = values.otherwise {
      findings.append(otherwise(values, bcField, salesField))
    }
  }

  private static func finding(
    _ first: EffectiveValueMap.Pair, _ second: EffectiveValueMap.Pair, _ bc: Field,
    _ sales: Field
  ) -> Finding {
    let value = ValueNames.written(second.source, of: sales)
    let one = ValueNames.written(first.target, of: bc)
    let other = ValueNames.written(second.target, of: bc)
    return Finding(
      "option-not-invertible",
      "'\(value)' of '\(sales.name.value)' stands for both '\(one)' and '\(other)' of "
        + "'\(bc.name.value)'",
      at: second.span, label: "read as '\(one)'",
      notes: [Finding.Note("it stands for '\(one)' here", at: first.span)],
      help: "give each its own value, or name one `direction`",
      example: ExampleRecords(
        direction: .toSales, source: [(bc.name.value, other)],
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
