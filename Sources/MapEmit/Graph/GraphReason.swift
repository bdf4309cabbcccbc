/// One reason for which a mapping refers to another.
public struct GraphReason: Hashable, Sendable {
  /// The field map that goes through it; nil for `requires` and `parent`.
  public let field: String?
  /// What it is, in a few words.
  public let words: String
  public let place: GraphPlace

  public init(field: String? = nil, words: String, place: GraphPlace) {
    self.field = field
    self.words = words
    self.place = place
  }
}
