import Testing

/// Random orders that `oracle.py` counted from the rules, with prices with and without VAT, up to
/// three VAT groups and freight, discounts of lines and of the whole, returns, currencies with 0, 2
/// and 3 decimals, and partial invoices.
@Suite("Orders as an oracle counts them")
struct OrderTests {
  @Test("every step of every order comes to what the oracle says")
  func committed() throws {
    let orders = try Oracle.committed("orders.tsv")
    #expect(orders.count == 400)
    for order in orders { try Self.check(order) }
  }

  @Test("an order that is counted otherwise is noticed")
  func differing() throws {
    let order = try #require(try Oracle.committed("orders.tsv").first)
    let wrong = order.replacing("release=", with: "release=0")
    #expect(try OrderReplay.differences(in: wrong[...]).count == 1)
  }

  @Test("so are many more, of another seed", .enabled(if: Oracle.count != nil))
  func more() throws {
    try Oracle("oracle.py").rows { order in try Self.check(order) }
  }

  private static func check(_ order: Substring) throws {
    let differences = try OrderReplay.differences(in: order)
    #expect(differences == [], "order \(order.prefix { $0 != "\t" })")
  }
}
