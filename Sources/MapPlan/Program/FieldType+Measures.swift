import MapRuntime

extension FieldType {
  /// The length of a text or code in UTF-16 units.
  public var length: Int? {
    switch self {
    case .text(let length), .memo(let length): length
    case .code(let length): length
    default: nil
    }
  }

  /// The decimal places that a number keeps.
  public var decimalPlaces: Int {
    switch self {
    case .decimal(let places): places
    case .money: 4
    default: 0
    }
  }
}
