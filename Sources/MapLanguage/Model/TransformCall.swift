import MapSource

/// One step of a transform as it was written.
public struct TransformCall: Sendable {
  public let name: Located<String>
  public let arguments: [Located<String>]
  public let span: Span
}
