/// What `matches` makes of a match: text with `$0` to `$9` for its groups; `$$` is a dollar.
public struct MatchTemplate: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case literal(String)
    case group(Int)
  }

  let pieces: [Piece]

  public init(_ source: String) {
    var pieces: [Piece] = []
    var literal = ""
    var rest = source.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "$", let next = rest.first else {
        literal.unicodeScalars.append(scalar)
        continue
      }
      if next.isASCII, let number = Character(next).wholeNumberValue {
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        pieces.append(.group(number))
        rest.removeFirst()
      } else {
        literal.append("$")
        if next == "$" { rest.removeFirst() }
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    self.pieces = pieces
  }

  /// The highest group it names, which the pattern must have.
  public var highestGroup: Int {
    pieces.reduce(0) { highest, piece in
      if case .group(let number) = piece { max(highest, number) } else { highest }
    }
  }

  /// The UTF-16 units of the longest text it makes of a match of at most so many; nil if there is
  /// no limit.
  public func longest(of length: Int?) -> Int? {
    var sum = 0
    for piece in pieces {
      switch piece {
      case .literal(let text): sum += TextLength.of(text)
      case .group:
        guard let length else { return nil }
        sum += length
      }
    }
    return sum
  }
}
