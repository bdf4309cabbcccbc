import MapSource

/// Keys without their colon, and colons that end no key.
extension SyntaxProblem {
  func withoutColon(_ line: SyntaxLine) -> Finding {
    if line.end - begins > Self.longestKey { return longKey(at: begins) }
    return tight(in: line) ?? colonless(line)
  }

  /// `mapping CUSTOMER`, `- bc City`, `fields`
  private func colonless(_ line: SyntaxLine) -> Finding {
    let text = line.entry
    let words = text.split(separator: " ", maxSplits: 1)
    let right =
      words.count == 2 ? "\(words[0]): \(words[1].drop { " =".contains($0) })" : "\(text):"
    return tell(
      "'\(shortened(text))' has no ':'", from: line.entryStart,
      to: line.entryStart + text.utf8.count,
      help: "write '\(shortened(right))', with a space behind the colon")
  }

  /// `tables { bc: Customer, sales: account }`: the first colon is one of those in the brackets.
  func colonBeforeBracket(_ line: SyntaxLine) -> Finding? {
    let text = line.entry
    guard let bracket = text.firstIndex(where: { "{[".contains($0) }) else { return nil }
    let before = text[..<bracket]
    let key = before.prefix { $0 != " " }
    guard !key.isEmpty, before.dropFirst(key.count).allSatisfy({ $0 == " " }),
      !key.contains(where: { ":'\"".contains($0) })
    else { return nil }
    return tell(
      "'\(key)' has no ':'", from: line.entryStart, to: line.entryStart + key.utf8.count,
      help: "write '\(key): \(text[bracket])', with a space behind the colon")
  }

  static let longestKey = 1_024

  func longKey(at place: Int) -> Finding {
    Finding(
      "yaml-limit", "a key of more than \(Self.longestKey) characters",
      at: span(place, end(of: place)), help: "no key of a mapping file is that long")
  }

  /// `mapping:CUSTOMER`
  private func tight(in line: SyntaxLine) -> Finding? {
    let text = line.text
    guard !text.contains(": "), !text.hasSuffix(":"), let colon = text.firstIndex(of: ":"),
      colon > text.startIndex
    else { return nil }
    let right = "\(text[..<colon]): \(text[text.index(after: colon)...])"
    let place = line.first + text[..<colon].utf8.count
    return Finding(
      "yaml-syntax", "no space behind the ':' of '\(shortened(text))'", at: span(place, place + 1),
      help: "write '\(shortened(right))'",
      fix: Fix(certain: false, edits: [Fix.Edit(span(place + 1, place + 1), " ")]))
  }

  var secondColon: Finding {
    let line = self.line
    if let finding = colonBeforeBracket(line) { return finding }
    let before = String(decoding: source[line.first..<max(line.first, offset)], as: UTF8.self)
    if before.contains(": ") {
      return tell(
        "a second ':' in one line", at: offset,
        help: "put the value in quotes: a ':' with a space behind it ends a key")
    }
    guard let above = line.above else { return sign }
    if let colon = tight(in: above) { return colon }
    if !above.text.contains(":") { return colonless(above) }
    return deeper(than: above)
  }

  private func deeper(than above: SyntaxLine) -> Finding {
    tell(
      "\(subject) is indented as if it belonged to '\(above.name)', which has a value",
      at: line.first, label: "indented by \(line.indent)",
      notes: [note("indented by \(above.indent)", at: above.first)],
      help: "begin it where '\(above.name)' begins, or take the value of '\(above.name)' away")
  }

  var itemBehindKey: Finding {
    if isFirstInLine, let above = line.above, above.text.contains(": ") {
      return deeper(than: above)
    }
    return tell(
      "a list does not begin behind its key", at: offset,
      help: "begin it on the next line, or write [A, B]")
  }
}
