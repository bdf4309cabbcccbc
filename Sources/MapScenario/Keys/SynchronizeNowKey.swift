import MapKeys

/// The keys of `synchronize-now`.
enum SynchronizeNowKey: String, KeySet {
  case mapping
  case bc
  case sales
  case direction

  static let title = "a synchronization of records"
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
    case .direction:
      .required(
        .words(of: SynchronizeDirection.self), "Which way, or `merge` for both.")
    }
  }
}
