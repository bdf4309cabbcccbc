/// Pieces of YAML on one line, as they may stand inside `{}`.
enum FlowText {
  /// A text: plain where YAML reads it so, in quotes where it does not, with what an editor does not
  /// show by its number.
  static func scalar(_ text: String) -> String {
    if text.unicodeScalars.contains(where: isHidden) { return escaped(text) }
    return isPlain(text) ? text : "'" + text.replacing("'", with: "''") + "'"
  }

  static func mapping(_ entries: [(key: String, value: String)]) -> String {
    entries.isEmpty
      ? "{}" : "{ " + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }"
  }

  static func sequence(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return false }
    if "!&*-?|>'\"%@`#,[]{}: ".unicodeScalars.contains(first) || ": ".unicodeScalars.contains(last)
    {
      return false
    }
    return !scalars.contains { ",[]{}".unicodeScalars.contains($0) }
      && !zip(scalars, scalars.dropFirst()).contains {
        $0 == ":" && $1 == " " || $0 == " " && $1 == "#"
      }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }

  private static func escaped(_ text: String) -> String {
    let pieces = text.unicodeScalars.map { scalar -> String in
      if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
      guard isHidden(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let width = scalar.value > 0xFFFF ? 8 : 4
      let zeros = String(repeating: "0", count: max(0, width - digits.count))
      return (width == 8 ? "\\U" : "\\u") + zeros + digits
    }
    return "\"" + pieces.joined() + "\""
  }
}
