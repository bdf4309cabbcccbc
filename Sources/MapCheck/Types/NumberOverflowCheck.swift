import MapLanguage
import MapRuntime
import MapSource

/// `number-overflow`: a number may be larger than its target holds, and nobody said what then. Only whole
/// numbers have limits that both systems share; a decimal holds whatever the other one does.
enum NumberOverflowCheck {
  static let check = FlowCheck { flow, scope, findings in
    guard flow.map.routes.isEmpty, NumberBound(flow.targetType) != nil else { return }
    let target = scope.target(of: flow)
    for (value, span) in flow.literals {
      if let finding = find(value, in: target, at: span) { findings.append(finding) }
    }
    guard flow.map.tooLarge == nil, flow.map.values == nil, scope.mapping.knows(.defaults) else {
      return
    }
    var found: Finding?
    flow.eachLeaf { leaf in
      if found == nil { found = find(leaf, flow, scope) }
    }
    if let found { findings.append(found) }
  }

  /// A number that is written down.
  static func find(
    _ value: Value, in field: Field, at span: Span, notes: [Finding.Note]? = nil
  ) -> Finding? {
    guard let holds = NumberBound(field.type.value) else { return nil }
    let units: Int128
    switch value {
    case .integer, .decimal: units = NumberBound.units(value)
    default: return nil
    }
    guard units < holds.smallest || units > holds.largest else { return nil }
    return Finding(
      "number-overflow",
      "'\(value)' is out of what '\(field.name.value)' holds: \(text(of: holds))",
      at: span, notes: notes ?? [FlowScope.note(on: field)], help: "write a number that it holds")
  }

  private static func find(
    _ leaf: EffectiveSource, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Finding? {
    // A number that is written down was looked at.
    if case .constant(.value) = leaf { return nil }
    guard let holds = NumberBound(flow.targetType),
      case .type(let type) = FlowTyping.type(of: leaf, in: flow, scope),
      case .success(.type(let arriving)) = FlowTyping.arriving(type, flow.transforms),
      let places = FlowTyping.places(of: arriving),
      // That it may have a fraction is the first question.
      places == 0 || flow.map.tooPrecise != nil
    else { return nil }
    var bound = NumberBound(type)
    if case .field(let place) = leaf {
      bound = NumberBound(of: place, on: flow.direction.source, scope)
    }
    for step in flow.transforms { bound = bound?.after(step) }
    if let bound, bound.fits(in: holds) { return nil }
    let target = scope.target(of: flow)
    let reach = bound.map { text(of: $0) } ?? "any number"
    return Finding(
      "number-overflow",
      "\(scope.title(of: leaf, in: flow)) can \(flow.transforms.isEmpty ? "be" : "become") \(reach), "
        + "'\(target.name.value)' holds \(text(of: holds))",
      at: flow.targetSpan, label: FieldTypeName.written(flow.targetType),
      notes: scope.note(on: leaf, in: flow) + [FlowScope.note(on: target)],
      help: "say `too-large: refuse`, "
        + (scope.mapping.outsideFilter == .skip ? "limit it in the filter, " : "")
        + "or map it to a field that holds it")
  }

  private static func text(of bound: NumberBound) -> String {
    "\(DecimalValue(units: bound.smallest)) to \(DecimalValue(units: bound.largest))"
  }
}
