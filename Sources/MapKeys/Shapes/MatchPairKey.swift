/// The keys of a pair of fields in a match.
public enum MatchPairKey: String, KeySet {
  case bc
  case sales
  case caseSensitive = "case-sensitive"

  public static let title = "a pair to match"
  public static let index = KeyIndex<Self>()

  public var rule: KeyRule {
    switch self {
    case .bc:
      .required(.text, "The Business Central field.")
    case .sales:
      .required(.text, "The Sales field.")
    case .caseSensitive:
      .optional(.boolean, "Whether upper and lower case differ.")
    }
  }
}
