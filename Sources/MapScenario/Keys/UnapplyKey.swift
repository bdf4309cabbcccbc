import MapKeys

/// The keys of `unapply`.
enum UnapplyKey: String, KeySet {
  case bc
  case on

  static let title = "a payment that is taken back"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .required(
        .text, "The posted invoice.")
    case .on:
      .optional(
        .text, "The day; today unless said.")
    }
  }
}
