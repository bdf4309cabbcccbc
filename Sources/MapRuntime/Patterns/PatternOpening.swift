/// How what follows is read.
struct PatternFlags: Hashable, Sendable {
  /// `i`
  var ignoresCase = false
  /// `s`: a dot is a line break too.
  var coversLines = false
  /// `m`: `^` and `$` are the borders of each line.
  var isByLine = false
}

/// What stands behind an opening parenthesis.
enum PatternOpening: Hashable, Sendable {
  case kept
  case plain
  case ahead(isNegated: Bool)
  /// Only flags, for the rest of the group in which they stand.
  case flags
}

extension PatternParser {
  mutating func opening() throws(PatternFailure) -> PatternOpening {
    guard take("?") else { return .kept }
    if take(":") { return .plain }
    if take("=") { return .ahead(isNegated: false) }
    if take("!") { return .ahead(isNegated: true) }
    if rest.hasPrefix("<=") || rest.hasPrefix("<!") {
      throw .invalid("looking back with '(?<=' or '(?<!' is not taken")
    }
    if take(">") { throw .invalid("'(?>', which gives nothing back, is not taken") }
    if take("P<") || take("<") { return try named(until: ">") }
    if take("'") { return try named(until: "'") }
    return try takeFlags()
  }

  private mutating func named(until end: Character) throws(PatternFailure) -> PatternOpening {
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    rest = rest[name.endIndex...]
    guard !name.isEmpty, nextPoint() == end else {
      throw .invalid("a group's name is not closed")
    }
    return .kept
  }

  private mutating func takeFlags() throws(PatternFailure) -> PatternOpening {
    var isOn = true
    while let character = nextPoint() {
      switch character {
      case "i": flags.ignoresCase = isOn
      case "s": flags.coversLines = isOn
      case "m": flags.isByLine = isOn
      case "-" where isOn: isOn = false
      case ")": return .flags
      case ":": return .plain
      default: throw .invalid("(?\(character)) is not taken")
      }
    }
    throw .invalid("a '(' is not closed")
  }
}
