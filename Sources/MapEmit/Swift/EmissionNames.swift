import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// The names of everything that is generated.
struct EmissionNames {
  let checked: CheckedModel
  let used: UsedFields

  /// `BC.Customer`, `Sales.Account`.
  func type(ofTable place: Int) -> SwiftCode {
    let table = checked.catalogue[place]
    let name = SwiftName.type(of: table)
    return table.side == .bc ? "BC.\(name)" : "Sales.\(name)"
  }

  func member(_ field: Int, in table: Int) -> SwiftName {
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
