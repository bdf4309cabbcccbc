/// The fields of a Sales table that the engine itself needs (F30).
public struct TableRoleFields: Hashable, Sendable {
  public let company: String?
  public let owner: String?
  public let modifiedBy: String?
  /// The lookup to the record with which this one is uncoupled (R D-54).
  public let belongsTo: String?
  /// What people call the record; nil where one of the usual fields says it.
  public let name: String?

  public init(
    company: String? = nil, owner: String? = nil, modifiedBy: String? = nil,
    belongsTo: String? = nil, name: String? = nil
  ) {
    self.company = company
    self.owner = owner
    self.modifiedBy = modifiedBy
    self.belongsTo = belongsTo
    self.name = name
  }
}
