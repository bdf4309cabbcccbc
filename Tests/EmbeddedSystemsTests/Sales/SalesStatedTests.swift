import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Documents of Sales that are stated with their lines")
struct SalesStatedTests {
  private func state(
    _ shop: SalesShop, _ table: String, _ fields: [String: Value], lines: [[String: Value]]
  ) throws -> (Guid, [Guid]) {
    let id = shop.system.newID()
    let header = StatedRecord(
      table, id: id,
      [
        "name": .text("Chairs"), "customerid": shop.lookup("account", shop.account),
        "transactioncurrencyid": shop.lookup("transactioncurrency", shop.euro),
      ].merging(fields) { $1 })
    let stated = lines.map { fields in
      StatedRecord(
        table + "detail", id: shop.system.newID(),
        [
          table + "id": shop.lookup(table, id), "productid": shop.lookup("product", shop.chair),
          "uomid": shop.lookup("uom", shop.piece),
        ].merging(fields) { $1 })
    }
    try shop.system.create(together: stated + [header]).get()
    return (id, stated.map(\.id))
  }

  @Test("a submitted order has what Sales computed before, as far as nobody states it")
  func submitted() throws {
    let shop = try SalesShop(["issopintegrationenabled": .boolean(true)])
    let (order, lines) = try state(
      shop, "salesorder", ["statecode": option(1), "discountamount": amount("2")],
      lines: [
        ["quantity": amount("2"), "priceperunit": amount("40")],
        ["quantity": amount("1"), "priceperunit": amount("9"), "baseamount": amount("8")],
      ])
    #expect(try shop.state("salesorder", order) == [1, 3])
    #expect(
      try shop.amounts("salesorderdetail", lines[0], "baseamount", "extendedamount") == [
        "80", "80",
      ])
    #expect(try shop.amounts("salesorderdetail", lines[1], "baseamount") == ["8"])
    #expect(
      try shop.amounts("salesorder", order, "totallineitemamount", "totalamount") == ["88", "86"])
  }

  @Test("an invoice that came from the other system stays as it is stated")
  func invoice() throws {
    let shop = try SalesShop(["issopintegrationenabled": .boolean(true)])
    let (invoice, lines) = try state(
      shop, "invoice", ["invoicenumber": .text("1"), "totalamount": amount("50")],
      lines: [["quantity": amount("1"), "priceperunit": amount("40"), "tax": amount("10")]])
    #expect(try shop.amounts("invoice", invoice, "totalamount", "totaltax") == ["50", "10"])
    #expect(try shop.amounts("invoicedetail", lines[0], "extendedamount") == ["50"])
  }

  @Test("a quote is computed, whatever is stated")
  func quote() throws {
    let shop = try SalesShop()
    let (quote, _) = try state(
      shop, "quote", ["statecode": option(1), "totalamount": amount("1")],
      lines: [["quantity": amount("3"), "priceperunit": amount("4")]])
    #expect(try shop.amounts("quote", quote, "totalamount") == ["12"])
    #expect(try shop.state("quote", quote) == [1, 2])
  }
}
