import MapKeys

/// The keys of `create-and-couple`.
enum CreateAndCoupleKey: String, KeySet {
  case mapping
  case bc
  case sales
  case `as`

  static let title = "records whose partners are created"
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
    case .as:
      .optional(
        .text, "How later steps and 'then' call the partner, where there is one record.")
    }
  }
}
