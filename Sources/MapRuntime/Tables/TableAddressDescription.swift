/// Where a real system keeps a table.
public struct TableAddressDescription: Hashable, Sendable {
  public let set: String
  public let id: String
  public let modified: String?

  public init(set: String, id: String, modified: String? = nil) {
    self.set = set
    self.id = id
    self.modified = modified
  }
}
