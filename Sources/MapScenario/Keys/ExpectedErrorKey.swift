import MapKeys

/// The keys of an error in `then`.
enum ExpectedErrorKey: String, KeySet {
  case mapping
  case bc
  case sales
  case contains

  static let title = "an expected error"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(
        .text, "The mapping that it happened in.")
    case .bc:
      .optional(
        .text, "The Business Central record that it is about.")
    case .sales:
      .optional(
        .text, "The Sales record that it is about.")
    case .contains:
      .optional(
        .text, "Words of its message.")
    }
  }
}
