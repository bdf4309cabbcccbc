/// The keys of a schedule.
public enum ScheduleKey: String, KeySet {
  case every
  case sleep
  case wake

  public static let title = "a schedule"
  public static let index = KeyIndex<Self>()

  public var rule: KeyRule {
    switch self {
    case .every:
      .optional(.duration, "Time between runs, such as 30m.")
    case .sleep:
      .optional(.duration, "How long it sleeps at most after an empty run, such as 12h.")
    case .wake:
      .optional(.boolean, "Whether a change in Business Central ends its sleep.")
    }
  }
}
