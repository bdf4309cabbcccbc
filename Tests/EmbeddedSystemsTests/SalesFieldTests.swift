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
      .sales, "contact", key: ["contactid"],
      fields: [
        FieldDescription("firstname", .text(length: 50)),
        FieldDescription("lastname", .text(length: 50)),
        FieldDescription("fullname", .text(length: 160), access: .read),
      ]),
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

  @Test("an order has a number, and its lines its state")
  func documents() throws {
    let states = StatesDescription(
      field: "statecode", status: "statuscode",
      values: [
        .init("Active", 0, statuses: [.init("New", 1)], next: ["Submitted"]),
        .init("Submitted", 1, statuses: [.init("In Progress", 3)]),
      ])
    let tables = [
      TableDescription(
        .sales, "salesorder", key: ["salesorderid"],
        fields: [
          FieldDescription(
            "ordernumber", .text(length: 100), access: .create, required: true, default: .system),
          FieldDescription("name", .text(length: 100)),
        ], states: states),
      TableDescription(
        .sales, "salesorderdetail", key: ["salesorderdetailid"],
        fields: [
          FieldDescription(
            "salesorderid", .lookup, required: true,
            refersTo: [ReferenceDescription("salesorder")]),
          FieldDescription(
            "salesorderstatecode", .option, access: .read, required: true, default: .system,
            options: [.init("Active", 0), .init("Submitted", 1)]),
          FieldDescription(
            "salesorderispricelocked", .boolean, access: .read, required: true, default: .system),
        ], parent: ParentDescription("salesorder", by: [KeyPair("", "salesorderid")])),
    ]
    let system = try EmbeddedSystem(path: file.path, side: .sales, tables: tables)
    let orders = try (0..<2).map { _ in try system.create("salesorder", [:]).get() }
    #expect(try system.record("salesorder", orders[1])?["ordernumber"] == .text("ORD-01001"))
    let line = try system.create(
      "salesorderdetail",
      ["salesorderid": .lookup(Lookup(table: "salesorder", id: orders[0]))]
    ).get()
    func state() throws -> Value? {
      try system.record("salesorderdetail", line)?["salesorderstatecode"]
    }
    #expect(try state() == .option(OptionValue(0)))
    let fields = try system.record("salesorderdetail", line)
    #expect(fields?["salesorderispricelocked"] == .boolean(false))
    _ = try system.change("salesorder", orders[0], ["statecode": .option(OptionValue(1))]).get()
    #expect(try state() == .option(OptionValue(1)))
  }

  @Test("a full name is made of its parts, whoever writes them, and of nothing else")
  func fullName() throws {
    let system = try open()
    func name(_ id: Guid) throws -> Value? { try system.record("contact", id)?["fullname"] }
    let ann = try system.create(
      "contact", ["firstname": .text("Ann"), "lastname": .text("Beebe")]
    ).get()
    #expect(try name(ann) == .text("Ann Beebe"))
    _ = try system.change("contact", ann, ["lastname": .text("Lund")], by: .integration).get()
    #expect(try name(ann) == .text("Ann Lund"))
    _ = try system.change("contact", ann, ["firstname": .empty]).get()
    #expect(try name(ann) == .text("Lund"))
    _ = try system.change("contact", ann, ["lastname": .empty]).get()
    #expect(try name(ann) == nil)
    let given = try system.create(
      "contact", ["lastname": .text("Roe"), "fullname": .text("J. Roe")], by: .system
    ).get()
    #expect(try name(given) == .text("Roe"))
    let whole = try system.create("contact", ["fullname": .text("J. Roe")], by: .system).get()
    #expect(try name(whole) == .text("J. Roe"))
    let written = try system.change("contact", ann, ["fullname": .text("X")])
    #expect(throws: Refusal.self) { try written.get() }
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
