import MapKeys

/// The keys of a write-in's text.
enum WriteInTextKey: String, KeySet {
  case sales
  case from

  static let title = "the text of a write-in"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .sales:
      .required(.text, "The Sales field.")
    case .from:
      .required(.text, "A text with fields in it.")
    }
  }
}
