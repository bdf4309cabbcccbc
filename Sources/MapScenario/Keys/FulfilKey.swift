import MapKeys

/// The keys of `fulfil`.
enum FulfilKey: String, KeySet {
  case sales
  case complete

  static let title = "a fulfilled order"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .sales:
      .required(
        .text, "The order.")
    case .complete:
      .optional(
        .boolean, "Whether all of it is; true unless said.")
    }
  }
}
