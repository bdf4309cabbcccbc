import MapKeys

/// The keys of `invoice-discount`.
enum DiscountKey: String, KeySet {
  case from

  static let title = "a discount rule"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .from:
      .required(.textOrTexts, "The Sales fields of the amount and the percentage.")
    }
  }
}
