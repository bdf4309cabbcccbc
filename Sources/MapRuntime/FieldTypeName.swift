/// How messages name types of fields, in files and at run time.
public enum FieldTypeName {
  /// As authors write it.
  public static func written(_ type: FieldType) -> String {
    switch type {
    case .text(let length): length.map { "text(\($0))" } ?? "text"
    case .code(let length): "code(\(length))"
    case .memo(let length): length.map { "memo(\($0))" } ?? "memo"
    case .integer: "integer"
    case .bigInteger: "bigint"
    case .decimal(let places): "decimal(\(places))"
    case .money: "money"
    case .boolean: "boolean"
    case .date: "date"
    case .dateTime: "datetime"
    case .guid: "guid"
    case .option: "option"
    case .lookup: "lookup"
    }
  }

  /// `a date`, `an option`.
  public static func article(_ type: FieldType) -> String {
    switch type {
    case .integer, .option: "an " + written(type)
    default: "a " + written(type)
    }
  }

  /// What to write for a value of the type.
  public static func example(_ type: FieldType) -> String? {
    switch type {
    case .integer, .bigInteger: "write a whole number such as 10000"
    case .decimal, .money: "write a number such as 12.50"
    case .boolean: "write true or false"
    case .date: "write a date such as 2026-01-31"
    case .dateTime: "write a date and time such as 2026-01-31T09:00:00Z"
    case .guid: "write an id such as 6b29fc40-ca47-1067-b31d-00dd010662da"
    case .lookup: "a lookup takes null, a '$' value or, in a test, an id"
    case .text, .code, .memo, .option: nil
    }
  }
}
