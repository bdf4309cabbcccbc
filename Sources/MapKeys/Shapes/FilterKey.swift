/// The keys of a filter.
public enum FilterKey: String, KeySet {
  case bc
  case sales

  public static let title = "a filter"
  public static let index = KeyIndex<Self>()

  public var rule: KeyRule {
    switch self {
    case .bc:
      .optional(.condition, "Which Business Central records take part.")
    case .sales:
      .optional(.condition, "Which Sales records take part.")
    }
  }
}
