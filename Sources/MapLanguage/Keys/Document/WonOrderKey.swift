import MapKeys

/// The keys of where the order of a won quote is found.
enum WonOrderKey: String, KeySet {
  case sales
  case by

  static let title = "the order of a won quote"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .sales:
      .required(.text, "The Sales table.")
    case .by:
      .required(.text, "Its lookup to the quote.")
    }
  }
}
