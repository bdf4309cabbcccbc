import MapRuntime
import MapSource

/// A table of one side.
public struct Table: Sendable {
  public let side: Side
  public internal(set) var name: Located<String>
  public var number: Int?
  public var key: [Located<String>] = []
  public var roles = TableRoles()
  public var fields: [Field] = []
  public var states: States?
  public var parent: TableParent?
  public var odata: TableAddress?
  public var swiftName: Located<String>?
  /// False where the file could not be read to its end: what is missing is no finding.
  public var isComplete = true
  private var places: [String: Int] = [:]

  public init(side: Side, name: Located<String>) {
    self.side = side
    self.name = name
  }

  /// Adds a field and says whether its name was free.
  public mutating func add(_ field: Field) -> Bool {
    guard places[field.name.value] == nil else { return false }
    places[field.name.value] = fields.count
    fields.append(field)
    return true
  }

  /// The place of a field in `fields`.
  public func place(of name: String) -> Int? { places[name] }

  public subscript(_ name: String) -> Field? { places[name].map { fields[$0] } }
}
