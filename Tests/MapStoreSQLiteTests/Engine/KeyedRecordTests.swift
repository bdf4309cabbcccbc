import DefaultMappings
import EmbeddedSystems
import MapRuntime
import Testing

@testable import MapSync

@Suite("BC records by the keys that they have now")
struct KeyedRecordTests {
  private let workshop: Workshop
  private let keyed: KeyedRecords

  init() throws {
    workshop = try Workshop()
    keyed = KeyedRecords(workshop.integration)
  }

  /// The key that a record names itself by finds that record, and is what the record's parts make.
  private func check<Record: TableRecord>(_ type: Record.Type, _ id: Guid) async throws {
    let record = try #require(
      try await workshop.integration.bc.records(Record.self, ids: [id]).first)
    let key = record.record.key
    #expect(try await keyed.ids(of: Record.table.name, keys: [key, "nobody"]) == [key: id])
    let parts = try #require(try await keyed.parts(of: Record.table.name, ids: [id])[id])
    #expect(RecordKey.of(parts.map(Code.normalized)) == key)
  }

  @Test("whatever a key is made of: codes, options, dates, amounts, numbers")
  func parts() async throws {
    try await check(BC.Item.self, try workshop.item("1000"))
    for id in try workshop.bc.find("Unit Group", company: workshop.company) {
      try await check(BC.UnitGroup.self, id)
    }
    for id in try workshop.bc.find("Item Unit of Measure", company: workshop.company) {
      try await check(BC.ItemUnitOfMeasure.self, id)
    }
    for date in [DateValue(days: 20_000), nil] {
      let price = try workshop.add(
        "Sales Price",
        [
          "Item No.": .text("1000"), "Sales Type": .option(OptionValue(2)),
          "Starting Date": .of(date), "Unit of Measure Code": .text("PCS"),
          "Minimum Quantity": .decimal(try DecimalValue(parsing: "2.5")),
        ])
      try await check(BC.SalesPrice.self, price)
    }
    try await check(
      BC.PaymentTerms.self, try workshop.add("Payment Terms", ["Code": .text("ÆRØ 8")]))
  }

  @Test("only of the company itself; a text that is no key of the table is nobody's")
  func others() async throws {
    let other = try workshop.bc.createCompany("Other")
    _ = try workshop.bc.create(
      "Payment Terms", ["Code": .text("30 DAYS")], by: .system, company: other
    ).get()
    #expect(try await keyed.ids(of: "Payment Terms", keys: ["30 DAYS"]).isEmpty)
    try workshop.item("1000")
    let keys = ["1000", "ITEM\u{1F}1000", "\u{1F}1000", "0\u{1F}1000\u{1F}"]
    #expect(try await keyed.ids(of: "Unit Group", keys: keys).isEmpty)
    #expect(try await keyed.ids(of: "Unit Group", keys: ["0\u{1F}1000"]).count == 1)
    #expect(try await keyed.parts(of: "Unit Group", ids: [Guid(high: 1, low: 1)]).isEmpty)
  }

  @Test("a line's header is the record that has the header's key now, and all parts of it")
  func headers() async throws {
    let integration = workshop.integration
    let slot = ReferenceSlot(rule: 0, mappings: ["UNIT GROUP"], uncoupled: .wait, isParent: true)
    let item = try workshop.item("1000")
    #expect(try await workshop.run("UNIT GROUP").inserted == 1)
    let group = try #require(
      try workshop.bc.find("Unit Group", company: workshop.company).first)
    let schedule = Lookup(
      table: "uomschedule",
      id: try #require(
        try await integration.state.couplings(
          TablePair(bc: "Unit Group", sales: "uomschedule"), .bc, ids: [group])[0]?.salesID))
    #expect(
      try workshop.bc.change(
        "Item", item, ["No.": .text("2000")], by: .system, company: workshop.company
      ).get())
    let toSales = ReferenceResolver(integration, [slot], .toSales)
    let keys: [ReferenceKey] = ["0\u{1F}1000", "0\u{1F}2000"].map { .bc(route: 0, key: $0) }
    #expect(try await toSales.resolve(keys) == [.uncoupled, .sales(schedule)])
    let toBC = ReferenceResolver(integration, [slot], .toBC)
    #expect(try await toBC.resolve([.sales(schedule)]) == [.parent(["0", "2000"])])
  }
}
