import MapKeys

/// The keys of `uncouple`.
enum UncoupleKey: String, KeySet {
  case mapping
  case bc
  case sales
  case all

  static let title = "what is uncoupled"
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
    case .all:
      .optional(
        .boolean, "All of them.")
    }
  }
}
