import MapKeys

/// The key of a step on an order.
enum OrderKey: String, KeySet {
  case order

  static let title = "an order"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .order:
      .required(
        .text, "A BC order, or the Sales order that it came from.")
    }
  }
}
