import MapLanguage
import MapRuntime
import MapSource

/// `not-invertible`: a two-way field map changes values in a way that has no way back, or in two
/// ways that never come to rest.
enum NotInvertibleCheck {
  static func find(
    _ map: EffectiveFieldMap, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    guard map.isTwoWay, map.values == nil, map.routes.isEmpty,
      let chain = map.origin.transform, let bc = map.bc, let sales = map.sales
    else { return }
    if chain.isBothWays {
      let round = RoundTrip(map, bc: scope.field(bc, .bc), sales: scope.field(sales, .sales))
      if let trip = round.restless() { findings.append(restless(trip, chain.span, round)) }
    } else if let place = stepWithoutWayBack(map, from: scope.type(bc, .bc)) {
      findings.append(noWayBack(place, map, scope.field(bc, .bc), scope.field(sales, .sales)))
    }
  }

  /// The place of the first step that cannot be undone for the values that it gets.
  static func stepWithoutWayBack(_ map: EffectiveFieldMap, from type: FieldType) -> Int? {
    var type = type
    for (place, step) in map.toSales.enumerated() {
      if case .impossible = step.undo(from: type) { return place }
      type = step.accepts(type) ?? type
    }
    return nil
  }

  private static func noWayBack(
    _ place: Int, _ map: EffectiveFieldMap, _ bc: Field, _ sales: Field
  ) -> Finding {
    let calls = map.origin.transform?.toSales ?? []
    let call = calls.count == map.toSales.count ? calls[place] : nil
    let name = call?.name.value ?? "transform"
    return Finding(
      "not-invertible",
      "'\(name)' has no way back from '\(sales.name.value)' to '\(bc.name.value)'",
      at: call?.name.span ?? map.span, label: "cannot be undone",
      help: "write both ways: `transform: { to-sales: […], to-bc: […] }`, or name one `direction`",
      example: RoundTrip(map, bc: bc, sales: sales).lossy())
  }

  private static func restless(_ trip: [Value], _ span: Span, _ round: RoundTrip) -> Finding {
    let steps = trip.map { "'\($0)'" }.joined(separator: " → ")
    return Finding(
      "not-invertible",
      "the two ways of 'transform' never come to rest between '\(round.bc.name.value)' and "
        + "'\(round.sales.name.value)'",
      at: span, label: "each way changes it again", notes: [Finding.Note("it goes \(steps)")],
      help: "let each way undo the other, or name one `direction`", example: round.example(trip))
  }
}
