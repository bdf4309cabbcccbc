import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("Records that others lead to (docs/language.md#field-maps: follow, related)")
struct RelatedTests {
  private let workshop: Workshop
  private let account: Guid

  init() async throws {
    workshop = try Workshop()
    let customer = try workshop.add(
      "Customer", ["No.": .text("10000"), "Name": .text("Adatum")])
    account = try workshop.sales.create("account", ["name": .text("Adatum")], by: .person).get()
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    #expect(
      try await Coupler(workshop.integration).couple(mapping, bc: customer, sales: account)
        == .coupled)
  }

  private func order(_ number: String, of customer: Lookup) throws -> Guid {
    try workshop.sales.create(
      "salesorder",
      [
        "ordernumber": .text(number), "name": .text("Chairs"), "customerid": .lookup(customer),
        "transactioncurrencyid": .lookup(
          Lookup(table: "transactioncurrency", id: workshop.localCurrency)),
      ], by: .person
    ).get()
  }

  private func contact(_ name: String, parent: Lookup?) throws -> Lookup {
    var fields: [String: Value] = ["lastname": .text(name)]
    fields["parentcustomerid"] = parent.map { .lookup($0) }
    return Lookup(
      table: "contact", id: try workshop.sales.create("contact", fields, by: .person).get())
  }

  private func take(_ orders: [Guid]) async throws -> JobCounters {
    let mapping = try #require(workshop.integration.mapping("ORDER"))
    return try await Synchronizer(workshop.integration).run(mapping, .toBC, .create, ids: orders)
      .counters
  }

  private func headers() throws -> [[String: Value]] {
    try workshop.bc.find("Sales Header", company: workshop.company)
      .compactMap { try workshop.bc.record("Sales Header", $0, company: workshop.company) }
  }

  @Test("a contact's order is its account's; the account itself is not followed")
  func follow() async throws {
    let owner = Lookup(table: "account", id: account)
    let orders = [
      try order("ORD-1", of: try contact("Beebe", parent: owner)), try order("ORD-2", of: owner),
    ]
    #expect(try await take(orders).inserted == 2)
    let customers = try headers().map { $0["Sell-to Customer No."] }
    #expect(customers == [.text("10000"), .text("10000")])
  }

  @Test("a contact of nobody leads to nothing, and the mapping says what that means")
  func followedToNothing() async throws {
    let counters = try await take([try order("ORD-1", of: try contact("Beebe", parent: nil))])
    #expect(counters.failed == 1)
    #expect(
      try await workshop.failures("ORDER").first?.contains("its contact has no account") == true)
  }

  @Test("a related record that exists refuses the order; the others of the page go through")
  func related() async throws {
    try workshop.add(
      "Sales Invoice Header", ["No.": .text("103001"), "Your Reference": .text("ORD-1")])
    let owner = Lookup(table: "account", id: account)
    let counters = try await take(
      [try order("ORD-1", of: owner), try order("ORD-2", of: owner)])
    #expect((counters.inserted, counters.failed) == (1, 1))
    #expect(
      try await workshop.failures("ORDER")
        == ["the order was already invoiced in Business Central"])
    #expect(try headers().map { $0["Your Reference"] } == [.text("ORD-2")])
  }

  @Test("of several related records none is taken")
  func several() async throws {
    for number in ["103001", "103002"] {
      try workshop.add(
        "Sales Invoice Header", ["No.": .text(number), "Your Reference": .text("ORD-1")])
    }
    let counters = try await take(
      [try order("ORD-1", of: Lookup(table: "account", id: account))])
    #expect(counters.failed == 1)
    #expect(
      try await workshop.failures("ORDER") == [
        "several records of 'Sales Invoice Header' are related to it; there must be at most one"
      ])
  }

  @Test("values come from the related record, found by another field's value")
  func values() async throws {
    let owner = Lookup(table: "account", id: account)
    let order = try order("ORD-1", of: owner)
    let invoice = try workshop.add(
      "Sales Invoice Header",
      [
        "No.": .text("103001"), "Your Reference": .text("ord-1"),
        "Sell-to Customer No.": .text("10000"),
      ])
    let mapping = try #require(workshop.integration.mapping("POSTEDSALESINV-INV"))
    let counters = try await Synchronizer(workshop.integration).run(
      mapping, .toSales, .create, ids: [invoice]
    ).counters
    #expect(counters.inserted == 1)
    let sent = try #require(try workshop.find("invoice").first)
    #expect(sent["name"] == .text("Chairs"))
    #expect(sent["salesorderid"] == .lookup(Lookup(table: "salesorder", id: order)))
  }
}
