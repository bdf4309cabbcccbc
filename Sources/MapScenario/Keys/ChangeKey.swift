import MapKeys

/// The keys of `change`.
enum ChangeKey: String, KeySet {
  case bc
  case sales
  case set
  case by

  static let title = "a change"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(
        .text, "The Business Central record.")
    case .sales:
      .optional(
        .text, "The Sales record.")
    case .set:
      .required(
        .values, "Fields and their new values.")
    case .by:
      .optional(
        .words(of: ScenarioAuthor.self), "Who changes it; a person unless said.")
    }
  }
}
