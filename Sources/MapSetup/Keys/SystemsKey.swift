import MapKeys

/// The keys of the two systems.
enum SystemsKey: String, KeySet {
  case bc
  case sales

  static let title = "the systems"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(.keys(SystemKey.self), "Business Central.")
    case .sales:
      .optional(.keys(SystemKey.self), "Dynamics 365 Sales.")
    }
  }
}
