import EmbeddedSystems
import MapRuntime
import MapSync

/// A condition as SQL: exact for everything but what `isExact` says, and then a superset
/// (docs/language.md#conditions). Not exact are `like`, values and columns of two types, and two
/// columns of different types.
struct ConditionSQL {
  let table: TableLayout
  let record: RecordTable
  private(set) var values: [Value] = []
  private(set) var isExact = true

  init(_ table: TableLayout, _ record: RecordTable) {
    self.table = table
    self.record = record
  }

  mutating func sql(_ condition: RowCondition) throws(StoreFailure) -> String {
    var parts: [String] = []
    for clause in condition.clauses {
      guard let column = record.column(clause.field), let place = table.column(clause.field) else {
        throw .unknown("'\(record.name)' has no field '\(clause.field)' that mappings use")
      }
      parts.append(whole(clause.test, ConditionColumn(table.columns[place], record, column)))
    }
    for list in condition.any {
      var options: [String] = []
      for option in list { options.append(try sql(option)) }
      parts.append(options.isEmpty ? "0" : "(" + options.joined(separator: " OR ") + ")")
    }
    return parts.isEmpty ? "1" : parts.joined(separator: " AND ")
  }

  /// A test that is not exact counts as true as a whole, so that `not` never turns it round.
  private mutating func whole(_ test: ConditionTest, _ column: ConditionColumn) -> String {
    let count = values.count
    if let sql = sql(test, column) {
      // Nobody knows whether a value that cannot be read passes: its record has to be told.
      return column.damagedSQL.map { "(\(sql) OR \($0))" } ?? sql
    }
    values.removeSubrange(count...)
    isExact = false
    return "1"
  }

  private mutating func sql(_ test: ConditionTest, _ column: ConditionColumn) -> String? {
    switch test {
    case .empty: return column.emptySQL
    case .notEmpty: return "NOT \(column.emptySQL)"
    case .not(let inner): return sql(inner, column).map { "NOT \($0)" }
    case .anyOf(let tests):
      var parts: [String] = []
      for test in tests {
        guard let sql = sql(test, column) else { return nil }
        parts.append(sql)
      }
      return parts.isEmpty ? "0" : "(" + parts.joined(separator: " OR ") + ")"
    case .equals(let value): return value.isEmpty ? column.emptySQL : compare("=", value, column)
    case .above(let value): return compare(">", value, column)
    case .below(let value): return compare("<", value, column)
    case .atLeast(let value): return compare(">=", value, column)
    case .atMost(let value): return compare("<=", value, column)
    case .between(let low, let high):
      guard let low = compare(">=", low, column), let high = compare("<=", high, column) else {
        return nil
      }
      return "(\(low) AND \(high))"
    case .isA(let name):
      guard case .lookup = column.layout.field.type else { return "0" }
      guard let tables = column.layout.tableSQL else {
        return column.layout.onlyTable == name ? "(\(column.sql) IS NOT NULL)" : "0"
      }
      values.append(.text(name))
      return "(\(column.sql) IS NOT NULL AND \(tables) = ?)"
    case .like, .field: return nil
    }
  }

  /// A comparison that is false, never unknown, where the column is empty.
  private mutating func compare(
    _ sign: String, _ value: Value, _ column: ConditionColumn
  ) -> String? {
    if value.isEmpty { return "0" }
    guard let bound = column.comparable(value) else { return nil }
    if case .lookup(let lookup) = bound {
      guard sign == "=" else { return "0" }
      guard let tables = column.layout.tableSQL else {
        guard column.layout.onlyTable == lookup.table else { return "0" }
        values.append(bound)
        return "ifnull(\(column.sql) = ?, 0)"
      }
      values.append(bound)
      values.append(.text(lookup.table))
      return "ifnull(\(column.sql) = ? AND \(tables) = ?, 0)"
    }
    values.append(bound)
    let test = "ifnull(\(column.sql) \(sign) ?\(column.collation), 0)"
    // A blank text compares with nothing.
    return column.isText ? "(\(test) AND NOT \(column.emptySQL))" : test
  }
}
