import MapRuntime

/// What a run in one direction would do with one record, without doing it (F3).
public struct RecordPreview: Hashable, Sendable {
  public enum Fate: String, Hashable, Sendable, CaseIterable {
    case create
    case update
    case unchanged
    /// Stays as it is, and something that belongs to it is still to be done.
    case follow
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
  /// Whether a person's order is not carried out by passing it over.
  public internal(set) var isLeftUndone: Bool
  /// Changed since the last run that looked at it.
  public let isSourceChanged: Bool
  public let isTargetChanged: Bool
  /// Whether the two records were laid beside each other: not where one is gone, or the mapping leaves it
  /// alone.
  public let isCompared: Bool
  /// Whether its message tells them: it is a conflict, which is refused.
  public let isConflict: Bool
  /// Two-way fields that differ and that both sides changed; where nothing is known of the fields, all
  /// that differ of a record which both changed (R D-26).
  public let conflicts: [String]
  /// What the run would count for it; nothing for a record that it does not come upon.
  public let counters: JobCounters
  /// The mapping wrote it in this direction before the mapping was changed.
  public let isOlder: Bool
}
