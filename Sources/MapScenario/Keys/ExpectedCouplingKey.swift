import MapKeys

/// The keys of a coupling in `then`.
enum ExpectedCouplingKey: String, KeySet {
  case mapping
  case bc
  case sales
  case skipped

  static let title = "an expected coupling"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(
        .text, "The mapping whose tables are coupled.")
    case .bc:
      .required(
        .text, "The name of the Business Central record.")
    case .sales:
      .required(
        .text, "The name of the Sales record; an option by its label.")
    case .skipped:
      .optional(
        .boolean, "Whether the coupling rests until it is retried.")
    }
  }
}
