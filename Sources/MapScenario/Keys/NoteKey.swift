import MapKeys

/// The keys of `note`.
enum NoteKey: String, KeySet {
  case bc
  case sales
  case text

  static let title = "a note"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(
        .text, "The Business Central record.")
    case .sales:
      .optional(
        .text, "The Sales record.")
    case .text:
      .required(
        .text, "What it says.")
    }
  }
}
