/// A field map's answer to a text that is longer than its target (LANGUAGE 5, `too-long`).
public enum TooLong: String, Hashable, Sendable, CaseIterable {
  case cut
  case refuse
  case keep
}
