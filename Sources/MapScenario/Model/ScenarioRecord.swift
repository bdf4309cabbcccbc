import MapRuntime
import MapSource

/// A record that a scenario states, by its table and the fields that matter.
public struct ScenarioRecord: Sendable {
  /// Its `$id`, or its `$new` in `then`; nil for one that nothing refers to.
  public let name: String?
  /// True for one that must be new.
  public let isNew: Bool
  public let side: Side
  public let table: String
  public let fields: [ScenarioField]
  public let span: Span

  public init(
    _ name: String?, isNew: Bool = false, side: Side, table: String, fields: [ScenarioField],
    at span: Span
  ) {
    self.name = name
    self.isNew = isNew
    self.side = side
    self.table = table
    self.fields = fields
    self.span = span
  }
}
