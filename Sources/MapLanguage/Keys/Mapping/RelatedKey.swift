import MapKeys

/// The keys of another record, found by value.
enum RelatedKey: String, KeySet {
  case bc
  case sales
  case `where`

  static let title = "a related record"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(.text, "Its Business Central table.")
    case .sales:
      .optional(.text, "Its Sales table.")
    case .where:
      .required(.map(.text), "Their field, and this record's that it equals.")
    }
  }
}
