import MapLanguage
import MapRuntime
import MapSource

/// `empty-into-required`: an empty source would clear a field that must not be empty.
enum EmptyIntoRequiredCheck {
  static let check = FlowCheck { flow, scope, findings in
    let target = scope.target(of: flow)
    guard target.isRequired, scope.mapping.knows(.defaults), FieldAccess.refusal(of: target) == nil
    else { return }
    // On creation a default takes the place of what nobody writes.
    let isOnCreationOnly = flow.map.onlyOn == .create || target.access == .create
    if isOnCreationOnly, target.default != nil { return }
    guard let culprit = culprit(flow, scope) else { return }
    findings.append(
      Finding(
        "empty-into-required",
        "\(culprit) may be empty, and '\(target.name.value)' is required", at: flow.sourceSpan,
        label: "an empty one would clear '\(target.name.value)'",
        notes: [Finding.Note("it is required here", at: target.span)],
        help: help(flow)))
  }

  /// What may be empty and then clears; nil if nothing does.
  private static func culprit(_ flow: FieldFlow, _ scope: FlowScope) -> String? {
    guard EmptySource.mayBeEmpty(flow.source, flow.direction, scope) else { return nil }
    switch flow.map.empty {
    case .keep, .refuse: return nil
    case .useValue(let operand):
      return operand == .value(.empty) ? "what 'empty' uses" : nil
    case .useField(let place):
      guard EmptySource.mayBeEmpty(place, flow.direction, scope) else { return nil }
      return "'\(scope.field(place, flow.direction.source).name.value)'"
    case .clear:
      return isTranslated(flow, scope) ? nil : scope.title(of: flow.source, in: flow)
    }
  }

  /// `empty-means` gives an empty reference a record; where it is not known, it may.
  private static func isTranslated(_ flow: FieldFlow, _ scope: FlowScope) -> Bool {
    flow.direction == .toSales
      && flow.map.routes.contains { route in
        guard let mapping = scope.context.mapping(route.mapping) else { return false }
        return mapping.origin.emptyMeans != nil || !mapping.knows(.emptyMeans)
      }
  }

  private static func help(_ flow: FieldFlow) -> String {
    let answer = "say `empty: refuse`, `keep` or `{ use: … }`"
    guard case .field = flow.source else { return answer }
    return answer + ", or let the filter ask for `not empty`"
  }
}
