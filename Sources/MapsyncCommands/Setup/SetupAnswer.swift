import MapRuntime
import MapSetup
import MapSource

/// What the two systems lack (F29).
struct SetupAnswer: Encodable {
  struct Problem: Encodable {
    let system: String
    let severity: String
    let message: String
    let help: String?
    let file: String
    let line: Int
    let column: Int
  }

  let version = 1
  let company: String
  let features: [String]
  let mappings: Int
  let problems: [Problem]
  private let report: FindingReport
  private let isReady: Bool

  private enum CodingKeys: CodingKey { case version, company, features, mappings, problems }

  init(_ check: SystemsCheck, _ setup: Setup, _ sources: SourceSet) {
    company = setup.company
    features = setup.features.sorted()
    mappings = check.mappings
    let report = FindingReport(
      check.problems.map {
        Finding(
          "invalid-value", "\($0.system): \($0.message)", at: $0.span, severity: $0.severity,
          help: $0.help)
      }, in: sources)
    self.report = report
    problems = check.problems.map {
      let start = report.start(of: $0.span)
      return Problem(
        system: $0.system, severity: $0.severity.name, message: $0.message, help: $0.help,
        file: sources[$0.span.file].path, line: start.line, column: start.column)
    }
    isReady = check.isReady
  }

  /// The same for people.
  func text(color: Bool, width: Int?) -> String {
    let findings =
      problems.isEmpty ? "" : TextRenderer(color: color, width: width).render(report)
    let ready = "\(company): \(Numbers.count(mappings, "mapping")), both systems are ready\n"
    return findings + (isReady ? ready : "")
  }
}
