import MapRuntime

/// Where long descriptions of lines go: all of a text is kept (R E-30 to E-32, G-11).
extension BusinessDocument {
  /// What a line's description, and each comment line, takes.
  fileprivate static var length: Int { 100 }

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

  /// Describes a line that is there anew: what hangs on it makes room. A text of nothing changes nothing.
  mutating func describeAgain(_ index: Index, _ description: LongDescription) throws {
    let parts = Self.parts(of: description.text)
    guard !parts.isEmpty, description.beginsInLine, texts(of: index) != parts else { return }
    let number = lines[index].integer(.lineNumber)
    change(index) { $0.set(.description, parts[0]) }
    var rest = parts.dropFirst()
    for comment in lines.indices where lines[comment].integer(.attachedTo) == number {
      guard let text = rest.popFirst() else { break }
      change(comment) { $0.set(.description, text) }
    }
    let kept = parts.count - 1 - rest.count
    let hanging = lines.indices.filter { lines[$0].integer(.attachedTo) == number }
    for comment in hanging.dropFirst(kept).reversed() {
      amounts.lines.remove(at: comment)
      takeRow(at: comment)
    }
    try attach(Array(rest), to: index)
  }

  /// What describes a line: its own description, and the comments that hang on it.
  func texts(of index: Index) -> [String] {
    let number = lines[index].integer(.lineNumber)
    return [lines[index].text(.description)]
      + lines.filter { $0.integer(.attachedTo) == number }.map { $0.text(.description) }
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

/// What describes a line with all that hangs on it, beside another text.
public struct DescribedLine: Hashable, Sendable {
  /// All of it: where a part fills a line, the text goes on in the next one.
  public let text: String
  /// Whether the other text is kept in the same parts.
  public let isSame: Bool

  init(_ parts: [String], beside other: String) {
    var text = ""
    for (index, part) in parts.enumerated() {
      let goesOn = index > 0 && TextLength.of(parts[index - 1]) == BusinessDocument.length
      text += index == 0 || goesOn ? part : "\n" + part
    }
    self.text = text
    isSame = BusinessDocument.parts(of: other) == parts
  }
}

extension WriteSession {
  /// What describes lines of documents, by line, beside other texts of them.
  public func descriptions(
    in documents: [Guid], beside others: [Guid: String]
  ) throws -> [Guid: DescribedLine] {
    guard let tables = schema.business else { return [:] }
    var found: [Guid: DescribedLine] = [:]
    for id in documents {
      guard let document = try document(id, tables) else { continue }
      for index in document.lines.indices {
        guard let other = others[document.lines[index].id] else { continue }
        found[document.lines[index].id] = DescribedLine(document.texts(of: index), beside: other)
      }
    }
    return found
  }
}
