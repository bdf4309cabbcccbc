import MapLanguage
import MapRuntime

/// Whether a record can pass several conditions at once.
enum Satisfiability: Sendable {
  /// No record can: a proof.
  case never
  /// This one does: every condition was tested on it.
  case record([Int: Value])
  /// Neither was found.
  case unknown

  /// - Parameters:
  ///   - table: whose records they are.
  ///   - given: values that some fields have.
  init(
    of conditions: [EffectiveCondition], in table: Table, given: [Int: Value] = [:]
  ) {
    var isPossible = false
    for var way in RecordDomain.ways(through: conditions, in: table) {
      for (field, value) in given {
        way.restrict(field, to: .only(value, way.scope(of: field)))
      }
      if way.isEmpty { continue }
      isPossible = true
      guard var record = way.candidate else { continue }
      record.merge(given) { _, value in value }
      if Self.passes(record, way, conditions) {
        self = .record(record)
        return
      }
    }
    self = isPossible ? .unknown : .never
  }

  var isNever: Bool {
    if case .never = self { true } else { false }
  }

  /// The record that was found.
  var witness: [Int: Value]? {
    if case .record(let record) = self { record } else { nil }
  }

  /// Tests the record, with variables that have the values of the fields they are compared with:
  /// some installation has them.
  private static func passes(
    _ record: [Int: Value], _ way: RecordDomain, _ conditions: [EffectiveCondition]
  ) -> Bool {
    let variables = way.variables.compactMapValues { record[$0] }
    let evaluator = ConditionEvaluator(table: way.table) { name, _ in variables[name] }
    return conditions.allSatisfy { evaluator.holds($0, on: record) == true }
  }
}
