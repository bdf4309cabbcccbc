/// Findings as workflow commands, which GitHub shows as annotations of a pull request.
public struct GitHubRenderer: FindingRenderer {
  private let path: @Sendable (String) -> String

  /// `path` makes the path from the repository's root from the one relative to the project's.
  public init(path: @escaping @Sendable (String) -> String = { $0 }) { self.path = path }

  public func render(_ report: FindingReport) -> String {
    report.findings.map { command(for: $0, in: report) + "\n" }.joined()
  }

  private func command(for finding: Finding, in report: FindingReport) -> String {
    let start = report.start(of: finding.span)
    let end = report.end(of: finding.span)
    var properties = [
      ("file", path(report.path(of: finding.span))), ("line", "\(start.line)"),
      ("endLine", "\(end.line)"),
    ]
    // GitHub refuses columns of a piece of several lines.
    if start.line == end.line {
      properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")]
    }
    properties.append(("title", finding.name))
    let written = properties.map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
    return "::\(finding.severity.name) \(written)::\(Self.data(message(of: finding, in: report)))"
  }

  private func message(of finding: Finding, in report: FindingReport) -> String {
    let notes = finding.notes.map { note in
      guard let span = note.span else { return "note: \(note.message)" }
      let start = report.start(of: span)
      let place = "\(path(report.path(of: span))):\(start.line):\(start.column)"
      return "note: \(note.message) (\(place))"
    }
    return ([finding.sentence] + notes + finding.remarks).map(DisplayText.line)
      .joined(separator: "\n")
  }

  /// The escapes of a command's message.
  static func data(_ text: String) -> String { escaped(text, "%\r\n") }

  /// The escapes of a command's property.
  static func property(_ text: String) -> String { escaped(text, "%\r\n:,") }

  /// By scalars, because a mark behind a `%` or a line feed behind a `\r` hides it as a character.
  private static func escaped(_ text: String, _ special: String) -> String {
    text.unicodeScalars.map { scalar in
      guard special.unicodeScalars.contains(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return (digits.count < 2 ? "%0" : "%") + digits
    }.joined()
  }
}
