import MapKeys

/// The keys of the fields that a function of the host sees.
enum ComputeFromKey: String, KeySet {
  case bc
  case sales

  static let title = "the fields of a function"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(.textOrTexts, "Business Central fields.")
    case .sales:
      .optional(.textOrTexts, "Sales fields.")
    }
  }
}
