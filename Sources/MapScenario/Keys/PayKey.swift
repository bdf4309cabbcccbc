import MapKeys

/// The keys of `pay`.
enum PayKey: String, KeySet {
  case bc
  case amount
  case on

  static let title = "a payment"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .required(
        .text, "The posted invoice.")
    case .amount:
      .optional(
        .text, "How much is paid, in the invoice's currency; all that remains unless said.")
    case .on:
      .optional(
        .text, "The day; today unless said.")
    }
  }
}
