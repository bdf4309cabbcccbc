/// A field map's answer to a number with more places than its target (LANGUAGE 5, `too-precise`).
public enum TooPrecise: String, Hashable, Sendable, CaseIterable {
  case round
  case refuse
}
