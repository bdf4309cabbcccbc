/// Finds what an author may have meant by a word that is not known.
struct Nearest {
  let word: String
  let distance: Int
  /// True where no other word is as near.
  let isOnly: Bool

  /// The nearest of some words; nil where none is near enough to be meant.
  init?(to text: String, in words: some Sequence<String>) {
    let wanted = Array(text.lowercased().utf8)
    // Long inputs are never a slip of the finger, and their distance is costly.
    guard wanted.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    var isOnly = true
    for word in words {
      let other = Array(word.lowercased().utf8)
      let limit = max(1, min(wanted.count, other.count) / 3)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = Self.distance(wanted, other)
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
  var isCertain: Bool { distance <= 1 && isOnly }

  /// Insertions, deletions, replacements and swaps of neighbours.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column] + (byte == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
