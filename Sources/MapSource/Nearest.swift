/// What an author may have meant by a word that is not known, and how sure that is.
public struct Nearest: Sendable {
  public let word: String
  public let distance: Int
  /// True where no other word is as near.
  public let isOnly: Bool

  /// The nearest of some words; nil where none is near enough to be meant.
  public init?(to text: String, in words: some Sequence<String>) {
    let wanted = Array(text.lowercased().utf8)
    // Long inputs are never a slip of the finger, and their distance is costly.
    guard (1...64).contains(wanted.count) else { return nil }
    var best: (word: String, distance: Int)?
    var isOnly = true
    for word in words {
      let limit = max(1, min(wanted.count, word.utf8.count) / 3)
      guard abs(word.utf8.count - wanted.count) <= limit else { continue }
      let other = Array(word.lowercased().utf8)
      let distance = Spelling.distance(wanted, other)
      guard distance <= limit else { continue }
      if let found = best, found.distance < distance { continue }
      isOnly = best?.distance != distance
      best = (word, distance)
    }
    guard let best else { return nil }
    word = best.word
    distance = best.distance
    self.isOnly = isOnly
  }

  /// Whether nothing else could have been meant.
  public var isCertain: Bool { distance <= 1 && isOnly }
}
