/// What a field can hold. Lengths count UTF-16 units; a missing length was not told by the live
/// system and is never proved.
public enum FieldType: Hashable, Sendable {
  case text(length: Int?)
  /// Trimmed and upper-cased, length kept.
  case code(length: Int)
  case memo(length: Int?)
  case integer
  case bigInteger
  case decimal(places: Int)
  /// A Dataverse amount: four decimal places.
  case money
  case boolean
  case date
  case dateTime
  case guid
  case option
  /// A table and an id; only the Sales side has it.
  case lookup
}

extension FieldType {
  /// What a field of Business Central holds where nothing was filled in: numbers, booleans and options are
  /// never empty there.
  public var blank: Value {
    switch self {
    case .integer, .bigInteger: .integer(0)
    case .decimal, .money: .decimal(.zero)
    case .boolean: .boolean(false)
    case .option: .option(OptionValue(0))
    case .text, .code, .memo, .date, .dateTime, .guid, .lookup: .empty
    }
  }
}
