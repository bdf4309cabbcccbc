/// Findings for builds, one line each in the form that editors and Xcode read.
///
/// What belongs to a finding follows as notes: its label, its notes, the help, the features. A note
/// without a place of its own stands at the finding's.
public struct LineRenderer: FindingRenderer {
  private let path: @Sendable (String) -> String

  /// `path` makes the path to show from the one relative to the root.
  public init(path: @escaping @Sendable (String) -> String = { $0 }) { self.path = path }

  public func render(_ report: FindingReport) -> String {
    var text = ""
    for finding in report.findings {
      func line(_ kind: String, _ message: String, at span: Span? = nil) {
        let span = span ?? finding.span
        let start = report.start(of: span)
        let place = "\(path(report.path(of: span))):\(start.line):\(start.column)"
        text += DisplayText.line("\(place): \(kind): \(message)") + "\n"
      }
      line(finding.severity.name, "\(finding.message) [\(finding.name)]")
      if !finding.label.isEmpty { line("note", finding.label) }
      for note in finding.notes { line("note", note.message, at: note.span) }
      for remark in finding.remarks { line("note", remark) }
    }
    return text
  }
}
