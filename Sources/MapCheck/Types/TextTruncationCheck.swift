import MapLanguage
import MapRuntime
import MapSource

/// `text-truncation`: a text may be longer than its target, and nobody said what then.
enum TextTruncationCheck {
  static let check = FlowCheck { flow, scope, findings in
    guard flow.map.tooLong[flow.direction] == nil, scope.mapping.knows(.defaults),
      let limit = FlowTyping.limit(of: flow.targetType), let limit
    else { return }
    literals(flow, limit, scope, &findings)
    if !flow.map.routes.isEmpty {
      references(flow, limit, scope, &findings)
    } else if flow.map.values == nil {
      sources(flow, limit, scope, &findings)
    }
  }

  private static let help = "say `too-long: cut`, `refuse` or `keep`"

  /// The longest source decides; one finding a flow.
  private static func sources(
    _ flow: FieldFlow, _ limit: Int, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    var worst: (leaf: EffectiveSource, bound: TextBound)?
    flow.eachLeaf { leaf in
      guard let bound = TextBound.of(leaf, in: flow, scope), exceeds(bound, limit) else { return }
      if case .atMost(let length) = bound, let found = worst?.bound {
        guard case .atMost(let known) = found, known < length else { return }
      }
      worst = (leaf, bound)
    }
    if let worst { findings.append(finding(worst.leaf, worst.bound, flow, limit, scope)) }
    guard case .useField(let place) = flow.map.empty, worst == nil,
      let bound = TextBound.of(.field(place), in: flow, scope), exceeds(bound, limit)
    else { return }
    findings.append(finding(.field(place), bound, flow, limit, scope))
  }

  private static func exceeds(_ bound: TextBound, _ limit: Int) -> Bool {
    switch bound {
    case .atMost(let length): length > limit
    case .unlimited: true
    // A warning of its own says so, once a table.
    case .untold: false
    }
  }

  private static func finding(
    _ leaf: EffectiveSource, _ bound: TextBound, _ flow: FieldFlow, _ limit: Int,
    _ scope: FlowScope
  ) -> Finding {
    let target = scope.target(of: flow)
    let reach =
      switch bound {
      case .atMost(let length): "up to \(length) characters"
      case .unlimited, .untold: "any number of characters"
      }
    let verb = flow.transforms.isEmpty ? "have" : "become"
    return Finding(
      "text-truncation",
      "\(scope.title(of: leaf, in: flow)) can \(verb) \(reach), '\(target.name.value)' holds \(limit)",
      at: flow.targetSpan, label: "holds \(TextLength.shown(limit))",
      notes: scope.note(on: leaf, in: flow) + [FlowScope.note(on: target)], help: help,
      example: TextSample.example(leaf, flow, limit, scope))
  }

  /// Towards BC, a reference becomes the coupled record's key.
  private static func references(
    _ flow: FieldFlow, _ limit: Int, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    guard flow.direction == .toBC else { return }
    for route in flow.map.routes {
      guard let mapping = scope.context.mapping(route.mapping) else { continue }
      let table = scope.context.table(mapping, .bc)
      guard let name = table.key.last?.value, let key = table[name],
        let length = FlowTyping.limit(of: key.type.value), let length, length > limit
      else { continue }
      let target = scope.target(of: flow)
      findings.append(
        Finding(
          "text-truncation",
          "'\(key.name.value)' of '\(table.name.value)' can have up to \(length) characters, "
            + "'\(target.name.value)' holds \(limit)",
          at: flow.targetSpan, label: "holds \(TextLength.shown(limit))",
          notes: [FlowScope.note(on: key), FlowScope.note(on: target)], help: help))
      return
    }
  }

  /// Texts that the author wrote down.
  private static func literals(
    _ flow: FieldFlow, _ limit: Int, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    if let values = flow.map.values {
      for pair in values.pairs(flow.direction) {
        literal(pair.target, pair.span, flow, limit, scope, &findings)
      }
      if case .value(.value(let value)) = values.otherwise {
        literal(value, values.span, flow, limit, scope, &findings)
      }
    }
    if case .useValue(.value(let value)) = flow.map.empty {
      let span = flow.map.origin.empty?.span ?? flow.targetSpan
      literal(value, span, flow, limit, scope, &findings)
    }
  }

  private static func literal(
    _ value: Value, _ span: Span, _ flow: FieldFlow, _ limit: Int, _ scope: FlowScope,
    _ findings: inout [Finding]
  ) {
    guard let text = TextBound.arriving(value, flow.transforms),
      !TextLength.fits(text, in: limit)
    else { return }
    let target = scope.target(of: flow)
    findings.append(
      Finding(
        "text-truncation",
        "'\(text)' has \(TextLength.of(text)) characters, '\(target.name.value)' holds \(limit)",
        at: span, notes: [FlowScope.note(on: target)], help: "write a shorter value, or " + help))
  }
}
