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

extension ConversionFailure {
  /// The key that refuses a record whose value does not convert.
  public var reason: RecordRefusal.Reason {
    switch self {
    case .fraction: .tooPrecise
    case .outOfRange: .tooLarge
    case .impossible, .wrongValue: .value
    }
  }
}
