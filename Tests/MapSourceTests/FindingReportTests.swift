import MapSource
import Testing

@Suite("Finding report")
struct FindingReportTests {
  private let sample = Sample(("a.yaml", "one\ntwo\n"), ("b.yaml", "three\n"))

  @Test("Findings are in order of file, position and name")
  func order() {
    let report = sample.report(
      Finding("z", "m", at: sample.span("three", in: 1)),
      Finding("z", "m", at: sample.span("two")),
      Finding("b", "m", at: sample.span("one")),
      Finding("a", "m", at: sample.span("one")))
    #expect(report.findings.map(\.name) == ["a", "b", "z", "z"])
    #expect(report.findings.map(\.span.file) == [0, 0, 0, 1])
  }

  @Test(
    "The summary counts with the right number",
    arguments: [
      (0, 0, 42, "no findings in 42 files"), (0, 0, 1, "no findings in 1 file"),
      (3, 1, 42, "3 errors, 1 warning in 42 files"), (1, 0, 1, "1 error in 1 file"),
      (0, 2, 0, "2 warnings in 0 files"),
    ])
  func summary(errors: Int, warnings: Int, files: Int, expected: String) {
    let bad = Array(repeating: Finding("a", "m", at: sample.span("one")), count: errors)
    let odd = Array(
      repeating: Finding("a", "m", at: sample.span("two"), severity: .warning), count: warnings)
    let report = FindingReport(bad + odd, in: sample.sources, files: files)
    #expect(report.errors == errors)
    #expect(report.warnings == warnings)
    #expect(report.summary == expected)
    let text = TextRenderer(color: false).render(report)
    #expect(text.hasSuffix(expected + "\n"))
  }

  @Test("Without a number the files are those of the sources")
  func files() {
    #expect(sample.report().files == 2)
  }

  @Test("Places are known in every file, whether a finding names it or not")
  func places() {
    let report = sample.report(Finding("a", "m", at: sample.span("two")))
    #expect(report.start(of: sample.span("two")) == Position(line: 2, column: 1))
    #expect(report.end(of: sample.span("two")) == Position(line: 2, column: 4))
    #expect(report.end(of: sample.span("three", in: 1)) == Position(line: 1, column: 6))
    #expect(report.path(of: sample.span("three", in: 1)) == "b.yaml")
  }
}
