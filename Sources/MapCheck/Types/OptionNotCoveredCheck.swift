import MapLanguage
import MapRuntime
import MapSource

/// `option-not-covered`: a value arrives that no one said what becomes of.
enum OptionNotCoveredCheck {
  static let check = FlowCheck { flow, scope, findings in
    guard flow.map.routes.isEmpty, flow.map.values?.otherwise == nil else { return }
    guard let values = flow.map.values else {
      sameNames(flow, scope, &findings)
      return
    }
    guard case .field(let place) = flow.source else {
      related(flow, values, scope, &findings)
      return
    }
    let source = scope.field(place, flow.direction.source)
    let arriving = SourceValues(of: place, flow.direction, scope)
    let named = Set(values.pairs(flow.direction).map(\.source))
    guard let known = arriving.known else {
      findings.append(endless(flow, values.span, source, scope))
      return
    }
    let missing = known.filter { !named.contains($0) }
    if !missing.isEmpty {
      findings.append(finding(missing, flow, values.span, source, scope))
    } else if arriving.isOpen {
      findings.append(open(flow, values.span, source, scope))
    }
  }

  /// One list that lacks values of either side is one mistake: the way back is a note of it.
  static func bothWays(_ found: [Finding]) -> Finding {
    var finding = found[0]
    finding.notes += found.dropFirst().map {
      Finding.Note("the other way, \($0.message)", at: $0.span == finding.span ? nil : $0.span)
    }
    finding.help = help
    return finding
  }

  private static let help = "name them in `values`, or say `otherwise: keep`, `refuse` or a value"

  /// Without a values list, options are taken over by name.
  private static func sameNames(
    _ flow: FieldFlow, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    guard flow.targetType == .option, case .field(let place) = flow.source,
      scope.type(place, flow.direction.source) == .option
    else { return }
    let source = scope.field(place, flow.direction.source)
    let target = scope.target(of: flow)
    let arriving = SourceValues(of: place, flow.direction, scope)
    let missing = (arriving.known ?? []).filter { value in
      target.option(ValueNames.written(value, of: source)) == nil
    }
    guard missing.isEmpty else {
      findings.append(finding(missing, flow, flow.sourceSpan, source, scope))
      return
    }
    if arriving.isOpen { findings.append(open(flow, flow.sourceSpan, source, scope)) }
  }

  private static func finding(
    _ missing: [Value], _ flow: FieldFlow, _ span: Span, _ source: Field, _ scope: FlowScope
  ) -> Finding {
    let target = scope.target(of: flow)
    let names = missing.map { ValueNames.written($0, of: source) }
    return Finding(
      "option-not-covered",
      "\(ValueNames.list(names)) of '\(source.name.value)' "
        + "\(names.count == 1 ? "has" : "have") no value in '\(target.name.value)'",
      at: span, label: "names nothing for \(names.count == 1 ? "it" : "them")",
      notes: [FlowScope.note(on: source), FlowScope.note(on: target)],
      help: names.count == 1
        ? "name it in `values`, or say `otherwise: keep`, `refuse` or a value" : help,
      example: ExampleRecords(
        direction: flow.direction, source: [(source.name.value, names[0])], target: []))
  }

  private static func open(
    _ flow: FieldFlow, _ span: Span, _ source: Field, _ scope: FlowScope
  ) -> Finding {
    Finding(
      "option-not-covered",
      "values that are added to '\(source.name.value)' have no value in "
        + "'\(scope.target(of: flow).name.value)'",
      at: span, notes: [Finding.Note("its options are open", at: source.span)],
      help: "say what they do: `otherwise: keep`, `refuse` or a value")
  }

  private static func endless(
    _ flow: FieldFlow, _ span: Span, _ source: Field, _ scope: FlowScope
  ) -> Finding {
    Finding(
      "option-not-covered",
      "other values of '\(source.name.value)' have no value in "
        + "'\(scope.target(of: flow).name.value)'",
      at: span, label: "names some of them", notes: [FlowScope.note(on: source)],
      help: "say what they do: `otherwise: keep`, `refuse` or a value")
  }

  /// A related record has no filter.
  private static func related(
    _ flow: FieldFlow, _ values: EffectiveValueMap, _ scope: FlowScope,
    _ findings: inout [Finding]
  ) {
    guard case .related(let record, let place) = flow.source else { return }
    let source = scope.related(record, place).field
    guard case .option = source.type.value else { return }
    let named = Set(values.pairs(flow.direction).map(\.source))
    let missing = source.options.map { Value.option(OptionValue($0.value)) }
      .filter { !named.contains($0) }
    if !missing.isEmpty { findings.append(finding(missing, flow, values.span, source, scope)) }
  }
}
