import DefaultMappings
import EmbeddedSystems
import MapRuntime
import MapStoreSQLite
import MapSync
import Testing

/// É in one code point and in two: people see one text, the systems hold two.
@Suite("Spellings of a text (docs/language.md: characters)")
struct SpellingTests {
  private let composed = "Caf\u{C9}"
  private let decomposed = "CafE\u{301}"
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  @Test("a change from one to the other travels, in both directions")
  func travels() async throws {
    let customer = try workshop.add(
      "Customer", ["No.": .text("10000"), "Name": .text(composed)])
    try await workshop.run("CUSTOMER")
    let account = try #require(try workshop.sales.find("account").first)
    func name() throws -> Value? { try workshop.sales.record("account", account)?["name"] }
    #expect(try name() == .text(composed))
    _ = try workshop.bc.change(
      "Customer", customer, ["Name": .text(decomposed)], company: workshop.company
    ).get()
    try await workshop.run("CUSTOMER")
    #expect(try name() == .text(decomposed))
    _ = try workshop.sales.change("account", account, ["name": .text(composed)]).get()
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    let counters = try await Synchronizer(workshop.integration).run(
      mapping, .toBC, .now, ids: [account]
    ).counters
    #expect(counters.modified == 1)
    #expect(
      try workshop.bc.record("Customer", customer, company: workshop.company)?["Name"]
        == .text(composed))
  }

  @Test("a code has one spelling: the other is refused as its double, and refers to it")
  func codes() async throws {
    try workshop.add("Payment Terms", ["Code": .text("\u{C9}")])
    let second = try workshop.bc.create(
      "Payment Terms", ["Code": .text("e\u{301}")], company: workshop.company)
    #expect(throws: Refusal.self) { try second.get() }
    let customer = try workshop.add(
      "Customer",
      ["No.": .text("10000"), "Name": .text("A"), "Payment Terms Code": .text("E\u{301}")])
    #expect(
      try workshop.bc.record("Customer", customer, company: workshop.company)?[
        "Payment Terms Code"] == .text("\u{C9}"))
    try await workshop.run("PAYMENT TERMS", "CUSTOMER")
    #expect(try workshop.find("account").first?["paymenttermscode"] != nil)
    #expect(try await workshop.failures("CUSTOMER") == [])
  }

  @Test("conditions and matches of the store take the one that they name")
  func conditions() async throws {
    for name in [composed, decomposed] {
      _ = try workshop.sales.create("account", ["name": .text(name)], by: .person).get()
    }
    let store = workshop.integration.sales
    let column = try #require(Sales.Account.table.column("name"))
    for name in [composed, decomposed] {
      let condition = RowCondition([.init("name", .equals(.text(name.lowercased())))])
      let found = try await store.records(
        Sales.Account.self, RecordQuery(condition), after: nil, limit: 10)
      #expect(found.map { Value.of($0.record.name) } == [.text(name)])
      #expect(try await store.count(Sales.Account.self, RecordQuery(condition)) == 1)
      let matched = try await store.records(
        Sales.Account.self, matching: [MatchColumn(column)], values: [[.text(name.uppercased())]],
        .all)
      #expect(matched.map { Value.of($0.record.name) } == [.text(name)])
    }
  }
}
