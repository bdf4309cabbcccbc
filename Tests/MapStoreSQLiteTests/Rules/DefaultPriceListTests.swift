import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("The default price list (R C-42)")
struct DefaultPriceListTests {
  @Test("a product gets the price list in local currency, with a line at its price")
  func lists() async throws {
    let workshop = try Workshop()
    try workshop.item("1000", price: 40)
    try workshop.item("2000", price: 70)
    #expect(try await workshop.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT").failed == 0)
    let list = try #require(try workshop.sales.find("pricelevel").first)
    let record = try #require(try workshop.sales.record("pricelevel", list))
    #expect(
      record["transactioncurrencyid"]
        == .lookup(Lookup(table: "transactioncurrency", id: workshop.localCurrency)))
    #expect(
      record["bcbi_companyid"] == .lookup(Lookup(table: "bcbi_company", id: workshop.company.id)))
    #expect(try workshop.find("pricelevel").count == 1)
    for (number, price) in [("1000", Int64(40)), ("2000", 70)] {
      let id = try #require(
        try workshop.sales.find("product", ["productnumber": .text(number)]).first)
      let product = try #require(try workshop.sales.record("product", id))
      #expect(product["pricelevelid"] == .lookup(Lookup(table: "pricelevel", id: list)))
      let lines = try workshop.find(
        "productpricelevel", ["productid": .lookup(Lookup(table: "product", id: id))])
      #expect(lines.count == 1)
      #expect(lines.first?["amount"] == .decimal(DecimalValue(price)))
      #expect(lines.first?["pricelevelid"] == product["pricelevelid"])
      #expect(lines.first?["uomid"] == product["defaultuomid"])
      #expect(lines.first?["uomscheduleid"] == product["defaultuomscheduleid"])
      #expect(lines.first?["transactioncurrencyid"] == record["transactioncurrencyid"])
    }
  }

  @Test("a new price reaches the line, and no second list or line is made")
  func prices() async throws {
    let workshop = try Workshop()
    let item = try workshop.item("1000", price: 40)
    try await workshop.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT")
    #expect(try await workshop.run("ITEM-PRODUCT").unchanged == 1)
    _ = try workshop.bc.change(
      "Item", item, ["Unit Price": .decimal(DecimalValue(45))], company: workshop.company
    ).get()
    #expect(try await workshop.run("ITEM-PRODUCT").modified == 1)
    #expect(
      try workshop.find("productpricelevel").map { $0["amount"] } == [.decimal(DecimalValue(45))])
    #expect(try workshop.find("pricelevel").count == 1)
  }

  @Test("a line that was lost comes back, although nothing else changed")
  func lostLine() async throws {
    let workshop = try Workshop()
    try workshop.item("1000")
    try await workshop.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT")
    let line = try #require(try workshop.sales.find("productpricelevel").first)
    _ = try workshop.sales.delete("productpricelevel", line)
    #expect(try await workshop.run("ITEM-PRODUCT").unchanged == 1)
    #expect(try workshop.find("productpricelevel").count == 1)
  }

  @Test("a product in a list that somebody chose stays there")
  func chosen() async throws {
    let workshop = try Workshop()
    try workshop.item("1000")
    try await workshop.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT")
    let own = try workshop.sales.create(
      "pricelevel",
      [
        "name": .text("Friends"),
        "transactioncurrencyid": .lookup(
          Lookup(table: "transactioncurrency", id: workshop.localCurrency)),
      ]
    ).get()
    let chosen = Value.lookup(Lookup(table: "pricelevel", id: own))
    let product = try #require(try workshop.sales.find("product").first)
    _ = try workshop.sales.change("product", product, ["pricelevelid": chosen]).get()
    try await workshop.run("ITEM-PRODUCT")
    #expect(try workshop.find("product").first?["pricelevelid"] == chosen)
    #expect(try workshop.find("productpricelevel", ["pricelevelid": chosen]).isEmpty)
  }
}
