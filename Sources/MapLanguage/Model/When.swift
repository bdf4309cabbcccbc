import MapSource

/// A condition on the source, on either side or on a related record.
public struct When: Sendable {
  /// What is asked of a related record.
  public enum RelatedTest: Sendable {
    case exists
    case missing
    case fields(RecordCondition)
  }

  public var bc: RecordCondition?
  public var sales: RecordCondition?
  public var related: [(name: Located<String>, test: RelatedTest)] = []
  public let span: Span
}
