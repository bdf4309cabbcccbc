import MapRuntime

/// A source record that a run may take up again.
public struct DueRecord: Hashable, Sendable {
  public let id: Guid
  /// What it waits for; nil where it waits for nothing known, so that it is tried.
  public let missing: Entry.Missing?
  /// The field map that waits, as its entry names it.
  public let rule: String?

  public init(_ id: Guid, missing: Entry.Missing? = nil, rule: String? = nil) {
    self.id = id
    self.missing = missing
    self.rule = rule
  }
}
