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
