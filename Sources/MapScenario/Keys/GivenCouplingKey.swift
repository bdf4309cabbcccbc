import MapKeys

/// The keys of a coupling in `given`.
enum GivenCouplingKey: String, KeySet {
  case mapping
  case bc
  case sales
  case inStep = "in-step"
  case skipped

  static let title = "a given coupling"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(
        .text, "The mapping whose tables are coupled.")
    case .bc:
      .required(
        .text, "The `$id` of the Business Central record.")
    case .sales:
      .required(
        .text, "The `$id` of the Sales record; an option by its label.")
    case .inStep:
      .optional(
        .boolean, "False where the next run must look at both; true unless said.")
    case .skipped:
      .optional(
        .boolean, "Whether the coupling rests until it is retried.")
    }
  }
}
