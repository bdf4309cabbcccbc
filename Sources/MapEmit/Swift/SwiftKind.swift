import MapRuntime

/// The Swift type that holds a field's values.
enum SwiftKind: Hashable, Sendable {
  case text, integer, decimal, boolean, date, dateTime, guid, option, lookup

  init(_ type: FieldType) {
    switch type {
    case .text, .code, .memo: self = .text
    case .integer, .bigInteger: self = .integer
    case .decimal, .money: self = .decimal
    case .boolean: self = .boolean
    case .date: self = .date
    case .dateTime: self = .dateTime
    case .guid: self = .guid
    case .option: self = .option
    case .lookup: self = .lookup
    }
  }

  var type: SwiftCode {
    switch self {
    case .text: "String"
    case .integer: "Int64"
    case .decimal: "DecimalValue"
    case .boolean: "Bool"
    case .date: "DateValue"
    case .dateTime: "DateTimeValue"
    case .guid: "Guid"
    case .option: "OptionValue"
    case .lookup: "Lookup"
    }
  }

  /// The method of readers, and the property of `Value`.
  var accessor: SwiftCode {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .decimal: "decimal"
    case .boolean: "boolean"
    case .date: "date"
    case .dateTime: "dateTime"
    case .guid: "guid"
    case .option: "option"
    case .lookup: "lookup"
    }
  }

  /// What a BC field holds where nothing was filled in; nil where that is nil.
  var blank: SwiftCode? {
    switch self {
    case .text: "\"\""
    case .integer: "0"
    case .decimal: ".zero"
    case .boolean: "false"
    case .option: "OptionValue(0)"
    case .date, .dateTime, .guid, .lookup: nil
    }
  }

  /// Whether a field of a side is stored as an optional: on the Sales side everything is.
  func isOptional(on side: Side) -> Bool { side == .sales || blank == nil }

  func storage(on side: Side) -> SwiftCode { isOptional(on: side) ? "\(type)?" : type }

  func blank(on side: Side) -> SwiftCode { side == .sales ? "nil" : blank ?? "nil" }
}
