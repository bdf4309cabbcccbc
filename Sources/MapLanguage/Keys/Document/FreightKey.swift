import MapKeys

/// The keys of `freight`.
enum FreightKey: String, KeySet {
  case from
  case account

  static let title = "a freight rule"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .from:
      .required(.text, "The Sales field of the amount.")
    case .account:
      .required(.value, "The account of the line.")
    }
  }
}
