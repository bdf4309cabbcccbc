/// What a crash may undo: nothing survives less than a killed process.
public enum Durability: String, Hashable, Sendable {
  /// Safe against a killed process; a power cut may undo the last batches, all or nothing each.
  case normal = "NORMAL"
  /// Safe against a power cut as well, for a flush to disk every batch.
  case full = "FULL"
}
