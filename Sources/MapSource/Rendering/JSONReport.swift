/// The document of `mapc check --format json`.
struct JSONReport: Encodable {
  let version = 1
  let findings: [JSONFinding]
  let summary: Summary

  /// The totals of a run.
  struct Summary: Encodable {
    let files: Int
    let errors: Int
    let warnings: Int
  }

  init(_ report: FindingReport, path: (String) -> String) {
    findings = report.findings.map { JSONFinding($0, in: report, path: path) }
    summary = Summary(files: report.files, errors: report.errors, warnings: report.warnings)
  }
}
