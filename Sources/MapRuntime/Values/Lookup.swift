/// What a Dataverse lookup holds: the table it points to, by logical name, and the record's id.
public struct Lookup: Hashable, Sendable {
  public let table: String
  public let id: Guid

  public init(table: String, id: Guid) {
    self.table = table
    self.id = id
  }
}

extension Lookup: CustomStringConvertible {
  public var description: String { "\(table) \(id)" }
}
