extension FieldType {
  /// The digits behind the point; nil for what is no number.
  var places: Int? {
    switch self {
    case .integer, .bigInteger: 0
    case .decimal(let places): places
    case .money: 4
    case .text, .code, .memo, .boolean, .date, .dateTime, .guid, .option, .lookup: nil
    }
  }
}
