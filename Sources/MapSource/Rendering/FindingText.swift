/// One finding as the lines that a terminal shows.
struct FindingText {
  private let finding: Finding
  private let report: FindingReport
  private let style: TerminalStyle
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
    _ finding: Finding, in report: FindingReport, style: TerminalStyle,
    path: @escaping (String) -> String
  ) {
    self.finding = finding
    self.report = report
    self.style = style
    self.path = path
    excerpt = SourceExcerpt(finding.span, in: report)
    for note in finding.notes {
      guard let span = note.span, span.end > span.start else {
        plain.append(note)
        continue
      }
      let place = SourceExcerpt(span, in: report)
      let isHere = span.file == finding.span.file && place.line == excerpt.line
      if isHere, excerpt.isWhole {
        beside.append((note, place))
      } else {
        elsewhere.append((note, span, place))
      }
    }
    gutter = elsewhere.map { "\($0.excerpt.line)".count }.reduce("\(excerpt.line)".count, max)
  }

  /// Without line feeds, the heading first.
  var lines: [String] {
    [heading, place("-->", finding.span)] + snippet + snippetsElsewhere + remarks
  }

  private var role: TerminalStyle.Role { finding.severity == .error ? .error : .warning }

  private var heading: String {
    style.paint("\(finding.severity.name)[\(finding.name)]", role)
      + style.paint(": " + DisplayText.line(finding.message), .message)
  }

  private func place(_ arrow: String, _ span: Span) -> String {
    String(repeating: " ", count: gutter) + style.paint(arrow, .frame) + " " + location(span)
  }

  private func location(_ span: Span) -> String {
    let start = report.start(of: span)
    return DisplayText.line("\(path(report.path(of: span))):\(start.line):\(start.column)")
  }

  private var snippet: [String] {
    [framed("")] + [numbered(excerpt), underline(excerpt, "^", finding.label, role)]
      + beside.map { underline($0.excerpt, "-", $0.note.message, .place) }
  }

  private var snippetsElsewhere: [String] {
    elsewhere.flatMap { note, span, excerpt in
      [
        place(":::", span), numbered(excerpt),
        underline(excerpt, "-", note.message, .place),
      ]
    }
  }

  private var remarks: [String] {
    var lines = plain.flatMap { note in
      remark("note", note.message + (note.span.map { " (\(location($0)))" } ?? ""))
    }
    if let help = finding.help { lines += remark("help", help) }
    if let example = finding.example?.lines, !example.isEmpty {
      let indent = String(repeating: " ", count: gutter + 5)
      lines += remark("example", "") + example.map { indent + $0 }
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
    let first = pieces.first ?? ""
    return [first.isEmpty ? start : "\(start) \(first)"] + pieces.dropFirst().map { indent + $0 }
  }

  private func numbered(_ excerpt: SourceExcerpt) -> String {
    let number = "\(excerpt.line)"
    let padding = String(repeating: " ", count: gutter - number.count)
    return padding + style.paint("\(number) |", .frame)
      + (excerpt.text.isEmpty ? "" : " " + excerpt.text)
  }

  private func underline(
    _ excerpt: SourceExcerpt, _ mark: Character, _ label: String, _ role: TerminalStyle.Role
  ) -> String {
    let marks = String(repeating: mark, count: excerpt.width)
    let text = label.isEmpty ? marks : marks + " " + DisplayText.line(label)
    return framed(String(repeating: " ", count: excerpt.indent) + style.paint(text, role))
  }

  /// A line without a number.
  private func framed(_ text: String) -> String {
    let bar = String(repeating: " ", count: gutter + 1) + style.paint("|", .frame)
    return text.isEmpty ? bar : bar + " " + text
  }
}
