extension Conversion {
  /// The UTF-16 units of the longest text that `Value.description` makes of the type's values; nil
  /// where that is unlimited or not known.
  public static func longestText(of type: FieldType) -> Int? {
    switch type {
    case .text(let length), .memo(let length): length
    case .code(let length): length
    case .integer: 11
    case .bigInteger: 20
    // A minus and 29 digits, then the point and the places.
    case .decimal(let places): places > 0 ? 31 + min(places, DecimalValue.maximumPlaces) : 30
    case .money: 35
    case .boolean: 5
    case .date: 10
    case .dateTime: 24
    case .guid: 36
    case .option: 11
    case .lookup: nil
    }
  }
}
