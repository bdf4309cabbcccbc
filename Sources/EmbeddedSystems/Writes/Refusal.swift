/// Why a system does not take a record; nothing of it was written.
public struct Refusal: Error, Hashable, Sendable {
  public let sentence: String

  public init(_ sentence: String) { self.sentence = sentence }
}
