import MapKeys

/// The keys of records by side.
enum SideRecordsKey: String, KeySet {
  case bc
  case sales

  static let title = "records by side"
  static let index = KeyIndex<Self>()
  static let definition = "records"

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(
        .map(.list(.map(.value))), "Business Central's records by table.")
    case .sales:
      .optional(
        .map(.list(.map(.value))), "Records in Sales by table.")
    }
  }
}
