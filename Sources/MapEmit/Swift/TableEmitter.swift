import MapCheck
import MapLanguage
import MapRuntime
import MapSource

/// Writes a whole table as data, as its schema file describes it.
struct TableEmitter {
  let names: EmissionNames
  let place: Int

  private var table: Table { names.checked.catalogue[place] }

  func emit(_ file: inout SwiftFile) {
    let fields = FieldDescriptionEmitter(names: names, table: table)
    file.block("extension \(names.type(ofTable: place))") { file in
      file.comment("The whole table.", isDocumentation: true)
      file.line("public static let description = TableDescription(")
      file.inside { file in
        let arguments = self.arguments
        file.line("\(SwiftValue.side(table.side)), \(SwiftText(table.name.value)),")
        file.line("key: \(SwiftValue.texts(table.key.map(\.value))),")
        for (number, argument) in arguments.enumerated() {
          file.line("\(argument)\(number == arguments.count - 1 ? ")" : ",")")
        }
      }
      file.blank()
      file.list("private static func fields() -> [FieldDescription]", table.fields) {
        $1.line("\(fields.description($0)),")
      }
      if let states = table.states { self.states(states, &file) }
    }
  }

  private var arguments: [SwiftCode] {
    var arguments: [SwiftCode] = ["fields: fields()"]
    let roles: [SwiftCode] = [
      ("company", table.roles.company), ("owner", table.roles.owner),
      ("modifiedBy", table.roles.modifiedBy), ("belongsTo", table.roles.belongsTo),
      ("name", table.roles.name),
    ].compactMap { (label: SwiftCode, name: Located<String>?) in
      name.map { "\(label): \(SwiftText($0.value))" }
    }
    if !roles.isEmpty { arguments.append("roles: TableRoleFields(\(roles.joined(", ")))") }
    if let parent = table.parent { arguments.append("parent: \(self.parent(parent))") }
    if table.states != nil { arguments.append("states: states") }
    if let odata = table.odata, let set = odata.set {
      let id = odata.id?.value ?? table.key.first?.value ?? ""
      let modified: SwiftCode = odata.modified.map { ", modified: \(SwiftText($0.value))" } ?? ""
      arguments.append(
        "address: TableAddressDescription(set: \(SwiftText(set.value)), id: \(SwiftText(id))\(modified))"
      )
    }
    return arguments
  }

  private func parent(_ parent: TableParent) -> SwiftCode {
    let links = parent.links.map { link -> SwiftCode in
      "KeyPair(\(SwiftText(link.theirs?.value ?? "")), \(SwiftText(link.own.value)))"
    }
    let header = names.checked.catalogue.place(of: parent.table.value, on: table.side)
    let fixed = parent.where.compactMap { assignment -> SwiftCode? in
      guard let header, let field = names.checked.catalogue[header][assignment.field.value],
        let value = names.value(assignment.value, of: field, on: table.side)
      else { return nil }
      return
        "ParentDescription.Fixed(\(SwiftText(assignment.field.value)), \(SwiftValue.value(value)))"
    }
    let more: SwiftCode = fixed.isEmpty ? "" : ", fixed: [\(fixed.joined(", "))]"
    return
      "ParentDescription(\(SwiftText(parent.table.value)), by: [\(links.joined(", "))]\(more))"
  }

  private func states(_ states: States, _ file: inout SwiftFile) {
    file.blank()
    file.line("private static let states = StatesDescription(")
    file.inside { file in
      file.line(
        "field: \(SwiftText(states.field.value)), status: \(SwiftText(states.status.value)),")
      file.line("values: [")
      file.elements(states.values.count) { file in
        for state in states.values {
          file.line("StatesDescription.State(")
          file.inside { file in
            file.line("\(SwiftText(state.name.value)), \(state.value),")
            file.line("statuses: \(FieldDescriptionEmitter.options(state.statuses)),")
            file.line(
              "next: \(SwiftValue.texts(state.next.map(\.value))), locked: \(state.isLocked)),")
          }
        }
      }
      file.line("])")
    }
  }
}
