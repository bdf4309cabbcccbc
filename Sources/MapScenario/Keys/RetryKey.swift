import MapKeys

/// The keys of `retry`: all records of the mapping, or some.
enum RetryKey: String, KeySet {
  case mapping
  case bc
  case sales

  static let title = "a retry"
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
