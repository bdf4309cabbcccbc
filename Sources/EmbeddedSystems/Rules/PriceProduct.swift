import MapRuntime

/// A price of a product shows that product's number, whoever changes either (R O-11).
struct PriceProduct: SystemRule {
  private static let prices = "productpricelevel"
  private static let number = "productnumber"

  func concerns(_ table: TableLayout) -> Bool {
    table.side == .sales && table.column(Self.number) != nil
      && (table.name == "product"
        || table.name == Self.prices && table.column("productid") != nil)
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind != .deleted, let prices = session.schema[Self.prices],
      prices.column("productid") != nil, prices.column(Self.number) != nil,
      let products = session.schema["product"], let column = products.column(Self.number)
    else { return }
    if change.table.name == Self.prices {
      guard let product = change["productid"].lookup,
        let number = try session.values(of: products, product.id)?[column],
        number != change[Self.number]
      else { return }
      try session.change(prices.name, change.id, [Self.number: number], by: .system)
    } else if change.kind == .changed, change.isChanged(Self.number) {
      let product = Value.lookup(Lookup(table: products.name, id: change.id))
      for price in try session.find(prices.name, ["productid": product]) {
        try session.change(
          prices.name, price, [Self.number: change[Self.number]], by: .system)
      }
    }
  }
}
