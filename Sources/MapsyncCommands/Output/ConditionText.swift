import MapRuntime

/// A condition as its author would write it, on one line.
enum ConditionText {
  static func of(_ condition: RowCondition, _ table: TableDescription?) -> String {
    let clauses = condition.clauses.map { clause in
      "\(clause.field): \(of(clause.test, table?.field(clause.field)))"
    }
    let any = condition.any.map { list in
      "any: [\(list.map { "{ \(of($0, table)) }" }.joined(separator: ", "))]"
    }
    return (clauses + any).joined(separator: ", ")
  }

  private static func of(_ test: ConditionTest, _ field: FieldDescription?) -> String {
    func shown(_ value: Value) -> String {
      let text = ShownValue.of(value, field)
      return text.isEmpty || text.hasPrefix(" ") ? "'\(text)'" : text
    }
    return switch test {
    case .equals(let value): shown(value)
    case .anyOf(let tests): "[\(tests.map { of($0, field) }.joined(separator: ", "))]"
    case .empty: "empty"
    case .notEmpty: "not empty"
    case .not(let test): "not \(of(test, field))"
    case .above(let value): "> \(shown(value))"
    case .below(let value): "< \(shown(value))"
    case .atLeast(let value): ">= \(shown(value))"
    case .atMost(let value): "<= \(shown(value))"
    case .between(let low, let high): "\(shown(low)) to \(shown(high))"
    case .like(let wildcard): "like \(wildcard.source)"
    case .isA(let table): "a record of \(table)"
    case .field(let name): "as \(name)"
    }
  }
}
