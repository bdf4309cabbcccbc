import MapRuntime

/// The name that a step gives to a record that comes of it (`as`).
public struct ScenarioName: Hashable, Sendable {
  public let name: String
  public let side: Side
  public let table: String

  public init(_ name: String, side: Side, table: String) {
    self.name = name
    self.side = side
    self.table = table
  }
}
