import MapKeys

/// The keys of where a long description goes.
enum OverflowKey: String, KeySet {
  case from
  case into
  case description

  static let title = "an overflow rule"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .from:
      .required(.textOrTexts, "The fields, of which the first that is filled counts.")
    case .into:
      .required(.words(["comment-lines"]), "What takes the rest.")
    case .description:
      .optional(.keys(OverflowDescriptionKey.self), "What stands in the line's own description.")
    }
  }
}
