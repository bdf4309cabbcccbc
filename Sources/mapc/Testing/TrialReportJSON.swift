import MapPlan
import MapRuntime
import MapSource

/// The document of `mapc try --format json`, version 1.
struct TrialReportJSON: Encodable {
  struct Step: Encodable {
    let field: String
    let before: String
    let after: String
    let why: String
    let rule: TestReportJSON.Rule
  }

  struct Refusal: Encodable {
    /// The key that refused; missing for a filter.
    let key: String?
    let message: String
    let rule: TestReportJSON.Rule?
  }

  let version = 1
  let mapping: String
  let direction: String
  let features: [String]
  let steps: [Step]
  /// The target's fields in the end.
  let result: [String: String]
  let refused: Refusal?

  init(_ trial: RecordTrial, _ lines: inout SourceLines) {
    mapping = trial.program.name
    direction = trial.direction.name
    features = trial.features
    var steps: [Step] = []
    for line in trial.lines {
      steps.append(
        Step(
          field: line.field, before: line.before, after: line.after, why: line.why,
          rule: TestReportJSON.Rule(line.rule, &lines)))
    }
    self.steps = steps
    result = Dictionary(trial.result, uniquingKeysWith: { first, _ in first })
    var refused: Refusal?
    if let stop = trial.outcome.stop {
      refused = Refusal(
        key: stop.key, message: trial.message(of: stop),
        rule: trial.rule(of: stop).map { TestReportJSON.Rule($0, &lines) })
    }
    self.refused = refused
  }
}
