/// One finding as the lines that a terminal shows.
struct FindingText {
  private let finding: Finding
  private let report: FindingReport
  private let style: TerminalStyle
  /// The columns of the terminal; nil where lines may have any length.
  private let width: Int?
  private let path: (String) -> String
  private let excerpt: SourceExcerpt
  /// Notes about characters of another line, each with that line.
  private var elsewhere: [(note: Finding.Note, span: Span, excerpt: SourceExcerpt)] = []
  /// Notes about characters of the finding's own line.
  private var beside: [(note: Finding.Note, excerpt: SourceExcerpt)] = []
  /// Notes that show no source.
  private var plain: [Finding.Note] = []
  private let gutter: Int

  init(
    _ finding: Finding, in report: FindingReport, style: TerminalStyle, width: Int? = nil,
    path: @escaping (String) -> String
  ) {
    self.finding = finding
    self.report = report
    self.style = style
    self.width = width
    self.path = path
    let shown = [finding.span] + finding.notes.compactMap(\.span).filter { $0.end > $0.start }
    gutter = shown.map { "\(report.start(of: $0).line)".count }.max() ?? 1
    let columns = width.map { [gutter] in $0 - gutter - 3 } ?? SourceExcerpt.usual
    excerpt = SourceExcerpt(finding.span, in: report, columns: columns)
    for note in finding.notes {
      guard let span = note.span, span.end > span.start else {
        plain.append(note)
        continue
      }
      let place = SourceExcerpt(span, in: report, columns: columns)
      let isHere = span.file == finding.span.file && place.line == excerpt.line
      if isHere, excerpt.isWhole {
        beside.append((note, place))
      } else {
        elsewhere.append((note, span, place))
      }
    }
  }

  /// Without line feeds, the heading first.
  var lines: [String] {
    heading + [place("-->", finding.span)] + snippet + snippetsElsewhere + remarks
  }

  private var role: TerminalStyle.Role { finding.severity == .error ? .error : .warning }

  private var heading: [String] {
    let kind = "\(finding.severity.name)[\(finding.name)]"
    let words = wrapped(": " + DisplayText.line(finding.message), indent: 2, after: kind.count)
    return words.enumerated().map { number, line in
      number == 0
        ? style.paint(kind, role) + style.paint(line, .message)
        : "  " + style.paint(line, .message)
    }
  }

  /// A sentence on as many lines as it takes.
  /// - Parameters:
  ///   - indent: the columns before each line but the first.
  ///   - used: the columns before the first.
  private func wrapped(_ sentence: String, indent: Int, after used: Int) -> [String] {
    guard let width else { return [sentence] }
    let room = max(SourceExcerpt.fewest, width) - indent
    return LineBreaks.lines(of: sentence, width: room, after: used - indent)
  }

  private func place(_ arrow: String, _ span: Span) -> String {
    String(repeating: " ", count: gutter) + style.paint(arrow, .frame) + " " + location(span)
  }

  private func location(_ span: Span) -> String {
    let start = report.start(of: span)
    return DisplayText.line("\(path(report.path(of: span))):\(start.line):\(start.column)")
  }

  private var snippet: [String] {
    [framed(""), numbered(excerpt)] + underline(excerpt, "^", finding.label, role)
      + beside.flatMap { underline($0.excerpt, "-", $0.note.message, .place) }
  }

  private var snippetsElsewhere: [String] {
    elsewhere.flatMap { note, span, excerpt in
      [place(":::", span), numbered(excerpt)] + underline(excerpt, "-", note.message, .place)
    }
  }

  private var remarks: [String] {
    var lines = plain.flatMap { note in
      remark("note", note.message + (note.span.map { " (\(location($0)))" } ?? ""))
    }
    if let help = finding.help { lines += remark("help", help) }
    if let example = finding.example?.lines, !example.isEmpty {
      let indent = String(repeating: " ", count: gutter + 5)
      lines += remark("example", "") + example.map { indent + cut($0, behind: indent.count) }
    }
    if let features = finding.features {
      lines += remark("features", features.isEmpty ? "none" : features.joined(separator: ", "))
    }
    return lines
  }

  /// `= help: …`, further lines below the first.
  private func remark(_ kind: String, _ text: String) -> [String] {
    let margin = String(repeating: " ", count: gutter + 1)
    let indent = margin + String(repeating: " ", count: kind.count + 4)
    let start = margin + style.paint("=", .frame) + " " + style.paint("\(kind):", .message)
    let pieces = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .map { DisplayText.line(String($0)) }
      .flatMap { wrapped($0, indent: indent.count, after: indent.count) }
    let first = pieces.first ?? ""
    return [first.isEmpty ? start : "\(start) \(first)"] + pieces.dropFirst().map { indent + $0 }
  }

  /// The beginning of a line, as far as there is room.
  private func cut(_ line: String, behind used: Int) -> String {
    guard let width else { return line }
    let text = DisplayText(line)
    let room = max(SourceExcerpt.fewest, width) - used
    return text.columns <= room ? line : text.prefix(room - 1).text + "…"
  }

  private func numbered(_ excerpt: SourceExcerpt) -> String {
    let number = "\(excerpt.line)"
    let padding = String(repeating: " ", count: gutter - number.count)
    return padding + style.paint("\(number) |", .frame)
      + (excerpt.text.isEmpty ? "" : " " + excerpt.text)
  }

  /// The marks under a span, with the label beside them, or below where there is no room.
  private func underline(
    _ excerpt: SourceExcerpt, _ mark: Character, _ label: String, _ role: TerminalStyle.Role
  ) -> [String] {
    let margin = String(repeating: " ", count: excerpt.indent)
    let marks = String(repeating: mark, count: excerpt.width)
    if label.isEmpty { return [framed(margin + style.paint(marks, role))] }
    let words = DisplayText.line(label)
    let beside = excerpt.indent + excerpt.width + 1 + DisplayText(words).columns
    let room = width.map { max(SourceExcerpt.fewest, $0 - gutter - 3) }
    guard let room, beside > room else {
      return [framed(margin + style.paint(marks + " " + words, role))]
    }
    let indent = min(excerpt.indent, max(0, room - max(24, DisplayText(words).columns)))
    let below = LineBreaks.lines(of: words, width: room - indent)
    return [framed(margin + style.paint(marks, role))]
      + below.map { framed(String(repeating: " ", count: indent) + style.paint($0, role)) }
  }

  /// A line without a number.
  private func framed(_ text: String) -> String {
    let bar = String(repeating: " ", count: gutter + 1) + style.paint("|", .frame)
    return text.isEmpty ? bar : bar + " " + text
  }
}
