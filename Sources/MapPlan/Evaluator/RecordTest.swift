import MapCheck
import MapLanguage
import MapRuntime

/// Tests conditions on one record, by the one definition that there is.
public struct RecordTest: Sendable {
  let table: Table
  let run: RunValues

  public init(table: Table, run: RunValues) {
    self.table = table
    self.run = run
  }

  public func holds(_ condition: EffectiveCondition, for record: [Int: Value]) -> Bool {
    condition.clauses.allSatisfy { passes($0.test, $0.field, record) }
      && condition.any.allSatisfy { list in list.contains { holds($0, for: record) } }
  }

  private func passes(_ test: EffectiveTest, _ field: Int, _ record: [Int: Value]) -> Bool {
    let type = table.fields[field].type.value
    let isCode = if case .code = type { true } else { false }
    return plain(test, type).matches(
      value(field, record), caseSensitive: table.side == .bc && !isCode,
      other: { name in table.place(of: name).map { value($0, record) } ?? .empty })
  }

  private func value(_ field: Int, _ record: [Int: Value]) -> Value {
    record[field] ?? (table.side == .bc ? BlankValue.of(table.fields[field].type.value) : .empty)
  }

  /// The test with this run's values in place of variables.
  private func plain(_ test: EffectiveTest, _ type: FieldType) -> ConditionTest {
    func value(_ operand: Operand) -> Value {
      OperandValue.of(operand, as: type, in: run, on: table.side)
    }
    return switch test {
    case .equals(let operand): .equals(value(operand))
    case .anyOf(let tests): .anyOf(tests.map { plain($0, type) })
    case .empty: .empty
    case .notEmpty: .notEmpty
    case .not(let inner): .not(plain(inner, type))
    case .above(let operand): .above(value(operand))
    case .below(let operand): .below(value(operand))
    case .atLeast(let operand): .atLeast(value(operand))
    case .atMost(let operand): .atMost(value(operand))
    case .between(let low, let high): .between(value(low), value(high))
    case .like(let pattern): .like(Wildcard(pattern))
    case .isA(let name): .isA(table: name)
    case .field(let place): .field(table.fields[place].name.value)
    }
  }
}
