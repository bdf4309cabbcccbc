/// A line of a file that cannot be read as YAML, for telling why: lines count as an author sees them,
/// whatever stands in them.
struct SyntaxLine {
  /// Where it starts, and where it ends, without its line break.
  let start: Int
  let end: Int
  /// Where its first letter stands, or its end.
  let first: Int
  /// Its words from the first letter on, without a comment.
  let text: String
  private let source: [UInt8]

  /// The line that an offset is in.
  init(around offset: Int, in source: [UInt8]) {
    var start = min(offset, source.count)
    while start > 0, source[start - 1] != 0x0A { start -= 1 }
    if start == 0, source.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    var end = max(start, min(offset, source.count))
    while end < source.count, source[end] != 0x0A { end += 1 }
    if end > start, source[end - 1] == 0x0D { end -= 1 }
    var first = start
    while first < end, source[first] == 0x20 || source[first] == 0x09 { first += 1 }
    self.start = start
    self.end = end
    self.first = first
    self.source = source
    text = Self.withoutComment(source[first..<end])
  }

  /// The spaces before its first letter.
  var indent: Int { first - start }
  /// A blank line, or one with a comment alone.
  var isBlank: Bool { text.isEmpty }
  var isItem: Bool { text == "-" || text.hasPrefix("- ") }

  /// Its key, or what would be one.
  var name: String {
    let words = isItem ? text.dropFirst().drop { $0 == " " } : text[...]
    let key = words.prefix { $0 != ":" }
    let name = key.isEmpty ? String(text) : String(key)
    return name.count > 40 ? name.prefix(40) + "…" : name
  }

  /// The text behind the sign of its item, or all of it.
  var entry: String {
    isItem ? String(text.dropFirst().drop { $0 == " " }) : text
  }

  /// Where this begins.
  var entryStart: Int { first + text.utf8.count - entry.utf8.count }

  /// What stands behind the sign of a comment; empty where there is none.
  var comment: String {
    let rest = source[min(first + text.utf8.count, end)..<end].drop { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: rest, as: UTF8.self)
  }

  /// The last line above that says something.
  var above: SyntaxLine? {
    var line = self
    while line.start > 3 || line.start > 0 && !source.starts(with: [0xEF, 0xBB, 0xBF]) {
      line = SyntaxLine(around: line.start - 1, in: source)
      if !line.isBlank { return line }
    }
    return nil
  }

  /// The spaces by which the blocks around this line are indented, the innermost first.
  var levels: [Int] {
    var levels: [Int] = []
    var line = above
    while let found = line {
      // A mapping may begin behind the sign of its item.
      let inner = found.isItem ? found.text.dropFirst().prefix { $0 == " " }.count + 1 : 0
      if inner > 0, found.isKey(behind: inner) { add(found.indent + inner, to: &levels) }
      add(found.indent, to: &levels)
      if found.indent == 0 { break }
      line = found.above
    }
    return levels
  }

  private func add(_ level: Int, to levels: inout [Int]) {
    if level < levels.last ?? .max { levels.append(level) }
  }

  private func isKey(behind count: Int) -> Bool {
    let words = text.dropFirst(count)
    return words.contains(": ") && !"{['\"".contains(words.first ?? "{")
  }

  private static func withoutComment(_ bytes: ArraySlice<UInt8>) -> String {
    var end = bytes.endIndex
    var quote: UInt8?
    for place in bytes.indices {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        // Inside a word it is an apostrophe.
        let before = place == bytes.startIndex ? 0x20 : bytes[place - 1]
        if [0x20, 0x5B, 0x7B].contains(before) { quote = byte }
      } else if byte == UInt8(ascii: "#"), place == bytes.startIndex || bytes[place - 1] == 0x20 {
        end = place
        break
      }
    }
    while end > bytes.startIndex, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self)
  }
}
