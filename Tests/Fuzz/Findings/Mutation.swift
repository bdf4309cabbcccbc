/// Changes that keep an input a project more often than changed bytes do: lines and words move.
struct Mutation {
  private static let ends = Set(" ,:{}[]'\"\n$#&*!|>()".utf8)
  private static let newline = UInt8(ascii: "\n")
  private var state: UInt64

  init(seed: UInt32) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number below `bound`; 0 where that is 0.
  mutating func number(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return bound > 0 ? Int(truncatingIfNeeded: state >> 1) % bound : 0
  }

  /// The input with one to four changes.
  mutating func mutate(_ input: [UInt8], words: [[UInt8]]) -> [UInt8] {
    var bytes = input
    for _ in 0...number(4) {
      switch number(6) {
      case 0: copyLine(&bytes)
      case 1: removeLine(&bytes)
      case 2: copyWord(&bytes)
      default: if !words.isEmpty { replaceWord(&bytes, with: words[number(words.count)]) }
      }
    }
    return bytes
  }

  private mutating func line(_ bytes: [UInt8]) -> Range<Int> {
    let place = number(bytes.count)
    let start = bytes[..<place].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: Self.newline).map { $0 + 1 } ?? bytes.count
    return start..<max(start, end)
  }

  private mutating func word(_ bytes: [UInt8]) -> Range<Int> {
    let place = number(bytes.count)
    let start = bytes[..<place].lastIndex(where: Self.ends.contains).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(where: Self.ends.contains) ?? bytes.count
    return start..<max(start, end)
  }

  private mutating func copyLine(_ bytes: inout [UInt8]) {
    let copied = Array(bytes[line(bytes)])
    bytes.insert(contentsOf: copied, at: line(bytes).lowerBound)
  }

  private mutating func removeLine(_ bytes: inout [UInt8]) {
    bytes.removeSubrange(line(bytes))
  }

  private mutating func copyWord(_ bytes: inout [UInt8]) {
    let copied = Array(bytes[word(bytes)])
    replaceWord(&bytes, with: copied)
  }

  private mutating func replaceWord(_ bytes: inout [UInt8], with word: [UInt8]) {
    bytes.replaceSubrange(self.word(bytes), with: word)
  }
}
