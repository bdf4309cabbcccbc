/// What a crash of the machine may lose of the state (docs/architecture.md#decisions).
public enum Durability: String, Hashable, Sendable, CaseIterable {
  /// Safe against a kill of the process.
  case normal
  /// Safe against a power failure too.
  case full
}
