import MapKeys

/// The keys of `close`.
enum CloseKey: String, KeySet {
  case sales
  case reason

  static let title = "a quote that ends without an order"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .sales:
      .required(
        .text, "The quote.")
    case .reason:
      .optional(
        .words(of: DocumentStep.QuoteEnd.self), "How it ends; lost unless said.")
    }
  }
}
