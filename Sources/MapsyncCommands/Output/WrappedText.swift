import MapSource

/// Texts within the columns of a terminal.
extension String {
  /// Without spaces at its end.
  var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// With … where it goes on.
  func cut(to width: Int) -> String {
    let text = DisplayText(self)
    return text.columns <= width ? self : text.prefix(width - 1).text.trimmedEnd + "…"
  }

  /// Lines that break between words; a word that is longer than a line breaks where it must.
  func wrapped(in width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: true).map(String.init) {
      let longer = line.isEmpty ? word : "\(line) \(word)"
      if DisplayText(longer).columns <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      while DisplayText(line).columns > width {
        let part = DisplayText(line).prefix(width).text
        guard !part.isEmpty else { break }
        lines.append(part)
        line = String(line.dropFirst(part.count))
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// Lines of an answer that are no table, as the terminal has room for them.
enum AnswerLines {
  /// Each line ended; one that is too long goes on in the next, a little further in.
  static func text(_ lines: [String], width: Int? = Terminal.width) -> String {
    lines.flatMap { line in
      let line = PlainLine.of(line)
      guard let width, DisplayText(line).columns > width else { return [line] }
      let indent = String(line.prefix { $0 == " " })
      let more = indent + "    "
      let pieces = line.wrapped(in: max(20, width - more.count))
      return pieces.enumerated().map { ($0.offset == 0 ? indent : more) + $0.element }
    }.map { $0 + "\n" }.joined()
  }
}
