import MapCheck
import MapRuntime

/// One step of a record's way, in words.
public struct TrialLine: Sendable {
  public let rule: RuleSource
  /// The target's field.
  public let field: String
  public let before: String
  public let after: String
  /// What happened and why.
  public let why: String
}

extension RecordTrial {
  /// Every step in the order in which it ran: field maps, then what was written besides.
  public var lines: [TrialLine] {
    let steps = outcome.steps.map { step in
      TrialLine(
        rule: rule(step.rule), field: fieldName(step.target),
        before: text(step.before, ofTargetAt: step.target),
        after: text(step.after, ofTargetAt: step.target), why: step.why)
    }
    var values = Dictionary(
      outcome.steps.map { ($0.target, $0.after) }, uniquingKeysWith: { $1 })
    let additions = outcome.additions.map { addition in
      let before = values[addition.field] ?? scene.input.target?[addition.field] ?? .empty
      values[addition.field] = addition.value
      return TrialLine(
        rule: source(of: addition.writer), field: fieldName(addition.field),
        before: text(before, ofTargetAt: addition.field),
        after: text(addition.value, ofTargetAt: addition.field),
        why: "written by '\(addition.writer.key)'")
    }
    return steps + additions
  }

  /// The target's fields as they are in the end, in the order of its table.
  public var result: [(field: String, value: String)] {
    outcome.target.keys.sorted().map { place in
      (fieldName(place), text(outcome.target[place] ?? .empty, ofTargetAt: place))
    }
  }
}
