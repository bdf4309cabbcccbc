/// The keys of a filter.
enum FilterKey: String, KeySet {
  case bc
  case sales

  static let title = "a filter"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(.condition, "Which Business Central records take part.")
    case .sales:
      .optional(.condition, "Which Sales records take part.")
    }
  }
}
