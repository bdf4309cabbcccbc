import MapCheck
import MapLanguage
import MapPlan
import MapRuntime
import MapSource

/// The names of everything that is generated.
struct EmissionNames {
  let checked: CheckedModel
  let used: UsedFields
  /// The properties of the tables in use, by table and field: each is written many times.
  private let members: [[SwiftName]]

  init(checked: CheckedModel, used: UsedFields) {
    self.checked = checked
    self.used = used
    members = checked.catalogue.tables.enumerated().map { place, table in
      guard used.fields[place] != nil else { return [] }
      return table.fields.map { SwiftName.member(of: $0, on: table.side) }
    }
  }

  /// A value that a file writes down for a field; nil where it is not known until a run.
  func value(_ literal: Located<Literal>, of field: Field, on side: Side) -> Value? {
    let reader = OperandReader(project: checked.model.project)
    guard case .operand(.value(let value)) = reader.read(literal, for: field, on: side) else {
      return nil
    }
    return value
  }

  /// `BC.Customer`, `Sales.Account`.
  func type(ofTable place: Int) -> SwiftCode {
    let table = checked.catalogue[place]
    let name = SwiftName.type(of: table)
    return table.side == .bc ? "BC.\(name)" : "Sales.\(name)"
  }

  func member(_ field: Int, in table: Int) -> SwiftName {
    if members[table].indices.contains(field) { return members[table][field] }
    let described = checked.catalogue[table]
    return SwiftName.member(of: described.fields[field], on: described.side)
  }

  func kind(_ field: Int, in table: Int) -> SwiftKind {
    SwiftKind(checked.catalogue[table].fields[field].type.value)
  }

  func isOptional(_ field: Int, in table: Int) -> Bool {
    kind(field, in: table).isOptional(on: checked.catalogue[table].side)
  }
}
