import MapKeys
import MapSetup

/// The keys of `given`.
enum GivenKey: String, KeySet {
  case bc
  case sales
  case coupled
  case mappings

  static let title = "what is given"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(
        .map(.list(.map(.value))), "Business Central's records by table; `$id` names one.")
    case .sales:
      .optional(
        .map(.list(.map(.value))), "Records in Sales by table; `$id` names one.")
    case .coupled:
      .optional(
        .list(.keys(GivenCouplingKey.self)), "Records that are coupled.")
    case .mappings:
      .optional(
        .map(.keys(OverrideKey.self)), "Policies of single mappings, merged key by key.")
    }
  }
}
