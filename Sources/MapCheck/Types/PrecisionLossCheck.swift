import MapLanguage
import MapRuntime
import MapSource

/// `precision-loss`: a number may have more places than its target, and nobody said what then.
enum PrecisionLossCheck {
  static let check = FlowCheck { flow, scope, findings in
    guard flow.map.tooPrecise == nil, flow.map.routes.isEmpty, scope.mapping.knows(.defaults),
      let places = FlowTyping.places(of: flow.targetType)
    else { return }
    for (value, span) in flow.literals where digits(of: value) > places {
      findings.append(literal(value, span, places, flow, scope))
    }
    guard flow.map.values == nil else { return }
    var worst: (leaf: EffectiveSource, places: Int)?
    flow.eachLeaf { leaf in
      guard case .type(let type) = FlowTyping.type(of: leaf, in: flow, scope),
        case .success(.type(let arriving)) = FlowTyping.arriving(type, flow.transforms),
        let own = FlowTyping.places(of: arriving), own > max(places, worst?.places ?? 0)
      else { return }
      worst = (leaf, own)
    }
    if let worst { findings.append(finding(worst.leaf, worst.places, places, flow, scope)) }
  }

  private static func finding(
    _ leaf: EffectiveSource, _ own: Int, _ places: Int, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Finding {
    let target = scope.target(of: flow)
    return Finding(
      "precision-loss",
      "\(scope.title(of: leaf, in: flow)) can have \(own) decimal places, "
        + "'\(target.name.value)' holds \(places == 0 ? "whole numbers" : String(places))",
      at: flow.targetSpan, label: FieldTypeName.written(flow.targetType),
      notes: scope.note(on: leaf, in: flow) + [FlowScope.note(on: target)],
      help: "say `too-precise: round` or `refuse`", example: example(leaf, places, flow, scope))
  }

  /// A number with all the places of its field, and what rounding leaves.
  private static func example(
    _ leaf: EffectiveSource, _ places: Int, _ flow: FieldFlow, _ scope: FlowScope
  ) -> ExampleRecords? {
    guard case .field(let place) = leaf else { return nil }
    let field = scope.field(place, flow.direction.source)
    guard let own = FlowTyping.places(of: field.type.value) else { return nil }
    // 1.2345678912, as far as the field goes.
    let whole = DecimalValue(units: 12_345_678_912)
    guard let number = try? whole.rounded(toPlaces: own, mode: .down) else { return nil }
    var value = Value.decimal(number)
    for step in flow.transforms {
      guard let next = try? step.apply(value) else { return nil }
      value = next
    }
    guard case .decimal(let arriving) = value, arriving.places > places,
      let rounded = try? arriving.rounded(toPlaces: places)
    else { return nil }
    return ExampleRecords(
      direction: flow.direction, source: [(field.name.value, number.description)],
      target: [(scope.target(of: flow).name.value, rounded.description)])
  }

  private static func digits(of value: Value) -> Int {
    if case .decimal(let number) = value { number.places } else { 0 }
  }

  private static func literal(
    _ value: Value, _ span: Span, _ places: Int, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Finding {
    let target = scope.target(of: flow)
    return Finding(
      "precision-loss",
      "'\(value)' has more decimal places than '\(target.name.value)', which holds \(places)",
      at: span, notes: [FlowScope.note(on: target)],
      help: "write a rounder number, or say `too-precise: round` or `refuse`")
  }
}

extension FieldFlow {
  /// The values that its author wrote down, each with its place.
  var literals: [(Value, Span)] {
    var literals: [(Value, Span)] = []
    if case .constant(.value(let value)) = source { literals.append((value, map.span)) }
    if case .useValue(.value(let value)) = map.empty {
      literals.append((value, map.origin.empty?.span ?? map.span))
    }
    if let values = map.values {
      literals += values.pairs(direction).map { ($0.target, $0.span) }
    }
    return literals
  }
}
