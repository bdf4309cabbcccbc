import EmbeddedSystems
import MapRuntime

/// A column as conditions compare it.
struct ConditionColumn {
  let layout: ColumnLayout
  private let type: FieldType
  private let isCaseSensitive: Bool
  private let side: Side

  init(_ layout: ColumnLayout, _ record: RecordTable, _ column: Int) {
    self.layout = layout
    type = record.columns[column].type
    side = record.side
    let isCode = if case .code = type { true } else { false }
    isCaseSensitive = record.side == .bc && !isCode
  }

  var sql: String { layout.sql }

  var isText: Bool {
    switch layout.field.type {
    case .text, .code, .memo: true
    default: false
    }
  }

  /// The order of `RowCondition`, which the database knows by name.
  var collation: String {
    guard isText else { return "" }
    return " COLLATE \(isCaseSensitive ? TextCollations.exact : TextCollations.caseless)"
  }

  /// True or false, never unknown.
  var emptySQL: String { isText ? "(ifnull(\(sql), '') = '')" : "(\(sql) IS NULL)" }

  /// Where the column holds a value that is none of its field's, which compares with nothing; nil
  /// where only reading it tells.
  var damagedSQL: String? {
    switch layout.field.type {
    case .decimal, .money, .guid, .lookup: return "ifnull(length(\(sql)), 16) <> 16"
    case .boolean: return "ifnull(\(sql), 0) NOT IN (0, 1)"
    case .option:
      guard let options = layout.knownOptions(on: side), let first = options.first else {
        return nil
      }
      return "ifnull(\(sql), \(first)) NOT IN (\(options.map(String.init).joined(separator: ", ")))"
    case .text, .code, .memo, .integer, .bigInteger, .date, .dateTime: return nil
    }
  }

  /// The value in the column's own form; nil where the two compare in another way.
  func comparable(_ value: Value) -> Value? {
    switch (layout.field.type, value) {
    case (.text, .text), (.code, .text), (.memo, .text): value
    case (.integer, .integer), (.bigInteger, .integer), (.option, .option): value
    case (.decimal, .decimal), (.money, .decimal): value
    case (.decimal, .integer(let number)), (.money, .integer(let number)):
      .decimal(DecimalValue(number))
    case (.boolean, .boolean), (.guid, .guid), (.date, .date), (.dateTime, .dateTime): value
    case (.lookup, .lookup): value
    case (.dateTime, .date(let date)): .dateTime(DateTimeValue(midnightOf: date))
    default: nil
    }
  }
}
