/// A whole table as its schema file describes it: for creating the embedded systems, for setup
/// checks, matching and messages. Records hold only what mappings use.
public struct TableDescription: Sendable {
  public let side: Side
  public let name: String
  /// The business key in order; a Sales table's primary id.
  public let key: [String]
  public var fields: [FieldDescription]
  public let roles: TableRoleFields
  public let parent: ParentDescription?
  public let states: StatesDescription?
  /// The entity set's and key property's names at the real system.
  public let address: TableAddressDescription?

  public init(
    _ side: Side, _ name: String, key: [String], fields: [FieldDescription],
    roles: TableRoleFields = TableRoleFields(), parent: ParentDescription? = nil,
    states: StatesDescription? = nil, address: TableAddressDescription? = nil
  ) {
    self.side = side
    self.name = name
    self.key = key
    self.fields = fields
    self.roles = roles
    self.parent = parent
    self.states = states
    self.address = address
  }

  /// The field of a name; for setup and messages, never on a record's way.
  public func field(_ name: String) -> FieldDescription? { fields.first { $0.name == name } }
}
