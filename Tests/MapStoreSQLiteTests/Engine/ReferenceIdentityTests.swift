import EmbeddedSystems
import MapRuntime
import MapStoreSQLite
import MapSync
import Synchronization
import Testing

@Suite("A reference is the record that holds its key now (F1, F6; R B-17)")
struct ReferenceIdentityTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func salesperson(_ code: String) throws -> Guid {
    try workshop.add("Salesperson/Purchaser", ["Code": .text(code), "Name": .text(code)])
  }

  private func user(_ name: String) throws -> Guid {
    try workshop.sales.create(
      "systemuser",
      [
        "firstname": .text(name), "lastname": .text(name), "domainname": .text("\(name)@x.example"),
        "isdisabled": .boolean(false), "islicensed": .boolean(true),
      ], by: .system
    ).get()
  }

  private func customer(_ number: String, of code: String) throws -> Guid {
    try workshop.add(
      "Customer",
      ["No.": .text(number), "Name": .text(number), "Salesperson Code": .text(code)])
  }

  private func rename(_ salesperson: Guid, to code: String) throws {
    #expect(
      try workshop.bc.change(
        "Salesperson/Purchaser", salesperson, ["Code": .text(code)], by: .system,
        company: workshop.company
      ).get())
  }

  private func couple(_ name: String, _ bc: Guid, _ sales: Guid) async throws {
    let mapping = try #require(workshop.integration.mapping(name))
    #expect(
      try await Coupler(workshop.integration).couple(mapping, bc: bc, sales: sales) == .coupled)
  }

  private func synchronize(_ name: String) async throws -> [JobReport] {
    try await Synchronizer(workshop.integration).synchronize(
      try #require(workshop.integration.mapping(name)))
  }

  private func owners() throws -> [String: Value] {
    var owners: [String: Value] = [:]
    for account in try workshop.find("account") {
      owners[account["name"]?.text ?? ""] = account["ownerid"]
    }
    return owners
  }

  private func waiting() async throws -> [Entry] {
    try await workshop.integration.state.entries(
      EntryQuery(mapping: "CUSTOMER", direction: .toSales, kinds: [.held]))
  }

  private func user(_ id: Guid) -> Value { .lookup(Lookup(table: "systemuser", id: id)) }

  @Test("a code that was given to somebody else is that one's, and the old holder's new code his")
  func givenAgain() async throws {
    let (john, jane) = (try user("John"), try user("Jane"))
    let old = try salesperson("JO")
    try await couple("SALESPEOPLE", old, john)
    try rename(old, to: "JX")
    try await couple("SALESPEOPLE", try salesperson("JO"), jane)
    _ = try customer("of JO", of: "JO")
    _ = try customer("of JX", of: "JX")
    #expect(try await workshop.run("CUSTOMER").inserted == 2)
    #expect(try owners() == ["of JO": user(jane), "of JX": user(john)])
  }

  @Test("who waits for a code's new holder waits until that one is coupled, and is left alone")
  func newHolderLater() async throws {
    let (john, jane) = (try user("John"), try user("Jane"))
    let old = try salesperson("JO")
    try await couple("SALESPEOPLE", old, john)
    try rename(old, to: "JX")
    let new = try salesperson("JO")
    _ = try customer("10000", of: "JO")
    #expect(try await workshop.run("CUSTOMER").held == 1)
    let entry = try #require(try await waiting().first)
    #expect(entry.message == "waits for 'JO' of SALESPEOPLE, which is not coupled")
    #expect(entry.missing?.id == new)
    _ = try await synchronize("CUSTOMER")
    // Not tried again: the coupling that once was JO's is nobody's business here.
    #expect(try await waiting() == [entry])
    try await couple("SALESPEOPLE", new, jane)
    _ = try await synchronize("CUSTOMER")
    #expect(try owners() == ["10000": user(jane)])
    #expect(try await waiting().isEmpty)
  }

  @Test("who waits for a code that is nobody's goes on once a coupled record has it")
  func nobodysCode() async throws {
    let john = try user("John")
    let salesperson = try salesperson("JX")
    try await couple("SALESPEOPLE", salesperson, john)
    let former = try self.salesperson("JO")
    _ = try customer("10000", of: "JO")
    #expect(
      try workshop.bc.delete(
        "Salesperson/Purchaser", former, by: .system, company: workshop.company
      ).get())
    #expect(try await workshop.run("CUSTOMER").held == 1)
    let entry = try #require(try await waiting().first)
    #expect(entry.message == "waits for 'JO' of SALESPEOPLE, which does not exist")
    _ = try await synchronize("CUSTOMER")
    #expect(try await waiting() == [entry])
    // No coupling is made, and none changes.
    try rename(salesperson, to: "JO")
    _ = try await synchronize("CUSTOMER")
    #expect(try owners() == ["10000": user(john)])
  }

  @Test("a record that is waited for is known whatever its key is by then")
  func awaitedByID() async throws {
    let salesperson = try salesperson("JO")
    _ = try customer("10000", of: "JO")
    #expect(try await workshop.run("CUSTOMER").held == 1)
    let entry = try #require(try await waiting().first)
    let due = [DueRecord(entry.sourceID, missing: entry.missing, rule: entry.rule)]
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    let awaited = AwaitedRecords(workshop.integration, mapping, .toSales)
    try rename(salesperson, to: "JX")
    #expect(try await awaited.areThere(due) == [false])
    try await couple("SALESPEOPLE", salesperson, try user("John"))
    #expect(try await awaited.areThere(due) == [true])
  }

  @Test("towards BC the key is the one that the record has now, of a code and of an option")
  func towardsBC() async throws {
    let terms = try workshop.add("Payment Terms", ["Code": .text("30 DAYS")])
    let currency = try workshop.add(
      "Currency", ["Code": .text("EUR"), "Description": .text("Euro")])
    let euro = try Workshop.currency("EUR", in: workshop.sales)
    #expect(try await workshop.run("PAYMENT TERMS").inserted == 1)
    let pair = try #require(workshop.integration.mapping("PAYMENT TERMS")?.pair)
    let option = try #require(
      try await workshop.integration.state.couplings(pair, .bc, ids: [terms])[0]?.salesID.option)
    try await couple("CURRENCY", currency, euro)
    for (table, id, code) in [("Payment Terms", terms, "30D"), ("Currency", currency, "EURO")] {
      #expect(
        try workshop.bc.change(
          table, id, ["Code": .text(code)], by: .system, company: workshop.company
        ).get())
    }
    let account = try workshop.sales.create(
      "account",
      [
        "name": .text("Adatum"), "customertypecode": .option(OptionValue(3)),
        "paymenttermscode": .option(option),
        "transactioncurrencyid": .lookup(Lookup(table: "transactioncurrency", id: euro)),
      ], by: .person
    ).get()
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    let report = try await Synchronizer(workshop.integration).run(
      mapping, .toBC, .create, ids: [account])
    #expect(report.counters.inserted == 1)
    let customer = try #require(
      try workshop.bc.find("Customer", company: workshop.company).first.flatMap {
        try workshop.bc.record("Customer", $0, company: workshop.company)
      })
    #expect(customer["Payment Terms Code"] == .text("30D"))
    #expect(customer["Currency Code"] == .text("EURO"))
  }

  @Test("towards BC a partner that was deleted is waited for, and that is said once")
  func lostPartner() async throws {
    let currency = try workshop.add("Currency", ["Code": .text("EUR")])
    let euro = try Workshop.currency("EUR", in: workshop.sales)
    try await couple("CURRENCY", currency, euro)
    #expect(
      try workshop.bc.delete("Currency", currency, by: .system, company: workshop.company).get())
    let account = try workshop.sales.create(
      "account",
      [
        "name": .text("Adatum"), "customertypecode": .option(OptionValue(3)),
        "transactioncurrencyid": .lookup(Lookup(table: "transactioncurrency", id: euro)),
      ], by: .person
    ).get()
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    #expect(
      try await Synchronizer(workshop.integration).run(mapping, .toBC, .create, ids: [account])
        .counters.held == 1)
    func entries() async throws -> [Entry] {
      try await workshop.integration.state.entries("CUSTOMER", .toBC, ids: [account])
    }
    let first = try await entries()
    #expect(first.map(\.message).first?.hasSuffix("of CURRENCY, whose partner was deleted") == true)
    _ = try await synchronize("CUSTOMER")
    #expect(try await entries() == first)
  }

  @Test("a person of a vendor waits for the vendor, not for a customer of that number")
  func severalMappings() async throws {
    let waiting = DueRecord(
      Samples.bc(1),
      missing: Entry.Missing(
        pair: TablePair(bc: "Customer", sales: "account"), side: .bc, key: "V100"),
      rule: try rule("Business Partner"))
    let mapping = try #require(workshop.integration.mapping("CONTACT"))
    let awaited = AwaitedRecords(workshop.integration, mapping, .toSales)
    let vendor = try workshop.add("Vendor", ["No.": .text("V100"), "Name": .text("Northwind")])
    #expect(try await awaited.areThere([waiting]) == [false])
    let account = try workshop.sales.create(
      "account", ["name": .text("Northwind"), "customertypecode": .option(OptionValue(11))],
      by: .person
    ).get()
    try await couple("VENDOR", vendor, account)
    #expect(try await awaited.areThere([waiting]) == [true])
  }

  private func rule(_ field: String) throws -> String {
    let mapping = try #require(workshop.integration.mapping("CONTACT"))
    let slot = try #require(
      mapping.type.slots(.toSales).first { $0.mappings == ["CUSTOMER", "VENDOR"] })
    return try #require(mapping.place(ofRule: slot.rule))
  }

  @Test("a page asks each table that it refers to once, in both directions")
  func questions() async throws {
    for number in 0..<20 {
      try await couple(
        "SALESPEOPLE", try salesperson("S\(number)"), try user("User\(number)"))
      _ = try customer("C\(number)", of: "S\(number)")
    }
    let old = workshop.integration
    let counted = AskedTables()
    let integration = Integration(
      mappings: old.mappings,
      bc: SmallPages(store: old.bc, batchSize: 10, asked: { counted.note($0) }),
      sales: old.sales, state: old.state, company: old.company, tables: old.tables,
      settings: old.settings, localCurrency: old.localCurrency, clock: old.clock)
    let mapping = try #require(integration.mapping("CUSTOMER"))
    let ids = try workshop.bc.find("Customer", company: workshop.company)
    let report = try await Synchronizer(integration).run(mapping, .toSales, .full, ids: ids)
    #expect(report.counters.inserted == 20)
    #expect(counted.all.filter { $0 == "Salesperson/Purchaser" }.count == 2)
    #expect(Set(counted.all) == ["Salesperson/Purchaser"])
  }

  @Test("contacts go with their customer whatever its number is by then (R D-54)")
  func dependents() async throws {
    let customer = try workshop.add("Customer", ["No.": .text("10000"), "Name": .text("Adatum")])
    #expect(try await workshop.run("CUSTOMER").inserted == 1)
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    let account = try #require(try workshop.sales.find("account").first)
    let company = try #require(
      try workshop.bc.find("Contact", company: workshop.company).first)
    let number = try workshop.bc.record("Contact", company, company: workshop.company)?["No."]
    let person = try workshop.add(
      "Contact",
      [
        "Type": .option(OptionValue(1)), "Company No.": number ?? .empty, "Surname": .text("Beebe"),
      ])
    let contact = try workshop.sales.create(
      "contact",
      [
        "lastname": .text("Beebe"),
        "parentcustomerid": .lookup(Lookup(table: "account", id: account)),
      ], by: .person
    ).get()
    try await couple("CONTACT", person, contact)
    #expect(
      try workshop.bc.change(
        "Customer", customer, ["No.": .text("20000")], by: .system, company: workshop.company
      ).get())
    for relation in try workshop.bc.find("Contact Business Relation", company: workshop.company) {
      _ = try workshop.bc.change(
        "Contact Business Relation", relation, ["No.": .text("20000")], by: .system,
        company: workshop.company)
    }
    _ = try await Coupler(workshop.integration).uncouple(mapping, bcIDs: [customer])
    let pair = try #require(workshop.integration.mapping("CONTACT")?.pair)
    #expect(try await workshop.integration.state.count(pair) == 0)
  }
}

/// The tables that a store was asked for.
private final class AskedTables: Sendable {
  private let tables = Mutex<[String]>([])

  var all: [String] { tables.withLock { $0 } }

  func note(_ table: String) { tables.withLock { $0.append(table) } }
}
