import MapKeys

/// The keys of records of one mapping.
enum MappingRecordsKey: String, KeySet {
  case mapping
  case bc
  case sales

  static let title = "records of a mapping"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(
        .text, "The mapping.")
    case .bc:
      .optional(
        .oneOrList(.text), "The Business Central records.")
    case .sales:
      .optional(
        .oneOrList(.text), "The Sales records.")
    }
  }
}
