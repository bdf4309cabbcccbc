import MapKeys

/// The keys of a record that is named by its side.
enum NamedRecordKey: String, KeySet {
  case bc
  case sales

  static let title = "a record"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(
        .text, "The Business Central record.")
    case .sales:
      .optional(
        .text, "The Sales record.")
    }
  }
}
