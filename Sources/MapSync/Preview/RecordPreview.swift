import MapRuntime

/// What a run in one direction would do with one record, without doing it (F3).
public struct RecordPreview: Hashable, Sendable {
  public enum Fate: String, Hashable, Sendable, CaseIterable {
    case create
    case update
    case unchanged
    case skipped
    /// Waits for another record.
    case held
    case failed
    /// Its partner is gone, and its coupling would go.
    case uncouple
    /// Its partner is gone, and it would go too.
    case delete
  }

  public let direction: Direction
  public let source: Guid
  /// The BC key, or the Sales record's name.
  public let name: String
  /// The coupled record; nil where there is none.
  public let target: Guid?
  public let fate: Fate
  /// The fields that would be written with another value.
  public let fields: [FieldPreview]
  /// Why it would be skipped, held or refused.
  public let message: String?
  /// The YAML file and line of the rule to blame (B7).
  public let rule: String?
  /// Changed since the last run that looked at it.
  public let isSourceChanged: Bool
  public let isTargetChanged: Bool
  /// Of the fields, those that both directions write, with both sides changed (R D-26).
  public let conflicts: [String]
}
