import MapPlan
import MapRuntime
import MapSource

/// What tests came to, for people: each failed one with a table of what differs.
struct TestReport {
  let results: [TestResult]

  init(_ results: [TestResult]) { self.results = results }

  func text(_ lines: inout SourceLines, path: (String) -> String) -> String {
    var blocks: [String] = []
    for result in results where !result.hasPassed {
      blocks.append(text(of: result, &lines, path))
    }
    return (blocks + [summary]).joined(separator: "\n\n") + "\n"
  }

  /// `12 tests passed, 1 failed`.
  var summary: String {
    let failed = results.count { !$0.hasPassed }
    let passed = results.count - failed
    return "\(passed) test\(passed == 1 ? "" : "s") passed, \(failed) failed"
  }

  private func text(
    of result: TestResult, _ lines: inout SourceLines, _ path: (String) -> String
  ) -> String {
    func place(_ span: Span) -> String { "\(path(lines.path(of: span))):\(lines.line(of: span))" }
    let features = ([result.direction.name] + result.features).joined(separator: ", ")
    var text = [
      "FAILED \(result.mapping): \(result.test.name.value)",
      "  \(place(result.test.name.span)) (\(features))",
    ]
    if let problem = result.problem {
      text.append(
        "  \(problem.message)" + (problem.rule.map { " – \($0.name), \(place($0.span))" } ?? ""))
    }
    guard !result.differences.isEmpty else { return text.joined(separator: "\n") }
    var table = TextTable(["field", "expected", "found", "rule"])
    for difference in result.differences {
      let rule = difference.writer.map { writer in
        place(writer.span) + " " + writer.name
          + (difference.why.isEmpty ? "" : ": \(difference.why)")
      }
      table.add([
        difference.field, Self.shown(difference.expected), Self.shown(difference.found),
        rule ?? "nothing writes it",
      ])
    }
    return (text + table.lines(indent: 2)).joined(separator: "\n")
  }

  static func shown(_ text: String) -> String { text.isEmpty ? "empty" : "'\(text)'" }
}
