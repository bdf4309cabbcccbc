import MapKeys

/// The keys of a transform with both ways written out.
enum DirectedKey: String, KeySet {
  case toSales = "to-sales"
  case toBC = "to-bc"

  static let title = "a transform both ways"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .toSales:
      .optional(.transform, "Steps towards Sales.")
    case .toBC:
      .optional(.transform, "Steps towards Business Central.")
    }
  }
}
