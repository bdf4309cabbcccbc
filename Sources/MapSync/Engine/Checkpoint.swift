/// A moment of a page at which a crash is worth trying (B6).
public enum Checkpoint: String, Hashable, Sendable, CaseIterable {
  case afterIntent = "after-intent"
  case afterWrite = "after-write"
  case afterCoupling = "after-coupling"
}
