import MapSource

/// One thing that happens.
public struct ScenarioStep: Sendable {
  public let action: ScenarioAction
  /// Words of the sentence with which it must be refused; nil for a step that must do.
  public let fails: String?
  public let span: Span

  public init(_ action: ScenarioAction, fails: String? = nil, at span: Span) {
    self.action = action
    self.fails = fails
    self.span = span
  }
}
