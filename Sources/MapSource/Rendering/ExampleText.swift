extension ExampleRecords {
  /// One line a side that has fields, as YAML flow mappings below each other.
  var lines: [String] {
    [("bc:    ", bc), ("sales: ", sales)].compactMap { side, fields in
      guard !fields.isEmpty else { return nil }
      let pairs = fields.map { DisplayText.line("\(Self.key($0.field)): \($0.value)") }
      return side + "{ " + pairs.joined(separator: ", ") + " }"
    }
  }

  /// A field's name as a key inside braces, quoted where YAML needs it.
  private static func key(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return "''" }
    let opensLikeSyntax = "!&*-?|>'\"%@`#: ".unicodeScalars.contains(first)
    let holdsSyntax =
      scalars.contains { ",[]{}".unicodeScalars.contains($0) }
      || zip(scalars, scalars.dropFirst()).contains {
        $0 == ":" && $1 == " " || $0 == " " && $1 == "#"
      }
    let isPlain = !opensLikeSyntax && !holdsSyntax && last != ":" && last != " "
    return isPlain ? name : "'" + name.replacing("'", with: "''") + "'"
  }
}
