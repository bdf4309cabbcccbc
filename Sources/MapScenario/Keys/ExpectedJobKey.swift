import MapKeys

/// The keys of a job in `then`.
enum ExpectedJobKey: String, KeySet {
  case mapping
  case direction
  case type
  case inserted
  case modified
  case deleted
  case unchanged
  case skipped
  case held
  case failed
  case coupled
  case uncoupled

  static let title = "an expected job"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(
        .text, "The job's mapping.")
    case .direction:
      .required(
        .words(of: ScenarioDirection.self), "Which way it went.")
    case .type:
      .optional(
        .words(of: ScenarioJobType.self), "What it did; synchronization unless said.")
    case .inserted:
      .optional(
        .integer, "Records that it counted as inserted.")
    case .modified:
      .optional(
        .integer, "Records that it counted as modified.")
    case .deleted:
      .optional(
        .integer, "Records that it counted as deleted.")
    case .unchanged:
      .optional(
        .integer, "Records that it counted as unchanged.")
    case .skipped:
      .optional(
        .integer, "Records that it counted as skipped.")
    case .held:
      .optional(
        .integer, "Records that it counted as held.")
    case .failed:
      .optional(
        .integer, "Records that it counted as failed.")
    case .coupled:
      .optional(
        .integer, "Records that it counted as coupled.")
    case .uncoupled:
      .optional(
        .integer, "Records that it counted as uncoupled.")
    }
  }
}
