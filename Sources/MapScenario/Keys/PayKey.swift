import MapKeys

/// The keys of `pay`.
enum PayKey: String, KeySet {
  case order
  case amount

  static let title = "a payment"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .order:
      .required(
        .text, "A BC order, or the Sales order that it came from.")
    case .amount:
      .required(
        .text, "How much is paid, in the invoice's currency.")
    }
  }
}
