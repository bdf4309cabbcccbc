/// Which companies' Sales records a mapping works with (F30, R M-1 to M-6).
public enum CompanyScope: String, Sendable, CaseIterable {
  case ownOrEmpty = "own-or-empty"
  case own
  case any
}
