import MapKeys

/// The keys of a scenario's file (README.md#scenarios).
enum ScenarioKey: String, KeySet {
  case scenario
  case description
  case features
  case settings
  case now
  case given
  case when
  case then

  static let title = "a scenario"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .scenario:
      .required(
        .text, "What it shows, in a sentence.")
    case .description:
      .optional(
        .text, "Why it is so.")
    case .features:
      .optional(
        .textOrTexts, "Choices other than the first ones.")
    case .settings:
      .optional(
        .values, "Values of the project's settings.")
    case .now:
      .optional(
        .text,
        "The clock at the start, in UTC; 2026-01-15T09:00:00Z unless said. It moves only as told, one second per step."
      )
    case .given:
      .optional(
        .keys(GivenKey.self), "What there is at the start.")
    case .when:
      .optional(
        .list(.keys(StepKey.self)), "What happens, in this order.")
    case .then:
      .required(
        .keys(ThenKey.self), "What must be true at the end.")
    }
  }
}
