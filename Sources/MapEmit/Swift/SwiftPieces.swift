import MapCheck

/// Finds where a line of generated Swift can be broken: outside brackets and literals. A line is
/// ASCII, and its pieces are parts of it that are not copied.
enum SwiftPieces {
  typealias Code = ArraySlice<UInt8>

  /// Brackets with what stands before and behind them.
  struct Brackets {
    /// Up to the opening bracket, and with it.
    let opening: Code
    let content: Code
    /// From the closing bracket on.
    let closing: Code

    /// Whether they stand around an expression, and not behind a name or around a list.
    var isPlain: Bool {
      guard opening.last == UInt8(ascii: "(") else { return false }
      return switch opening.dropLast().last {
      case nil, UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: "!"): true
      default: false
      }
    }

    var isList: Bool { opening.last == UInt8(ascii: "[") }

    /// The brackets of what is in these, within the whole text.
    func inner(of text: Code, width: Int) -> Brackets? {
      SwiftPieces.brackets(of: content, width: width).map { inner in
        Brackets(
          opening: text[..<inner.opening.endIndex], content: inner.content,
          closing: text[inner.closing.startIndex...])
      }
    }

    /// Whether what follows keeps the closing bracket from standing behind the last item.
    var closesAlone: Bool {
      closing.count > 1 && !closing.starts(with: "),".utf8) && !closing.starts(with: "))".utf8)
    }
  }

  /// The parts between separators of depth zero.
  static func split(_ text: Code, behind mark: StaticString) -> [Code] {
    var pieces: [Code] = []
    var depth = Depth()
    var start = text.startIndex
    var place = start
    let first = mark.utf8Start.pointee
    while place < text.endIndex {
      if text[place] == first, depth.isOutside, place > start, has(mark, at: place, of: text) {
        pieces.append(text[start..<place])
        place += mark.utf8CodeUnitCount
        start = place
      } else {
        depth.pass(text[place])
        place += 1
      }
    }
    return pieces + [text[start...]]
  }

  /// The parts of an expression, each but the first beginning with one of its loosest operators;
  /// nil where none stands at depth zero.
  static func operands(of text: Code) -> [Code]? {
    var places: [(place: Int, strength: Int)] = []
    var depth = Depth()
    for (place, byte) in zip(text.indices, text) {
      if byte == space, depth.isOutside, place > text.startIndex,
        let strength = strength(ofOperatorBehind: place, in: text)
      {
        places.append((place + 1, strength))
      }
      depth.pass(byte)
    }
    guard let loosest = places.lazy.map({ $0.strength }).min() else { return nil }
    var pieces: [Code] = []
    var start = text.startIndex
    for (place, strength) in places where strength == loosest {
      pieces.append(text[start..<place - 1])
      start = place
    }
    return pieces + [text[start...]]
  }

  /// Operators with spaces around them, in the order in which the formatter breaks before them.
  private static func strength(ofOperatorBehind place: Int, in text: Code) -> Int? {
    guard place + 2 < text.endIndex else { return nil }
    let first = text[place + 1]
    let second = text[place + 2]
    if second == space {
      switch first {
      case UInt8(ascii: "+"): return 3
      case UInt8(ascii: "?"), UInt8(ascii: ":"): return 4
      case UInt8(ascii: "<"), UInt8(ascii: ">"): return 5
      default: return nil
      }
    }
    guard place + 3 < text.endIndex, text[place + 3] == space else { return nil }
    switch (first, second) {
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): return 0
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): return 1
    case (UInt8(ascii: "?"), UInt8(ascii: "?")): return 2
    case (UInt8(ascii: "="), UInt8(ascii: "=")), (UInt8(ascii: "!"), UInt8(ascii: "=")),
      (UInt8(ascii: "<"), UInt8(ascii: "=")), (UInt8(ascii: ">"), UInt8(ascii: "=")):
      return 5
    default: return nil
    }
  }

  /// `let x =` and `value` of `let x = value`.
  static func assignment(_ text: Code) -> (target: Code, value: Code)? {
    let parts = split(text, behind: " = ")
    guard parts.count == 2 else { return nil }
    return (text[..<(parts[0].endIndex + 2)], parts[1])
  }

  /// `case .x:` and what follows on the line.
  static func label(of text: Code) -> (head: Code, rest: Code)? {
    let parts = split(text, behind: ": ")
    guard parts.count > 1 else { return nil }
    return (text[...parts[0].endIndex], text[parts[1].startIndex...])
  }

  /// What a member belongs to, and the last member with its dot; nil where nothing stands before it.
  static func member(of text: Code) -> (owner: Code, member: Code)? {
    var depth = Depth()
    var last: Int?
    var isBehindName = false
    for (place, byte) in zip(text.indices, text) {
      if byte == UInt8(ascii: "."), depth.isOutside, isBehindName { last = place }
      depth.pass(byte)
      isBehindName =
        SwiftName.isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
        || isBehindName && SwiftName.isDigit(byte)
    }
    return last.map { (text[..<$0], text[$0...]) }
  }

  /// The last pair of brackets at depth zero with something in it; the first one where the line up
  /// to the last is too long itself.
  static func brackets(of text: Code, width: Int) -> Brackets? {
    guard let last = brackets(of: text, isLast: true) else { return nil }
    return last.opening.count > width ? brackets(of: text, isLast: false) : last
  }

  private static func brackets(of text: Code, isLast: Bool) -> Brackets? {
    var depth = Depth()
    var start: Int?
    var found: (open: Int, close: Int)?
    for (place, byte) in zip(text.indices, text) {
      let wasOutside = depth.isOutside
      depth.pass(byte)
      if wasOutside, !depth.isOutside, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "{") {
        start = place
      }
      if !wasOutside, depth.isOutside, let open = start {
        if open + 1 != place, isLast || found == nil { found = (open, place) }
        start = nil
      }
    }
    guard let found else { return nil }
    return Brackets(
      opening: text[...found.open], content: text[(found.open + 1)..<found.close],
      closing: text[found.close...])
  }

  private static let space = UInt8(ascii: " ")

  private static func has(_ mark: StaticString, at place: Int, of text: Code) -> Bool {
    mark.withUTF8Buffer { text[place...].starts(with: $0) }
  }

  /// How deep in brackets a place is, and whether it is in a literal.
  private struct Depth {
    private var brackets = 0
    private var isInText = false
    private var isEscaped = false

    var isOutside: Bool { brackets == 0 && !isInText }

    mutating func pass(_ byte: UInt8) {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
        return
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): brackets -= 1
      default: break
      }
    }
  }
}
