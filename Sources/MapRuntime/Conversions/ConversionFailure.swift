/// Why a value cannot become one of another type.
public enum ConversionFailure: Error, Hashable, Sendable {
  /// No value of the one type becomes one of the other.
  case impossible(from: FieldType, to: FieldType)
  /// The value is none of the type it is said to have.
  case wrongValue
  /// A whole number was asked for, and the decimal has a fraction.
  case fraction
  /// The number does not fit the target's integers.
  case outOfRange
}
