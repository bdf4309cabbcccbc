import MapRuntime

/// The form of a text: exact code points, `?` for one and `*` for any number of them. A text without
/// either is the form of itself alone.
struct TextForm: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case any
    case one
    case exactly(Unicode.Scalar)
  }

  /// As its author wrote it.
  let source: String
  let pieces: [Piece]

  private init(_ source: String, _ pieces: [Piece]) {
    self.source = source
    self.pieces = pieces
  }

  /// The form of one text.
  static func exactly(_ text: String, isCaseSensitive: Bool) -> TextForm {
    let folded = isCaseSensitive ? text : TextCase.upper(text)
    return TextForm(text, folded.unicodeScalars.map(Piece.exactly))
  }

  /// The form that `like` names.
  static func like(_ pattern: String, isCaseSensitive: Bool) -> TextForm {
    let folded = isCaseSensitive ? pattern : TextCase.upper(pattern)
    return TextForm(
      pattern,
      folded.unicodeScalars.map { scalar in
        switch scalar {
        case "*": .any
        case "?": .one
        default: .exactly(scalar)
        }
      })
  }

  /// The only text of this form; nil if there are more.
  var onlyText: String? {
    pieces.allSatisfy { if case .exactly = $0 { true } else { false } } ? source : nil
  }

  /// Whether '' has the form too.
  var fitsNothing: Bool { pieces.allSatisfy { $0 == .any } }

  /// The places after which one stands before any code point is read.
  var start: [Int] {
    var places: [Int] = []
    add(0, to: &places)
    return places
  }

  /// The places that follow on a code point.
  func next(_ places: [Int], _ scalar: Unicode.Scalar) -> [Int] {
    var result: [Int] = []
    for place in places where place < pieces.count {
      switch pieces[place] {
      case .any: add(place, to: &result)
      case .one: add(place + 1, to: &result)
      case .exactly(let wanted): if wanted == scalar { add(place + 1, to: &result) }
      }
    }
    return result
  }

  func isAtEnd(_ places: [Int]) -> Bool { places.last == pieces.count }

  func matches(_ folded: String) -> Bool {
    isAtEnd(folded.unicodeScalars.reduce(start) { next($0, $1) })
  }

  /// Adds a place and those behind the `*` that it stands before, which may stand for nothing. They
  /// come in ascending order, each once.
  private func add(_ first: Int, to places: inout [Int]) {
    var place = first
    while place > places.last ?? -1 {
      places.append(place)
      guard place < pieces.count, pieces[place] == .any else { return }
      place += 1
    }
  }
}
