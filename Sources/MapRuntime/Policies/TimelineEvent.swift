/// What shows on a Sales record's timeline (F21, R F-14).
public enum TimelineEvent: String, Sendable, CaseIterable {
  case released
  case shipped
  case invoiced
}
