/// What follows a match-based coupling (R D-50).
public enum AfterMatch: String, Sendable, CaseIterable {
  case leave
  case synchronize
}
