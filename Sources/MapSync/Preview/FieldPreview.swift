import MapRuntime

/// One field of a target: what is stored and what would be written.
public struct FieldPreview: Hashable, Sendable {
  public let field: String
  /// Empty for a new record.
  public let stored: Value
  public let new: Value
}
