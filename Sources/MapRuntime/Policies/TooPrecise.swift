/// What a number does that has more places than its target (B2).
public enum TooPrecise: String, Sendable, CaseIterable {
  case round
  case refuse
}
