import MapRuntime
import MapSource

/// A table of one side. An object that never changes, since the checks pass it on so often that
/// copies of its many parts were a twentieth of the time of a whole check.
public final class Table: Sendable {
  public let side: Side
  public let name: Located<String>
  public let number: Int?
  public let key: [Located<String>]
  public let roles: TableRoles
  public let fields: [Field]
  public let states: States?
  public let parent: TableParent?
  public let odata: TableAddress?
  public let swiftName: Located<String>?
  /// False where the file could not be read to its end: what is missing is no finding.
  public let isComplete: Bool
  private let places: [String: Int]

  /// A table; of fields with the same name, only the first is found by it.
  public init(
    side: Side, name: Located<String>, number: Int? = nil, key: [Located<String>] = [],
    roles: TableRoles = TableRoles(), fields: [Field], states: States? = nil,
    parent: TableParent? = nil, odata: TableAddress? = nil, swiftName: Located<String>? = nil,
    isComplete: Bool = true
  ) {
    self.side = side
    self.name = name
    self.number = number
    self.key = key
    self.roles = roles
    self.fields = fields
    self.states = states
    self.parent = parent
    self.odata = odata
    self.swiftName = swiftName
    self.isComplete = isComplete
    places = Dictionary(
      zip(fields.lazy.map(\.name.value), fields.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The table with one more field, unless a field has its name.
  public func adding(_ field: Field) -> Table {
    guard places[field.name.value] == nil else { return self }
    return Table(
      side: side, name: name, number: number, key: key, roles: roles, fields: fields + [field],
      states: states, parent: parent, odata: odata, swiftName: swiftName, isComplete: isComplete)
  }

  /// The place of a field in `fields`.
  public func place(of name: String) -> Int? { places[name] }

  public subscript(_ name: String) -> Field? { places[name].map { fields[$0] } }
}
