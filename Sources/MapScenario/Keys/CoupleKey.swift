import MapKeys

/// The keys of `couple`.
enum CoupleKey: String, KeySet {
  case mapping
  case bc
  case sales

  static let title = "a coupling of two records"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(
        .text, "The mapping.")
    case .bc:
      .required(
        .text, "The Business Central record.")
    case .sales:
      .required(
        .text, "The Sales record; an option by its label.")
    }
  }
}
