/// The fields of a Sales table that the engine itself needs (F30).
public struct TableRoleFields: Hashable, Sendable {
  public let company: String?
  public let owner: String?
  public let modifiedBy: String?

  public init(company: String? = nil, owner: String? = nil, modifiedBy: String? = nil) {
    self.company = company
    self.owner = owner
    self.modifiedBy = modifiedBy
  }
}
