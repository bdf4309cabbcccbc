import EmbeddedSystems
import MapRuntime
import Testing

@Suite("What Sales fills by itself")
struct SalesFieldTests {
  private static let user = ReferenceDescription("systemuser")
  private static let tables = [
    TableDescription(
      .sales, "systemuser", key: ["systemuserid"],
      fields: [FieldDescription("name", .text(length: 100), required: true)]),
    TableDescription(
      .sales, "account", key: ["accountid"],
      fields: [
        FieldDescription("name", .text(length: 160), required: true),
        FieldDescription(
          "terms", .option, options: [.init("Net 30", 1), .init("Net 60", 4)], open: true),
        FieldDescription("createdby", .lookup, access: .read, refersTo: [user]),
        FieldDescription("modifiedby", .lookup, access: .read, refersTo: [user]),
      ]),
    TableDescription(
      .sales, "quote", key: ["quoteid"],
      fields: [
        FieldDescription(
          "terms", .option, options: [.init("Net 30", 1), .init("Cash", 9)], open: true)
      ]),
    TableDescription(
      .sales, "uomschedule", key: ["uomscheduleid"],
      fields: [
        FieldDescription("name", .text(length: 200), required: true),
        FieldDescription("baseuomname", .text(length: 100), required: true),
      ]),
    TableDescription(
      .sales, "uom", key: ["uomid"],
      fields: [
        FieldDescription("name", .text(length: 100), required: true),
        FieldDescription("quantity", .decimal(places: 10), required: true),
        FieldDescription(
          "baseuom", .lookup, required: true, default: .system,
          refersTo: [ReferenceDescription("uom")]),
        FieldDescription(
          "uomscheduleid", .lookup, required: true,
          refersTo: [ReferenceDescription("uomschedule")]),
        FieldDescription("isschedulebaseuom", .boolean, access: .read),
      ]),
  ]
  private static let terms = OptionTarget(
    OptionTarget.Field("account", "terms"), copies: [OptionTarget.Field("quote", "terms")])

  private let file = TemporaryFile()

  private func open() throws -> EmbeddedSystem {
    try EmbeddedSystem(
      path: file.path, side: .sales, tables: Self.tables, options: [Self.terms])
  }

  @Test("who made and who changed a record, where that is the integration")
  func authors() throws {
    let system = try open()
    let user = try system.create("systemuser", ["name": .text("Integration")]).get()
    try system.setUser(user)
    let ours = Value.lookup(Lookup(table: "systemuser", id: user))
    let id = try system.create("account", ["name": .text("A")], by: .integration).get()
    #expect(try system.record("account", id)?["createdby"] == ours)
    #expect(try system.record("account", id)?["modifiedby"] == ours)
    _ = try system.change("account", id, ["name": .text("B")], by: .person).get()
    #expect(try system.record("account", id)?["createdby"] == ours)
    #expect(try system.record("account", id)?["modifiedby"] == nil)
    let other = try system.create("account", ["name": .text("C")], by: .person).get()
    #expect(try system.record("account", other)?["createdby"] == nil)
    #expect(
      throws: Refusal.self,
      performing: { try system.change("account", id, ["createdby": ours], by: .person).get() })
  }

  @Test("a unit refers to the base unit of its group, which has one from the start")
  func baseUnit() throws {
    let system = try open()
    let group = try system.create(
      "uomschedule", ["name": .text("Item 1000"), "baseuomname": .text("PCS")]
    ).get()
    let base = try #require(try system.find("uom").first)
    let unit = try system.create(
      "uom",
      [
        "name": .text("BOX"), "quantity": .decimal(DecimalValue(12)),
        "uomscheduleid": .lookup(Lookup(table: "uomschedule", id: group)),
      ]
    ).get()
    #expect(
      try system.record("uom", unit)?["baseuom"] == .lookup(Lookup(table: "uom", id: base)))
    #expect(try system.record("uom", base)?["baseuom"] == nil)
  }

  private func options(_ system: EmbeddedSystem, _ table: String) throws -> [String: Int32] {
    var found: [String: Int32] = [:]
    for id in try system.find(table) {
      guard let label = try system.record(table, id)?["$label"]?.text else { continue }
      found[label] = id.option?.rawValue
    }
    return found
  }

  @Test("an option is one of its copies too, under a number that is free in all of them")
  func copies() throws {
    let system = try open()
    let id = try system.create("account.terms", ["$label": .text("14D")], by: .integration).get()
    #expect(try options(system, "account.terms") == ["Net 30": 1, "Net 60": 4, "14D": 10])
    #expect(try options(system, "quote.terms") == ["Net 30": 1, "Cash": 9, "14D": 10])
    _ = try system.create("quote", ["terms": .option(OptionValue(10))]).get()
    _ = try system.change("account.terms", id, ["$label": .text("14 days")]).get()
    #expect(try options(system, "quote.terms")["14 days"] == 10)
    // A copy may have the label from before; then there is nothing to add.
    _ = try system.create("account.terms", ["$label": .text("Cash")], by: .integration).get()
    #expect(try options(system, "quote.terms")["Cash"] == 9)
    _ = try system.delete("account.terms", id).get()
    #expect(try options(system, "quote.terms")["14 days"] == nil)
  }
}
