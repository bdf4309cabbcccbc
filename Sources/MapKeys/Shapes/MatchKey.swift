import MapRuntime

/// The keys of match-based coupling.
public enum MatchKey: String, KeySet {
  case groups
  case unmatched
  case then
  case automatic

  public static let title = "a match"
  public static let index = KeyIndex<Self>()

  public var rule: KeyRule {
    switch self {
    case .groups:
      .required(
        .list(.list(.either([.text, .keys(MatchPairKey.self)]))),
        "Groups of fields that must all agree; each group starts afresh.")
    case .unmatched:
      .optional(
        .words(of: UnmatchedPolicy.self),
        "What is done with a record that found no partner.")
    case .then:
      .optional(.words(of: AfterMatch.self), "What follows a coupling.")
    case .automatic:
      .optional(.boolean, "Also when an uncoupled record is synchronized.")
    }
  }
}
