import MapSource

/// A record that is refused with a sentence.
public struct Refusal: Sendable {
  public let when: When
  public let because: Located<String>
}
