import MapRuntime

/// A record in one of the two systems.
public struct RecordAddress: Hashable, Sendable {
  public let side: Side
  public let table: String
  public let id: Guid

  public init(side: Side, table: String, id: Guid) {
    self.side = side
    self.table = table
    self.id = id
  }
}
