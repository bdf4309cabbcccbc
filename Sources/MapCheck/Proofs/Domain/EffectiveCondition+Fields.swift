import MapRuntime
import MapSource

extension EffectiveCondition {
  /// Whether a field is asked for anywhere in it.
  func mentions(_ field: Int) -> Bool {
    clauses.contains { $0.field == field || $0.test.compares(with: field) }
      || any.contains { list in list.contains { $0.mentions(field) } }
  }

  /// The condition that holds where this one does not.
  var negated: EffectiveCondition {
    let clauses = clauses.map { clause in
      EffectiveCondition(
        clauses: [Clause(field: clause.field, test: .not(clause.test), span: clause.span)], any: [])
    }
    let lists = any.map { list in
      EffectiveCondition(clauses: [], any: list.flatMap(\.negated.any))
    }
    return EffectiveCondition(clauses: [], any: [clauses + lists])
  }

  /// One field equal to a value.
  static func field(_ field: Int, is value: Value, at span: Span) -> EffectiveCondition {
    let test: EffectiveTest = value.isEmpty ? .empty : .equals(.value(value))
    return EffectiveCondition(clauses: [Clause(field: field, test: test, span: span)], any: [])
  }
}

extension EffectiveTest {
  /// Whether another field is what the value is compared with.
  fileprivate func compares(with field: Int) -> Bool {
    switch self {
    case .field(let other): other == field
    case .not(let inner): inner.compares(with: field)
    case .anyOf(let tests): tests.contains { $0.compares(with: field) }
    default: false
    }
  }
}
