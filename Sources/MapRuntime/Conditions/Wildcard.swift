/// What `like` compares with: `*` is any text, `?` one code point (docs/language.md#conditions).
public struct Wildcard: Hashable, Sendable {
  /// How many characters an author may write.
  public static let longest = 200

  private enum Piece: Hashable, Sendable {
    case any
    case one
    case exactly(Unicode.Scalar)
  }

  /// As it was written.
  public let source: String
  private let pieces: [Piece]
  private let upperPieces: [Piece]

  public init(_ source: String) {
    self.source = source
    pieces = Wildcard.pieces(source)
    upperPieces = Wildcard.pieces(TextCase.upper(source))
  }

  /// Whether the whole text has this form.
  public func matches(_ text: String, caseSensitive: Bool) -> Bool {
    caseSensitive
      ? Wildcard.matches(text, pieces) : Wildcard.matches(TextCase.upper(text), upperPieces)
  }

  private static func pieces(_ source: String) -> [Piece] {
    source.unicodeScalars.map { scalar in
      switch scalar {
      case "*": .any
      case "?": .one
      default: .exactly(scalar)
      }
    }
  }

  /// Goes back only to the last `*`, so the work is at most the product of the two lengths.
  private static func matches(_ text: String, _ pieces: [Piece]) -> Bool {
    let text = text.unicodeScalars
    var position = text.startIndex
    var place = 0
    var retry: (position: String.Index, place: Int)?
    while position < text.endIndex {
      if place < pieces.count, pieces[place] == .any {
        place += 1
        retry = (position, place)
      } else if place < pieces.count,
        pieces[place] == .one || pieces[place] == .exactly(text[position])
      {
        place += 1
        position = text.index(after: position)
      } else if let last = retry {
        position = text.index(after: last.position)
        place = last.place
        retry = (position, place)
      } else {
        return false
      }
    }
    return pieces[place...].allSatisfy { $0 == .any }
  }
}
