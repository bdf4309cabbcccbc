import MapRuntime

/// Where long descriptions of lines go: all of a text is kept (R E-30 to E-32, G-11).
extension BusinessDocument {
  /// What a line's description, and each comment line, takes.
  private static var length: Int { 100 }

  mutating func describe(_ index: Index, _ description: LongDescription) throws {
    let parts = Self.parts(of: description.text)
    guard let first = parts.first else { return }
    if description.beginsInLine {
      change(index) { $0.set(.description, first) }
      try attach(Array(parts.dropFirst()), to: index)
    } else if !TextOrder.isSame(lines[index].text(.description), description.text) {
      try attach(parts, to: index)
    }
  }

  /// A text in parts that a line takes: where it breaks, and where it must be cut.
  static func parts(of text: String) -> [String] {
    var parts: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      var rest = line
      while !rest.isEmpty {
        let part = TextLength.cut(String(rest), to: length)
        guard !part.isEmpty else { break }
        parts.append(part)
        rest =
          rest.utf8.count > part.utf8.count
          ? rest[(rest.utf8.index(rest.startIndex, offsetBy: part.utf8.count))...] : ""
      }
    }
    return parts
  }
}
