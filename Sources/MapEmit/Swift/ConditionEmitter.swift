import MapCheck
import MapLanguage
import MapRuntime

/// Writes a condition as an expression on a record.
struct ConditionEmitter {
  let names: EmissionNames
  let table: Int
  /// What the record and the run's values are called.
  let record: SwiftCode
  let run: SwiftCode

  func expression(_ condition: EffectiveCondition) -> SwiftCode {
    var parts = condition.clauses.map { self.clause($0) }
    for list in condition.any {
      let alternatives = list.map { expression($0) }
      parts.append("(\(alternatives.joined(" || ")))")
    }
    return parts.isEmpty ? "true" : parts.joined(" && ")
  }

  /// The same where nothing stands beside it, so that it needs no parentheses around all of it.
  func whole(_ condition: EffectiveCondition) -> SwiftCode {
    if condition.any.isEmpty, condition.clauses.count == 1, let clause = condition.clauses.first,
      case .anyOf(let tests) = clause.test
    {
      return tests.map { expression($0, clause.field) }.joined(" || ")
    }
    if condition.clauses.isEmpty, condition.any.count == 1, let list = condition.any.first {
      return list.map { expression($0) }.joined(" || ")
    }
    return expression(condition)
  }

  private func clause(_ clause: EffectiveCondition.Clause) -> SwiftCode {
    expression(clause.test, clause.field)
  }

  private func member(_ field: Int) -> SwiftCode { "\(record).\(names.member(field, in: table))" }

  private func expression(_ test: EffectiveTest, _ field: Int) -> SwiftCode {
    let kind = names.kind(field, in: table)
    let isOptional = names.isOptional(field, in: table)
    switch test {
    case .equals(let operand):
      switch (kind, operand) {
      case (.option, .value(let value)), (.boolean, .value(let value)),
        (.integer, .value(let value)), (.date, .value(let value)):
        return "\(member(field)) == \(SwiftValue.literal(value))"
      default: return general(test, field)
      }
    case .anyOf(let tests):
      return "(\(tests.map { expression($0, field) }.joined(" || ")))"
    case .not(.anyOf(let tests)): return "!\(expression(.anyOf(tests), field))"
    case .not(let inner): return "!(\(expression(inner, field)))"
    case .empty: return emptiness(field, kind, isOptional, isEmpty: true)
    case .notEmpty: return emptiness(field, kind, isOptional, isEmpty: false)
    default: return general(test, field)
    }
  }

  private func emptiness(
    _ field: Int, _ kind: SwiftKind, _ isOptional: Bool, isEmpty: Bool
  ) -> SwiftCode {
    if kind == .text { return "Filled.text(\(member(field))) \(isEmpty ? "==" : "!=") nil" }
    if !isOptional { return isEmpty ? "false" : "true" }
    return "\(member(field)) \(isEmpty ? "==" : "!=") nil"
  }

  /// By the one definition of conditions that the runtime has.
  private func general(_ test: EffectiveTest, _ field: Int) -> SwiftCode {
    let described = names.checked.catalogue[table]
    let isCode = if case .code = described.fields[field].type.value { true } else { false }
    let isCaseSensitive = described.side == .bc && !isCode
    let other: SwiftCode =
      if case .field(let other) = test {
        "{ _ in .of(\(member(other))) }"
      } else {
        "{ _ in .empty }"
      }
    return
      "ConditionTest\(literal(test, field)).matches(.of(\(member(field))), caseSensitive: \(isCaseSensitive), other: \(other))"
  }

  /// The test as a `ConditionTest`.
  func literal(_ test: EffectiveTest, _ field: Int) -> SwiftCode {
    func value(_ operand: Operand) -> SwiftCode { self.value(operand, field) }
    return switch test {
    case .equals(let operand): ".equals(\(value(operand)))"
    case .anyOf(let tests): ".anyOf([\(tests.map { literal($0, field) }.joined(", "))])"
    case .empty: ".empty"
    case .notEmpty: ".notEmpty"
    case .not(let inner): ".not(\(literal(inner, field)))"
    case .above(let operand): ".above(\(value(operand)))"
    case .below(let operand): ".below(\(value(operand)))"
    case .atLeast(let operand): ".atLeast(\(value(operand)))"
    case .atMost(let operand): ".atMost(\(value(operand)))"
    case .between(let low, let high): ".between(\(value(low)), \(value(high)))"
    case .like(let pattern): ".like(Wildcard(\(SwiftText(pattern))))"
    case .isA(let name): ".isA(table: \(SwiftText(name)))"
    case .field(let other):
      ".field(\(SwiftText(names.checked.catalogue[table].fields[other].name.value)))"
    }
  }

  /// An operand as a `Value`.
  private func value(_ operand: Operand, _ field: Int) -> SwiftCode {
    let type = names.checked.catalogue[table].fields[field].type.value
    switch operand {
    case .value(.empty): return ".empty"
    // A literal alone could be a decimal as well.
    case .value(.integer(let number)): return ".integer(\(number))"
    case .value(let value): return ".of(\(SwiftValue.literal(value)))"
    case .variable(.today):
      return type == .dateTime ? ".of(\(run).now)" : ".of(\(run).today)"
    case .variable(.user): return ".of(\(run).user)"
    case .variable(.localCurrency):
      return names.checked.catalogue[table].side == .sales
        ? ".of(\(run).localCurrency)" : ".empty"
    case .variable(.partner): return ".empty"
    case .variable(.optionSetting(let name, let numbers)):
      return "\(run).\(OperandEmitter.setting(name, numbers))"
    case .variable(.setting(let name, _)): return "\(run).setting(\(SwiftText(name)))"
    }
  }
}
