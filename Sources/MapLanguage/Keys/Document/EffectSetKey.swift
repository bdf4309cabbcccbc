import MapKeys

/// The keys of fields that an event sets.
enum EffectSetKey: String, KeySet {
  case bc
  case sales

  static let title = "fields to set"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(.values, "Business Central fields; `empty` empties.")
    case .sales:
      .optional(.values, "Sales fields; `empty` empties.")
    }
  }
}
