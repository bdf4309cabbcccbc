import MapSource

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SyntaxTree {
  /// A comment: where it stands, from its `#` to the end of the line, and what it says.
  public struct Comment: Hashable, Sendable {
    public let span: Span
    /// The text behind the `#`, spaces at its ends taken off.
    public let text: String
    /// Where that text starts.
    public let textStart: Int
    /// The bytes of the line below: the next one that is not a comment alone.
    public let lineBelow: Range<Int>
  }

  /// The comments that have `mapc:` in them, in their order. A `#` inside a scalar is none. Looks
  /// at the lines with that word only, so that a file without one costs a search.
  public func commentsForMapc() -> [Comment] {
    var comments: [Comment] = []
    var from = 0
    while let found = Self.offset(of: "mapc:", in: source, from: from) {
      let line = lineRange(around: found)
      if let start = commentStart(in: line, before: found) {
        comments.append(comment(from: start, on: line))
      }
      from = max(line.upperBound, found + 1)
    }
    return comments
  }

  private func comment(from start: Int, on line: Range<Int>) -> Comment {
    let span = Span(file: file, start: Int32(start), end: Int32(line.upperBound))
    var inner = start + 1..<line.upperBound
    while let first = inner.first, Self.isSpace(source[first]) {
      inner = first + 1..<inner.upperBound
    }
    while let last = inner.last, Self.isSpace(source[last]) { inner = inner.lowerBound..<last }
    return Comment(
      span: span, text: String(decoding: source[inner], as: UTF8.self),
      textStart: inner.lowerBound,
      lineBelow: lineBelow(line))
  }

  /// The `#` that begins the comment in which a word stands; nil where it stands in a scalar.
  private func commentStart(in line: Range<Int>, before word: Int) -> Int? {
    for offset in line.lowerBound..<word where source[offset] == UInt8(ascii: "#") {
      let isFree = offset == line.lowerBound || Self.isSpace(source[offset - 1])
      if isFree, !isInScalar(offset) { return offset }
    }
    return nil
  }

  private func isInScalar(_ offset: Int) -> Bool {
    records.contains { $0.kind == .scalar && Int($0.start) <= offset && offset < Int($0.end) }
  }

  private func lineBelow(_ line: Range<Int>) -> Range<Int> {
    var start = Self.next(source, after: line.upperBound)
    while start < source.count {
      let line = lineRange(around: start)
      let letter = firstLetter(of: line)
      guard letter < line.upperBound, source[letter] == UInt8(ascii: "#"), !isInScalar(letter)
      else { return line }
      start = Self.next(source, after: line.upperBound)
    }
    return source.count..<source.count
  }

  /// The bytes of a line without its line break.
  private func lineRange(around offset: Int) -> Range<Int> {
    var start = offset
    while start > 0, source[start - 1] != 0x0A { start -= 1 }
    if start == 0, source.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    var end = offset
    while end < source.count, source[end] != 0x0A { end += 1 }
    if end > start, end <= source.count, source[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }

  private func firstLetter(of line: Range<Int>) -> Int {
    line.first { !Self.isSpace(source[$0]) } ?? line.upperBound
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Where the line behind a line's end starts.
  private static func next(_ source: [UInt8], after end: Int) -> Int {
    var offset = end
    while offset < source.count, source[offset] != 0x0A { offset += 1 }
    return min(offset + 1, source.count)
  }

  /// Where the word stands behind a `#` on the same line. Looks for the `#` first: few lines have
  /// one, and the system finds a byte faster than we find a word.
  private static func offset(of word: StaticString, in bytes: [UInt8], from: Int) -> Int? {
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return bytes.withUnsafeBytes { bytes in
      var offset = from
      while let sign = first(UInt8(ascii: "#"), in: bytes, from: offset) {
        let end = first(0x0A, in: bytes, from: sign) ?? bytes.count
        var start = sign + 1
        while start + wanted.count <= end {
          if bytes[start] == wanted[0], bytes[start..<start + wanted.count].elementsEqual(wanted) {
            return start
          }
          start += 1
        }
        offset = end
      }
      return nil
    }
  }

  private static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from: Int) -> Int? {
    guard let base = bytes.baseAddress, from < bytes.count else { return nil }
    return memchr(base + from, Int32(byte), bytes.count - from).map { UnsafeRawPointer($0) - base }
  }
}
