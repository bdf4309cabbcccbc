import DefaultMappings
import MapLanguage
import MapRuntime
import Testing

/// The tables that the generated program carries are those of the schema files, whole.
struct TableTests {
  private func table(_ name: String, _ side: Side) throws -> TableDescription {
    try #require(Program.tables.first { $0.name == name && $0.side == side })
  }

  @Test("Every schema file is a table with all its fields")
  func whole() throws {
    let checked = try #require(try ShippedProject.compilation().checked)
    let catalogue = checked.catalogue
    let described = catalogue.tables.indices.filter { catalogue.optionFields[$0] == nil }
    #expect(Program.tables.map(\.name) == described.map { catalogue[$0].name.value })
    for (table, place) in zip(Program.tables, described) {
      let schema = catalogue[place]
      #expect(table.side == schema.side)
      #expect(table.key == schema.key.map(\.value))
      #expect(table.fields.map(\.name) == schema.fields.map(\.name.value))
      #expect(table.fields.map(\.type) == schema.fields.map(\.type.value))
      #expect(table.fields.map(\.isRequired) == schema.fields.map(\.isRequired))
      for (field, written) in zip(table.fields, schema.fields) {
        #expect(field.options.map(\.name) == written.options.map(\.name))
        #expect(field.options.map(\.value) == written.options.map(\.value))
        #expect(access(field.access) == written.access, "\(table.name) \(field.name)")
        #expect(field.refersTo.map(\.table) == written.references?.targets.map(\.table.value) ?? [])
        #expect(field.isComputed == (written.computed != nil))
        #expect((field.join != nil) == (written.join != nil))
      }
    }
  }

  private func access(_ access: ColumnAccess) -> Field.Access {
    switch access {
    case .readWrite: .readWrite
    case .read: .read
    case .create: .create
    case .update: .update
    }
  }

  @Test("A line says how its header is found, and what all its headers share")
  func parent() throws {
    let unit = try table("Item Unit of Measure", .bc)
    #expect(
      unit.parent
        == ParentDescription(
          "Unit Group", by: [KeyPair("Source No.", "Item No.")],
          fixed: [.init("Source Type", .option(OptionValue(0)))]))
    let detail = try table("salesorderdetail", .sales)
    #expect(detail.parent == ParentDescription("salesorder", by: [KeyPair("", "salesorderid")]))
  }

  @Test("A field says what picks its table, and what else its key needs")
  func references() throws {
    let line = try table("Sales Line", .bc)
    let unit = try #require(line.field("Unit of Measure Code"))
    #expect(unit.pickedBy == "Type")
    #expect(
      unit.refersTo == [
        ReferenceDescription(
          "Item Unit of Measure", pick: OptionValue(2), otherKeys: [KeyPair("Item No.", "No.")]),
        ReferenceDescription(
          "Resource Unit of Measure", pick: OptionValue(3),
          otherKeys: [KeyPair("Resource No.", "No.")]),
      ])
    let joined = try #require(line.field("Item Price Includes VAT")?.join)
    #expect(
      joined == JoinDescription("Item", on: [KeyPair("No.", "No.")], field: "Price Includes VAT"))
  }

  @Test("Documents have their states, fields their defaults, tables their addresses")
  func rest() throws {
    let order = try table("salesorder", .sales)
    let states = try #require(order.states)
    #expect(states.field == "statecode" && states.values.map(\.name).contains("Active"))
    #expect(order.address?.set == "salesorders" && order.address?.id == "salesorderid")
    let line = try table("salesorderdetail", .sales)
    #expect(line.field("producttypecode")?.default == .value(.option(OptionValue(1))))
    #expect(line.field("salesorderdetailid")?.default == .system)
    #expect(line.roles == TableRoleFields(modifiedBy: "modifiedby"))
    #expect(try table("Sales Line", .bc).field("Line No.")?.default == .nextLine)
  }

  @Test("Settings have their types, options and defaults")
  func settings() throws {
    let kind = try #require(Program.settings.first { $0.name == "write-in-product-type" })
    #expect(kind.options == [.init("Item", 0), .init("Resource", 1)])
    let process = try #require(Program.settings.first { $0.name == "auto-process-quotes" })
    #expect(process.type == .boolean && process.default == .boolean(false))
    #expect(Program.settings.count == 7)
  }

  @Test("Columns say who may write them")
  func columns() {
    let table = Sales.Salesorderdetail.table
    func access(_ name: String) -> ColumnAccess? {
      table.column(name).map { table.columns[$0].access }
    }
    #expect(access("producttypecode") == .create)
    #expect(access("baseamount") == .update)
    #expect(access("quantity") == .readWrite)
    #expect(Sales.AccountPaymenttermscode.table.columns.map(\.access) == [.readWrite])
  }

  @Test("A BC record's key is its parts, codes normalized; a Sales record has none")
  func keys() {
    var customer = BC.Customer.blank
    customer.no = " c-10 "
    #expect(customer.key == "C-10")
    var line = BC.SalesLine.blank
    line.documentType = OptionValue(1)
    line.documentNo = "so1"
    line.lineNo = 10_000
    #expect(RecordKey.parts(line.key) == ["1", "SO1", "10000"])
    #expect(Sales.Account.blank.key == "")
  }
}
