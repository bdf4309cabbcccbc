import MapKeys

/// The keys of a document that another is made of.
enum NewDocumentKey: String, KeySet {
  case bc
  case sales
  case `as`

  static let title = "a document that another is made of"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(
        .text, "The Business Central document.")
    case .sales:
      .optional(
        .text, "The Sales document.")
    case .as:
      .optional(
        .text, "How later steps and 'then' call what is made.")
    }
  }
}
