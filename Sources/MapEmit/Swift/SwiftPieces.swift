/// Finds where a line of generated Swift can be broken: outside brackets and literals.
enum SwiftPieces {
  /// Brackets with what stands before and behind them.
  struct Brackets {
    /// Up to the opening bracket, and with it.
    let opening: String
    let content: String
    /// From the closing bracket on.
    let closing: String

    /// Whether they stand around an expression, and not behind a name or around a list.
    var isPlain: Bool {
      opening == "(" || opening.hasSuffix(" (") || opening.hasSuffix("((")
        || opening.hasSuffix("!(")
    }

    /// Whether what follows keeps the closing bracket from standing behind the last item.
    var closesAlone: Bool {
      closing.count > 1 && !closing.hasPrefix("),") && !closing.hasPrefix("))")
    }
  }

  /// The text in pieces, each new one at an operator or behind a separator of depth zero.
  static func split(_ text: String, before: [String], behind: [String]) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var rest = Substring(text)
    var depth = Depth()
    while let first = rest.first {
      if depth.isOutside, !piece.isEmpty {
        if let mark = behind.first(where: rest.hasPrefix) {
          pieces.append(piece)
          piece = ""
          rest = rest.dropFirst(mark.count)
          continue
        }
        if let mark = before.first(where: rest.hasPrefix) {
          pieces.append(piece)
          piece = String(mark.dropFirst())
          rest = rest.dropFirst(mark.count)
          continue
        }
      }
      depth.pass(first)
      piece.append(first)
      rest = rest.dropFirst()
    }
    return pieces + [piece]
  }

  /// `let x` and `value` of `let x = value`.
  static func assignment(_ text: String) -> (target: String, value: String)? {
    if ["if ", "guard ", "return ", "for "].contains(where: text.hasPrefix) { return nil }
    let parts = split(text, before: [], behind: [" = "])
    guard parts.count == 2 else { return nil }
    return (parts[0], parts[1])
  }

  /// `case .x:` and what follows on the line.
  static func label(of text: String) -> (head: String, rest: String)? {
    let parts = split(text, before: [], behind: [": "])
    guard parts.count > 1 else { return nil }
    return (parts[0] + ":", parts.dropFirst().joined(separator: ": "))
  }

  /// The last pair of brackets at depth zero with something in it.
  static func lastBrackets(of text: String) -> Brackets? {
    var depth = Depth()
    var start: String.Index?
    var found: (String.Index, String.Index)?
    for place in text.indices {
      let wasOutside = depth.isOutside
      depth.pass(text[place])
      if wasOutside, !depth.isOutside, text[place] != "\"", text[place] != "{" { start = place }
      if !wasOutside, depth.isOutside, let open = start {
        if text.index(after: open) != place { found = (open, place) }
        start = nil
      }
    }
    guard let (open, close) = found else { return nil }
    return Brackets(
      opening: String(text[...open]), content: String(text[text.index(after: open)..<close]),
      closing: String(text[close...]))
  }

  /// How deep in brackets a place is, and whether it is in a literal.
  private struct Depth {
    private var brackets = 0
    private var isInText = false
    private var isEscaped = false

    var isOutside: Bool { brackets == 0 && !isInText }

    mutating func pass(_ character: Character) {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isInText = false
        }
        return
      }
      switch character {
      case "\"": isInText = true
      case "(", "[", "{": brackets += 1
      case ")", "]", "}": brackets -= 1
      default: break
      }
    }
  }
}
