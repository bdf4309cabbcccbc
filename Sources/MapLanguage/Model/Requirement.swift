import MapSource

/// A prerequisite that an author states.
public struct Requirement: Sendable {
  public let mapping: Located<String>
  public let when: When?
  public let condition: FeatureCondition
  public let because: Located<String>?
  /// This record's own coupling there, not any record's.
  public let isSameRecord: Bool
}
