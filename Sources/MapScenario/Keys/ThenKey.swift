import MapKeys

/// The keys of `then`.
enum ThenKey: String, KeySet {
  case bc
  case sales
  case coupled
  case count
  case jobs
  case errors
  case review

  static let title = "what is expected"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .bc:
      .optional(
        .map(.list(.map(.value))),
        "Business Central's records by table, with the fields that matter; `$id` names one, `$new` one that must be new."
      )
    case .sales:
      .optional(
        .map(.list(.map(.value))), "Records in Sales by table, in the same way.")
    case .coupled:
      .optional(
        .list(.keys(ExpectedCouplingKey.self)), "Records that must be coupled.")
    case .count:
      .optional(
        .keys(CountKey.self), "How many there must be.")
    case .jobs:
      .optional(
        .list(.keys(ExpectedJobKey.self)),
        "The last job of each mapping, direction and type, with the counters that matter.")
    case .errors:
      .optional(
        .list(.keys(ExpectedErrorKey.self)),
        "All records that failed or are held; an empty list for none.")
    case .review:
      .optional(
        .list(.keys(ExpectedReviewKey.self)), "What the last review recommends.")
    }
  }
}
