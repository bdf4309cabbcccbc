import MapPlan
import MapRuntime
import MapSource

/// The document of `mapc test --format json`, version 1.
struct TestReportJSON: Encodable {
  /// A rule and where it stands.
  struct Rule: Encodable {
    let name: String
    let file: String
    let line: Int

    init(_ rule: RuleSource, _ lines: inout SourceLines) {
      name = rule.name
      file = lines.path(of: rule.span)
      line = lines.line(of: rule.span)
    }
  }

  struct Difference: Encodable {
    let field: String
    let expected: String
    let found: String
    let why: String
    let rule: Rule?
  }

  struct Test: Encodable {
    let mapping: String
    let test: String
    let file: String
    let line: Int
    let direction: String
    let features: [String]
    let passed: Bool
    let problem: String?
    let rule: Rule?
    let differences: [Difference]
  }

  struct Summary: Encodable {
    let passed: Int
    let failed: Int
  }

  let version = 1
  let tests: [Test]
  let summary: Summary

  init(_ results: [TestResult], _ lines: inout SourceLines) {
    var tests: [Test] = []
    for result in results {
      let differences = result.differences.map { difference in
        Difference(
          field: difference.field, expected: difference.expected, found: difference.found,
          why: difference.why, rule: difference.writer.map { Rule($0, &lines) })
      }
      tests.append(
        Test(
          mapping: result.mapping, test: result.test.name.value,
          file: lines.path(of: result.test.name.span),
          line: lines.line(of: result.test.name.span), direction: result.direction.name,
          features: result.features, passed: result.hasPassed, problem: result.problem?.message,
          rule: result.problem?.rule.map { Rule($0, &lines) }, differences: differences))
    }
    self.tests = tests
    let failed = results.count { !$0.hasPassed }
    summary = Summary(passed: results.count - failed, failed: failed)
  }
}
