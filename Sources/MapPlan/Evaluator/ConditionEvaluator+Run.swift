import MapCheck
import MapLanguage
import MapRuntime

extension ConditionEvaluator {
  /// Tests records of a run, in which every variable is known.
  public init(table: Table, run: RunValues) {
    let side = table.side
    self.init(table: table) { $0.value(as: $1, on: side, in: run) }
  }

  /// Whether a record of the run passes.
  public func accepts(_ record: [Int: Value], _ condition: EffectiveCondition) -> Bool {
    holds(condition, on: record) == true
  }
}
