/// What a field holds in one record, for the compiler's evaluator; generated code uses the types
/// themselves.
public enum Value: Hashable, Sendable {
  /// What the language calls empty: '', null, no date, the zero guid, no lookup.
  case empty
  case text(String)
  case integer(Int64)
  case decimal(DecimalValue)
  case boolean(Bool)
  case date(DateValue)
  case dateTime(DateTimeValue)
  case guid(Guid)
  case option(OptionValue)
  case lookup(Lookup)

  /// A text, or `empty` for ''.
  public static func of(text: String) -> Value {
    text.isEmpty ? .empty : .text(text)
  }

  /// A guid, or `empty` for the zero guid.
  public static func of(guid: Guid) -> Value {
    guid.isZero ? .empty : .guid(guid)
  }

  /// A lookup, or `empty` for one without a record.
  public static func of(lookup: Lookup) -> Value {
    lookup.id.isZero ? .empty : .lookup(lookup)
  }

  /// True too for a '' or zero guid that was not made by `of`.
  public var isEmpty: Bool {
    switch self {
    case .empty: true
    case .text(let text): text.isEmpty
    case .guid(let guid): guid.isZero
    case .lookup(let lookup): lookup.id.isZero
    case .integer, .decimal, .boolean, .date, .dateTime, .option: false
    }
  }
}

extension Value: CustomStringConvertible {
  /// The plain text of the value: '' for `empty`, ISO 8601 for dates, the number of an option.
  public var description: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .boolean(let truth): String(truth)
    case .date(let date): date.description
    case .dateTime(let moment): moment.description
    case .guid(let guid): guid.description
    case .option(let option): option.description
    case .lookup(let lookup): lookup.description
    }
  }
}
