/// Which field types convert into which, and how. Lengths and places are `Fitting`'s.
public enum Conversion {
  /// Whether a field of one type may be written into a field of the other by itself: texts among
  /// each other, numbers among each other, date and date-time (R B-25); whole numbers into any
  /// text, guids into text and memo. Everything else needs a transform or a values list.
  public static func isPossible(from source: FieldType, to target: FieldType) -> Bool {
    switch (source, target) {
    case (.integer, .text), (.integer, .memo), (.integer, .code),
      (.bigInteger, .text), (.bigInteger, .memo), (.bigInteger, .code),
      (.guid, .text), (.guid, .memo):
      true
    default: ConversionFamily(source) == ConversionFamily(target)
    }
  }

  /// The value in the target's type; empty stays empty.
  public static func convert(
    _ value: Value, from source: FieldType, to target: FieldType
  ) throws(ConversionFailure) -> Value {
    guard isPossible(from: source, to: target) else {
      throw .impossible(from: source, to: target)
    }
    if value.isEmpty { return .empty }
    switch target {
    case .text, .memo: return .text(try text(of: value))
    case .code: return .of(text: code(from: try text(of: value)))
    case .integer: return .integer(try integer(of: value))
    case .bigInteger: return .integer(try bigInteger(of: value))
    case .decimal, .money: return .decimal(try decimal(of: value))
    case .date: return .date(try dateTime(of: value).date)
    case .dateTime: return .dateTime(try dateTime(of: value))
    case .boolean: if case .boolean = value { return value }
    case .guid: if case .guid = value { return value }
    case .option: if case .option = value { return value }
    case .lookup: if case .lookup = value { return value }
    }
    throw .wrongValue
  }

  private static func text(of value: Value) throws(ConversionFailure) -> String {
    switch value {
    case .text(let text): return text
    case .integer(let number): return text(from: number)
    case .guid(let guid): return text(from: guid)
    default: throw .wrongValue
    }
  }

  private static func integer(of value: Value) throws(ConversionFailure) -> Int64 {
    switch value {
    case .integer(let number): return try integer(from: number)
    case .decimal(let number): return try integer(from: number)
    default: throw .wrongValue
    }
  }

  private static func bigInteger(of value: Value) throws(ConversionFailure) -> Int64 {
    switch value {
    case .integer(let number): return number
    case .decimal(let number): return try bigInteger(from: number)
    default: throw .wrongValue
    }
  }

  private static func decimal(of value: Value) throws(ConversionFailure) -> DecimalValue {
    switch value {
    case .integer(let number): return decimal(from: number)
    case .decimal(let number): return number
    default: throw .wrongValue
    }
  }

  private static func dateTime(of value: Value) throws(ConversionFailure) -> DateTimeValue {
    switch value {
    case .date(let date): return dateTime(from: date)
    case .dateTime(let moment): return moment
    default: throw .wrongValue
    }
  }
}
