import MapPlan
import MapRuntime
import MapSource

/// One record's way through a mapping, for people.
struct TrialReport {
  let trial: RecordTrial

  init(_ trial: RecordTrial) { self.trial = trial }

  func text(_ lines: inout SourceLines, path: (String) -> String) -> String {
    func place(_ rule: RuleSource) -> String {
      "\(path(lines.path(of: rule.span))):\(lines.line(of: rule.span))"
    }
    let features = ([trial.direction.name] + trial.features).joined(separator: ", ")
    var text = ["\(trial.program.name) (\(features))"]
    var table = TextTable(["field", "before", "after", "why", "rule"])
    for line in trial.lines {
      table.add([
        line.field, TestReport.shown(line.before), TestReport.shown(line.after), line.why,
        place(line.rule) + " " + line.rule.name,
      ])
    }
    if !trial.lines.isEmpty { text += table.lines(indent: 2) }
    guard let stop = trial.outcome.stop else {
      text.append("the record was \(trial.isNew ? "created" : "updated")")
      return text.joined(separator: "\n") + "\n"
    }
    text.append(
      "nothing is written: \(trial.message(of: stop))"
        + (trial.rule(of: stop).map { ", by the rule at \(place($0))" } ?? ""))
    return text.joined(separator: "\n") + "\n"
  }
}
