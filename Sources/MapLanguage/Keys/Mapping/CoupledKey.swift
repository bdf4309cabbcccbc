import MapKeys

/// The keys of a coupling in a test.
enum CoupledKey: String, KeySet {
  case mapping
  case bc
  case sales

  static let title = "a coupling"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(.text, "The mapping.")
    case .bc:
      .required(.textOrTexts, "The Business Central record by its business key.")
    case .sales:
      .required(.text, "The Sales record.")
    }
  }
}
