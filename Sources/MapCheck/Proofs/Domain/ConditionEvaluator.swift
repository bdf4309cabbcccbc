import MapLanguage
import MapRuntime

/// Tests records against conditions: the one definition, which proofs, tests in files and `try`
/// share. The test of a value is `ConditionTest`'s.
public struct ConditionEvaluator: Sendable {
  /// The table whose records are tested.
  public let table: Table
  private let variable: @Sendable (Variable, FieldType) -> Value?

  /// - Parameter variable: the values behind `$` names in a field's type; nil for one that is not
  ///   known.
  public init(
    table: Table, variable: @escaping @Sendable (Variable, FieldType) -> Value? = { _, _ in nil }
  ) {
    self.table = table
    self.variable = variable
  }

  /// Whether a record, by the places of its fields, passes; nil where that depends on a variable
  /// that is not known. What the record leaves out is empty, or zero where BC knows no empty.
  public func holds(_ condition: EffectiveCondition, on record: [Int: Value]) -> Bool? {
    let clauses = condition.clauses.lazy.map { holds($0.test, of: $0.field, on: record) }
    let lists = condition.any.lazy.map { list in
      Self.any(list.lazy.map { holds($0, on: record) })
    }
    return Self.all([Self.all(clauses), Self.all(lists)])
  }

  /// Whether one field of a record passes a test.
  public func holds(
    _ test: EffectiveTest, of field: Int, on record: [Int: Value]
  ) -> Bool? {
    switch test {
    case .anyOf(let tests): return Self.any(tests.lazy.map { holds($0, of: field, on: record) })
    case .not(let inner): return holds(inner, of: field, on: record).map { !$0 }
    default: break
    }
    guard let test = known(test, of: field) else { return nil }
    let scope = FieldScope(field: table.fields[field], side: table.side)
    return test.matches(
      value(of: field, in: record), caseSensitive: scope.isCaseSensitive,
      other: { name in table.place(of: name).map { value(of: $0, in: record) } ?? .empty })
  }

  /// What a record holds in a field.
  public func value(of field: Int, in record: [Int: Value]) -> Value {
    record[field] ?? FieldScope(field: table.fields[field], side: table.side).blank
  }

  /// The clauses for which a record does not pass: the first that fails, or where none of a list holds
  /// the first of each; nothing where it passes.
  public func failing(
    _ condition: EffectiveCondition, on record: [Int: Value]
  ) -> [EffectiveCondition.Clause] {
    let failed = condition.clauses.first { holds($0.test, of: $0.field, on: record) != true }
    if let failed { return [failed] }
    let list = condition.any.first { list in !list.contains { holds($0, on: record) == true } }
    return list?.flatMap { failing($0, on: record) } ?? []
  }

  /// The runtime's test of a field; nil where a variable is not known.
  public func known(_ test: EffectiveTest, of field: Int) -> ConditionTest? {
    let type = table.fields[field].type.value
    switch test {
    case .equals(let operand): return known(operand, type).map(ConditionTest.equals)
    case .empty: return .empty
    case .notEmpty: return .notEmpty
    case .above(let bound): return known(bound, type).map(ConditionTest.above)
    case .below(let bound): return known(bound, type).map(ConditionTest.below)
    case .atLeast(let bound): return known(bound, type).map(ConditionTest.atLeast)
    case .atMost(let bound): return known(bound, type).map(ConditionTest.atMost)
    case .between(let low, let high):
      guard let low = known(low, type), let high = known(high, type) else { return nil }
      return .between(low, high)
    case .like(let pattern): return .like(Wildcard(pattern))
    case .isA(let name): return .isA(table: name)
    case .field(let place): return .field(table.fields[place].name.value)
    case .not(let inner): return known(inner, of: field).map(ConditionTest.not)
    case .anyOf(let tests):
      let known = tests.compactMap { self.known($0, of: field) }
      return known.count == tests.count ? .anyOf(known) : nil
    }
  }

  private func known(_ operand: Operand, _ type: FieldType) -> Value? {
    switch operand {
    case .value(let value): value
    case .variable(let name): variable(name, type)
    }
  }

  private static func all(_ answers: some Sequence<Bool?>) -> Bool? {
    var isKnown = true
    for answer in answers {
      guard let answer else {
        isKnown = false
        continue
      }
      if !answer { return false }
    }
    return isKnown ? true : nil
  }

  private static func any(_ answers: some Sequence<Bool?>) -> Bool? {
    all(answers.lazy.map { $0.map { !$0 } }).map { !$0 }
  }
}
