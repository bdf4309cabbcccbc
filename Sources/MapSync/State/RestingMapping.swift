import MapRuntime

/// Whose couplings a retry frees, and which ways their records then go again (R D-38).
public struct RestingMapping: Hashable, Sendable {
  public let name: String
  public let pair: TablePair
  public let directions: [Direction]

  public init(_ name: String, _ pair: TablePair, _ directions: [Direction]) {
    self.name = name
    self.pair = pair
    self.directions = directions
  }

  public init(_ mapping: BoundMapping) {
    self.init(
      mapping.name, mapping.pair,
      mapping.policy.directions.sorted { $0.rawValue < $1.rawValue })
  }
}
