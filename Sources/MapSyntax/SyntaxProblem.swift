import MapSource

/// What the YAML reader stumbled over, in words for an author: what stands there, and what to write
/// instead. The reader's own words tell of its states.
struct SyntaxProblem {
  let source: [UInt8]
  /// The reader's words.
  let said: String
  /// Where it stopped.
  let offset: Int
  /// Where that began which it was reading; nil where it does not say.
  let beginning: Int?
  /// What it was reading.
  let reading: String
  /// The last text in quotes, which may have ended later than its author meant.
  let lastQuoted: Range<Int>?
  let file: Int32

  var line: SyntaxLine { SyntaxLine(around: offset, in: source) }
  var isFirstInLine: Bool { line.first == offset }

  var finding: Finding {
    switch said {
    case "did not find expected key", "did not find expected <document start>":
      isFirstInLine ? firstOfLine : behindValue
    case "did not find expected '-' indicator":
      isFirstInLine ? amongItems : behindValue
    case "could not find expected ':'": withoutColon(SyntaxLine(around: begins, in: source))
    case "mapping values are not allowed in this context": secondColon
    case "block sequence entries are not allowed in this context": itemBehindKey
    case "did not find expected ',' or '}'": unclosed("{", "}")
    case "did not find expected ',' or ']'": unclosed("[", "]")
    case "found unexpected end of stream", "found unexpected document indicator": openQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      escape
    case "did not find expected node content":
      tell(
        "a value is missing before \(character(at: offset))", at: offset,
        help: "write the value, or '' for an empty text")
    default: sign
    }
  }

  var begins: Int { beginning ?? offset }

  // MARK: Indentation

  private var firstOfLine: Finding {
    let levels = line.levels
    if levels.contains(line.indent) {
      return tell(
        line.isItem ? "a list item stands among keys" : "'\(line.name)' is no key", at: offset,
        help: line.isItem
          ? "write the list below its key, or the key that is missing"
          : "write 'KEY: VALUE', and quotes around a text that has signs of YAML in it")
    }
    return misplaced(levels)
  }

  var subject: String { line.isItem ? "this list item" : "'\(line.name)'" }

  private var amongItems: Finding {
    let levels = line.levels
    guard levels.contains(line.indent), !line.isItem else { return misplaced(levels) }
    return tell(
      "'\(line.name)' stands among list items and does not begin with '-'", at: offset,
      help: "begin it with '- ', or begin it where the list's key begins")
  }

  private func misplaced(_ levels: [Int]) -> Finding {
    guard let above = line.above else { return sign }
    var places = levels.map { $0 == 1 ? "1 space" : "\($0) spaces" }
    let last = places.popLast() ?? "no space"
    let listed = places.isEmpty ? last : places.joined(separator: ", ") + " or " + last
    return tell(
      "\(subject) is indented by \(line.indent == 1 ? "1 space" : "\(line.indent) spaces"), "
        + "and no line above it that it could belong to is",
      at: offset, label: "indented by \(line.indent)",
      notes: [note("indented by \(above.indent)", at: above.first)],
      help: "begin it where the lines begin that it belongs with: with \(listed) before it")
  }

  // MARK: Brackets and quotes

  private func unclosed(_ open: String, _ close: String) -> Finding {
    let opening = SyntaxLine(around: begins, in: source)
    let before = source[max(begins, offset - Self.longestKey)..<offset]
    if before.count == Self.longestKey, !before.contains(where: { ",:{}[]\n".utf8.contains($0) }) {
      return longKey(at: offset - Self.longestKey)
    }
    if let quote = quoteOverLines, quote.lowerBound > begins {
      return endsElsewhere(quote)
    }
    if opening.start == line.start {
      return tell(
        "a ',' is missing between '\(open)' and '\(close)'", at: offset, label: "not expected here",
        notes: [note("it begins here", at: begins)],
        help: "put a ',' between two entries, and quotes around a text that has signs of YAML in it"
      )
    }
    return tell(
      "the '\(open)' has no '\(close)'", at: begins,
      notes: [note("what stands here cannot be in it", at: offset)],
      help: closing(close, open, opening))
  }

  /// Where a bracket is to be closed, which a comment behind it may have taken away.
  private func closing(_ close: String, _ open: String, _ opening: SyntaxLine) -> String {
    let end = "write '\(close)' where it ends"
    let comment = opening.comment
    guard !comment.isEmpty, !opening.text.hasSuffix(","), !opening.text.hasSuffix(open) else {
      return end
    }
    if comment.count(where: { "}]".contains($0) }) > comment.count(where: { "{[".contains($0) }) {
      return "' #' begins a comment: if it belongs to a name, quote the name"
    }
    return end + ", before the ' #', which begins a comment"
  }

  /// The last text in quotes, where it ends on another line than it begins.
  private var quoteOverLines: Range<Int>? {
    guard let quoted = lastQuoted, quoted.upperBound <= offset,
      source[quoted].contains(0x0A)
    else { return nil }
    return quoted
  }

  private func endsElsewhere(_ quoted: Range<Int>) -> Finding {
    tell(
      "the quote ends on another line", at: quoted.lowerBound,
      notes: [note("the text in it ends before this", at: offset)],
      help: "write a quote where the text ends")
  }

  private var openQuote: Finding {
    tell("this quote is never closed", at: begins, help: "write another one where the text ends")
  }

  private var behindValue: Finding {
    if let quoted = lastQuoted, line.start > quoted.lowerBound, quoted.upperBound <= offset,
      source[quoted.upperBound..<offset].allSatisfy({ $0 == 0x20 })
    {
      return endsElsewhere(quoted)
    }
    if let finding = colonBeforeBracket(line) { return finding }
    return tell(
      "nothing may follow on this value", at: offset, label: "not expected here",
      help: "put the whole value in quotes, or take this out")
  }

  private var escape: Finding {
    var start = offset
    while start > line.start, source[start] != UInt8(ascii: "\\") { start -= 1 }
    let text = String(decoding: source[start..<min(start + 2, source.count)], as: UTF8.self)
    return tell(
      "'\(text)' is no escape", from: start, to: min(start + 2, source.count),
      help: "write '\\\\' for a backslash, or put the text in single quotes")
  }

  // MARK: Signs

  /// Every other place where the reader stops is one that a sign of YAML cannot stand at.
  var sign: Finding {
    let place =
      reading.contains("tag") || reading.contains("anchor") || reading.contains("alias")
      ? begins : offset
    if place < source.count, source[place] == 0x09 || said.contains("tab character") {
      return tell("a tab", at: place, help: "indent with spaces; YAML takes no tabs")
    }
    if reading.contains("block scalar") {
      return tell(
        "nothing may follow on '|' and '>' but a comment", at: place,
        help: "begin the text on the next line")
    }
    guard place < source.count else {
      return tell("the file ends too early", at: place, help: "write what is missing at its end")
    }
    return tell(
      "\(character(at: place)) cannot begin a value", at: place, help: "put the value in quotes")
  }

  /// The character at a place as a reader sees it.
  private func character(at place: Int) -> String {
    let end = end(of: place)
    return end > place
      ? "'\(String(decoding: source[place..<end], as: UTF8.self))'" : "the end of the line"
  }

  // MARK: Places

  func tell(
    _ message: String, at place: Int, label: String = "", notes: [Finding.Note] = [], help: String
  ) -> Finding {
    Finding(
      "yaml-syntax", message, at: span(place, end(of: place)), label: label, notes: notes,
      help: help)
  }

  func tell(_ message: String, from start: Int, to end: Int, help: String) -> Finding {
    Finding("yaml-syntax", message, at: span(start, end), help: help)
  }

  func note(_ message: String, at place: Int) -> Finding.Note {
    Finding.Note(message, at: span(place, end(of: place)))
  }

  func span(_ start: Int, _ end: Int) -> Span {
    Span(file: file, start: Int32(start), end: Int32(max(start, end)))
  }

  /// The end of the character at a place; a line break has no characters.
  func end(of place: Int) -> Int {
    guard place < source.count, source[place] != 0x0A, source[place] != 0x0D else { return place }
    var end = place + 1
    while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}
