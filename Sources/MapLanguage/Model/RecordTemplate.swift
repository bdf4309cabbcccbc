import MapRuntime
import MapSource

/// Values that a new record gets after its field maps (R ).
public struct RecordTemplate: Sendable {
  public let to: Located<Side>
  public let when: When?
  public let set: [Assignment]
  public let span: Span
}
