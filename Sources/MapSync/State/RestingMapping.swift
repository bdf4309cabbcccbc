import MapRuntime

/// Whose couplings a retry frees, and which ways their records then go again (R D-38).
public struct RestingMapping: Hashable, Sendable {
  public let name: String
  public let pair: TablePair
  public let directions: [Direction]
  /// The mapping by whose schedule they go.
  public let scheduledBy: String

  public init(
    _ name: String, _ pair: TablePair, _ directions: [Direction], scheduledBy: String? = nil
  ) {
    self.name = name
    self.pair = pair
    self.directions = directions
    self.scheduledBy = scheduledBy ?? name
  }

  public init(_ mapping: BoundMapping, _ integration: Integration) {
    self.init(
      mapping.name, mapping.pair,
      mapping.policy.directions.sorted { $0.rawValue < $1.rawValue },
      scheduledBy: integration.scheduled(mapping.name))
  }
}
