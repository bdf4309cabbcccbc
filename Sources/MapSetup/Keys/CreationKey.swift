import MapKeys

/// The keys of `create` where it is data.
enum CreationKey: String, KeySet {
  case toSales = "to-sales"
  case toBC = "to-bc"

  static let title = "what may be created"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .toSales:
      .optional(.boolean, "Whether it may create in Sales.")
    case .toBC:
      .optional(.boolean, "Whether it may create in Business Central.")
    }
  }
}
