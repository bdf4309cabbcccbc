/// Swift, taken apart: what the compiler acts on, the comments, and the insides of string literals.
struct SwiftParts: Sendable {
  struct Piece: Sendable {
    /// The line on which it begins, from 1.
    let line: Int
    let text: String
  }

  /// Without comments; of a literal, the quotes and the code in its interpolations.
  var code: String { String(decoding: codeBytes, as: UTF8.self) }
  /// A `//` comment is a piece a line.
  private(set) var comments: [Piece] = []
  /// An interpolation is `\(` in its literal; the literals in it are pieces of their own.
  private(set) var literals: [Piece] = []

  private var codeBytes: [UInt8] = []
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")
  private static let slash = UInt8(ascii: "/")
  private static let open = UInt8(ascii: "(")
  private static let close = UInt8(ascii: ")")

  init(_ text: String) {
    bytes = Array(text.utf8)
    readCode(inParentheses: false)
  }

  /// Reads to the end, or behind the parenthesis that closes an interpolation.
  private mutating func readCode(inParentheses: Bool) {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case Self.slash where isNext([Self.slash, Self.slash]):
        readComment(to: [Self.newline])
      case Self.slash where isNext(Array("/*".utf8)):
        readComment(to: Array("*/".utf8))
        advance(by: 2)
      case Self.quote, Self.hash:
        if let opening = nextOpening { readLiteral(opening) } else { readByte() }
      case Self.open:
        depth += 1
        readByte()
      case Self.close:
        if inParentheses, depth == 0 { return advance(by: 1) }
        depth -= 1
        readByte()
      default: readByte()
      }
    }
  }

  private mutating func readByte() {
    codeBytes.append(bytes[index])
    advance(by: 1)
  }

  private mutating func readComment(to closing: [UInt8]) {
    let (first, start) = (line, index)
    while index < bytes.count, !isNext(closing) { advance(by: 1) }
    comments.append(Piece(line: first, text: String(decoding: bytes[start..<index], as: UTF8.self)))
  }

  private struct Opening {
    let length: Int
    let closing: [UInt8]
    /// What comes before an escaped character or an interpolation.
    let escape: [UInt8]
  }

  /// A literal's first characters: `"` or `"""` behind any number of `#`; or `#/` of a pattern.
  private var nextOpening: Opening? {
    if isNext([Self.hash, Self.slash]) {
      return Opening(length: 2, closing: [Self.slash, Self.hash], escape: Array("\\".utf8))
    }
    let hashes = bytes[index...].prefix { $0 == Self.hash }
    let quotes = bytes[hashes.endIndex...].prefix(3).prefix { $0 == Self.quote }
    guard !quotes.isEmpty else { return nil }
    let marks = quotes.count == 3 ? quotes : quotes.prefix(1)
    return Opening(
      length: hashes.count + marks.count, closing: Array(marks) + hashes,
      escape: Array("\\".utf8) + hashes)
  }

  private mutating func readLiteral(_ opening: Opening) {
    let first = line
    var text: [UInt8] = []
    codeBytes.append(Self.quote)
    advance(by: opening.length)
    while index < bytes.count, !isNext(opening.closing) {
      if isNext(opening.escape) {
        let escaped = bytes[index...].prefix(opening.escape.count + 1)
        text += escaped
        advance(by: escaped.count)
        if escaped.last == Self.open, opening.closing.first == Self.quote {
          readCode(inParentheses: true)
        }
      } else {
        text.append(bytes[index])
        advance(by: 1)
      }
    }
    advance(by: opening.closing.count)
    codeBytes.append(Self.quote)
    literals.append(Piece(line: first, text: String(decoding: text, as: UTF8.self)))
  }

  private func isNext(_ expected: [UInt8]) -> Bool {
    guard index + expected.count <= bytes.count else { return false }
    for (offset, byte) in expected.enumerated() where bytes[index + offset] != byte {
      return false
    }
    return true
  }

  private mutating func advance(by count: Int) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] == Self.newline { line += 1 }
      index += 1
    }
  }
}
