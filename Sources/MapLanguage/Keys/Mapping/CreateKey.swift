import MapKeys

/// The keys of `create`.
enum CreateKey: String, KeySet {
  case toSales = "to-sales"
  case toBC = "to-bc"

  static let title = "what may be created"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .toSales:
      .optional(.either([.boolean, .keys(CreateRuleKey.self)]), "Whether it may create in Sales.")
    case .toBC:
      .optional(
        .either([.boolean, .keys(CreateRuleKey.self)]),
        "Whether it may create in Business Central.")
    }
  }
}
