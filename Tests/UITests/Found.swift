import MapSource

/// A finding by what people see of it: where it stands and what it says.
struct Found: Hashable, CustomStringConvertible {
  let severity: Severity
  let name: String
  let message: String
  let path: String
  var line: Int
  let column: Int
  var endLine: Int
  let endColumn: Int

  init(_ finding: Finding, in report: FindingReport) {
    severity = finding.severity
    name = finding.name
    message = finding.message
    path = report.path(of: finding.span)
    let start = report.start(of: finding.span)
    let end = report.end(of: finding.span)
    (line, column, endLine, endColumn) = (start.line, start.column, end.line, end.column)
  }

  static func all(in report: FindingReport) -> [Found] {
    report.findings.map { Found($0, in: report) }
  }

  /// The same some lines further down; what stands at no character of its file stays.
  func shifted(by lines: Int) -> Found {
    if line == 1, column == 1, endLine == 1, endColumn == 1 { return self }
    var found = self
    found.line += lines
    found.endLine += lines
    return found
  }

  var description: String { "\(path):\(line):\(column): \(severity.name): \(message) [\(name)]" }
}
