/// What a text does that is longer than its target (B2).
public enum TooLong: String, Sendable, CaseIterable {
  case cut
  case refuse
  case keep
}

/// What a number does that has more places than its target (B2).
public enum TooPrecise: String, Sendable, CaseIterable {
  case round
  case refuse
}

/// What a number does that is larger than its target holds. Nothing can be cut off a number, so there is
/// one answer.
public enum TooLarge: String, Sendable, CaseIterable {
  case refuse
}
