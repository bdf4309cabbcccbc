/// What a text does that is longer than its target (B2).
public enum TooLong: String, Sendable, CaseIterable {
  case cut
  case refuse
  case keep
}
