import MapKeys

/// The keys of `count`.
enum CountKey: String, KeySet {
  case bc
  case sales
  case coupled

  static let title = "a count"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(
        .map(.integer), "Records of Business Central's tables.")
    case .sales:
      .optional(
        .map(.integer), "Records of tables in Sales.")
    case .coupled:
      .optional(
        .map(.integer), "Couplings of mappings.")
    }
  }
}
