/// A text that was cut on its way, as its rule says (LANGUAGE 5, `too-long: cut`; B2).
public struct CutNote: Hashable, Sendable {
  /// The record's place in its page.
  public let place: Int
  public let rule: Int
  /// In UTF-16 units.
  public let length: Int
  public let limit: Int
}
