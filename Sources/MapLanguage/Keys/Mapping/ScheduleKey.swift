/// The keys of a schedule.
enum ScheduleKey: String, KeySet {
  case every
  case sleep

  static let title = "a schedule"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .every:
      .optional(.duration, "Time between runs, such as 30m.")
    case .sleep:
      .optional(.duration, "How long it sleeps at most after an empty run, such as 12h.")
    }
  }
}
