extension DatePattern {
  public init(_ source: String) throws(PatternFailure) {
    guard !source.isEmpty else { throw .empty }
    self.source = source
    var elements: [Element] = []
    var rest = Substring(source)
    while let character = rest.first {
      switch character {
      case "y", "M", "d":
        let run = rest.prefix { $0 == character }
        elements.append(try DatePattern.element(String(run)))
        rest = rest[run.endIndex...]
      case "'": elements.append(.literal(try DatePattern.takeQuoted(from: &rest)))
      case "-", ".", "/", " ":
        elements.append(.literal(String(character)))
        rest.removeFirst()
      default: throw .unknownCharacter(character)
      }
    }
    self.elements = elements
  }

  private static func element(_ run: String) throws(PatternFailure) -> Element {
    switch run {
    case "yyyy": .year
    case "yy": .shortYear
    case "MM", "M": .month(width: run.utf8.count)
    case "dd", "d": .day(width: run.utf8.count)
    default: throw .unknownElement(run)
    }
  }

  /// The text within quotes; a doubled quote is one, inside and alone.
  private static func takeQuoted(from rest: inout Substring) throws(PatternFailure) -> String {
    rest.removeFirst()
    if rest.first == "'" {
      rest.removeFirst()
      return "'"
    }
    var text = ""
    while let character = rest.popFirst() {
      if character != "'" {
        text.append(character)
      } else if rest.first == "'" {
        rest.removeFirst()
        text.append("'")
      } else {
        return text
      }
    }
    throw .unclosedQuote
  }
}
