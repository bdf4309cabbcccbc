import MapRuntime

/// A record of any table with some of its fields, in the order in which a call names them: for the
/// named rules, whose tables need be no mapping's.
public struct FieldRow: Hashable, Sendable {
  public let id: Guid
  public var values: [Value]
  /// The version that a record which is written must have; nil for any.
  public var expected: Int64?

  public init(id: Guid, _ values: [Value], expected: Int64? = nil) {
    self.id = id
    self.values = values
    self.expected = expected
  }
}
