/// Whether scheduled runs create what is not coupled yet (R A-9).
public enum RunScope: String, Sendable, CaseIterable {
  case coupled
  case all
}
