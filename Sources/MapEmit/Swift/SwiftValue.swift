import MapLanguage
import MapRuntime

/// Values and types as Swift literals.
enum SwiftValue {
  static func literal(_ value: Value) -> SwiftCode {
    switch value {
    case .empty: "nil"
    case .text(let text): "\(SwiftText(text))"
    case .integer(let number): "\(number)"
    case .decimal(let number): "DecimalValue(units: \(number.units))"
    case .boolean(let truth): "\(truth)"
    case .date(let date): "DateValue(days: \(date.days))"
    case .dateTime(let moment): "DateTimeValue(milliseconds: \(moment.milliseconds))"
    case .guid(let guid): "Guid(high: \(guid.high), low: \(guid.low))"
    case .option(let option): "OptionValue(\(option.rawValue))"
    case .lookup(let lookup):
      "Lookup(table: \(SwiftText(lookup.table)), id: \(literal(.guid(lookup.id))))"
    }
  }

  /// A value as a `Value`.
  static func value(_ value: Value) -> SwiftCode {
    let literal = literal(value)
    return switch value {
    case .empty: ".empty"
    case .text: ".text(\(literal))"
    case .integer: ".integer(\(literal))"
    case .decimal: ".decimal(\(literal))"
    case .boolean: ".boolean(\(literal))"
    case .date: ".date(\(literal))"
    case .dateTime: ".dateTime(\(literal))"
    case .guid: ".guid(\(literal))"
    case .option: ".option(\(literal))"
    case .lookup: ".lookup(\(literal))"
    }
  }

  static func texts(_ texts: [String]) -> SwiftCode {
    "[\(texts.map { "\(SwiftText($0))" as SwiftCode }.joined(", "))]"
  }

  static func access(_ access: Field.Access) -> SwiftCode {
    switch access {
    case .readWrite: ".readWrite"
    case .read: ".read"
    case .create: ".create"
    case .update: ".update"
    }
  }

  static func type(_ type: FieldType) -> SwiftCode {
    switch type {
    case .text(let length): ".text(length: \(optional(length)))"
    case .code(let length): ".code(length: \(length))"
    case .memo(let length): ".memo(length: \(optional(length)))"
    case .integer: ".integer"
    case .bigInteger: ".bigInteger"
    case .decimal(let places): ".decimal(places: \(places))"
    case .money: ".money"
    case .boolean: ".boolean"
    case .date: ".date"
    case .dateTime: ".dateTime"
    case .guid: ".guid"
    case .option: ".option"
    case .lookup: ".lookup"
    }
  }

  static func side(_ side: Side) -> SwiftCode { side == .bc ? ".bc" : ".sales" }

  static func direction(_ direction: Direction) -> SwiftCode {
    direction == .toSales ? ".toSales" : ".toBC"
  }

  /// What tells members of the two directions apart.
  /// The columns of a set as bits; those from 128 on in words of their own.
  static func fieldSet(_ set: FieldSet) -> SwiftCode {
    let words = set.words.map { "\($0)" as SwiftCode }
    let beyond = words.dropFirst()
    return beyond.isEmpty
      ? "FieldSet(bits: \(words[0]))"
      : "FieldSet(bits: \(words[0]), beyond: [\(beyond.joined(", "))])"
  }

  static func suffix(_ target: Side) -> SwiftCode { target == .sales ? "ToSales" : "ToBC" }

  private static func optional(_ number: Int?) -> SwiftCode {
    if let number { "\(number)" } else { "nil" }
  }
}
