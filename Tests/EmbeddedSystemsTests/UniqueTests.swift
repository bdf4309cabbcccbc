import EmbeddedSystems
import MapRuntime
import Testing

@Suite("What Sales takes only once")
struct UniqueTests {
  private static func lookup(_ name: String, _ table: String) -> FieldDescription {
    FieldDescription(name, .lookup, refersTo: [ReferenceDescription(table)])
  }

  private static func table(_ name: String, _ fields: FieldDescription...) -> TableDescription {
    TableDescription(.sales, name, key: [name + "id"], fields: fields)
  }

  private static let name = FieldDescription("name", .text(length: 100))
  private static let tables = [
    table("pricelevel", name), table("uomschedule", name),
    table("uom", name, lookup("uomscheduleid", "uomschedule")),
    table("product", name, FieldDescription("productnumber", .text(length: 100))),
    table(
      "productpricelevel", lookup("pricelevelid", "pricelevel"), lookup("productid", "product"),
      lookup("uomid", "uom"),
      FieldDescription(
        "productnumber", .text(length: 100), access: .read, required: true, default: .system)),
    table("transactioncurrency", FieldDescription("isocurrencycode", .text(length: 5))),
  ]

  private let file = TemporaryFile()
  private let sales: EmbeddedSystem

  init() throws {
    sales = try EmbeddedSystem(path: file.path, side: .sales, tables: Self.tables)
  }

  private func make(_ table: String, _ fields: [String: Value]) throws -> Value {
    .lookup(Lookup(table: table, id: try sales.create(table, fields).get()))
  }

  private func refused(
    _ table: String, _ fields: [String: Value], _ sentence: String
  ) throws {
    #expect(try sales.create(table, fields) == .failure(Refusal(sentence)))
  }

  @Test("a price of a product in a unit stands once in a list; the refusal says which")
  func price() throws {
    let list = try make("pricelevel", ["name": .text("Retail")])
    let unit = try make("uom", ["name": .text("PCS")])
    let product = try make(
      "product", ["name": .text("Bicycle"), "productnumber": .text("1000")])
    let price = ["pricelevelid": list, "productid": product, "uomid": unit]
    _ = try make("productpricelevel", price)
    try refused(
      "productpricelevel", price,
      "productpricelevel: there is one with pricelevelid 'Retail', productid 'Bicycle' and uomid"
        + " 'PCS' already")
    let box = try make("uom", ["name": .text("BOX")])
    let other = try make("productpricelevel", price.merging(["uomid": box]) { $1 })
    let moved = try sales.change(
      "productpricelevel", try #require(other.lookup).id, ["uomid": unit])
    #expect(throws: Refusal.self) { try moved.get() }
    // What is not said yet stands in nobody's way.
    for _ in 0..<2 { _ = try make("productpricelevel", ["pricelevelid": list]) }
  }

  @Test("a product number is one product's, in any case of its letters, also after a change")
  func number() throws {
    _ = try make("product", ["name": .text("Bicycle"), "productnumber": .text("Bike")])
    try refused(
      "product", ["name": .text("Linda"), "productnumber": .text("BIKE")],
      "product: there is one with productnumber 'BIKE' already, 'Bicycle'")
    let other = try make("product", ["name": .text("Linda"), "productnumber": .text("L")])
    let id = try #require(other.lookup).id
    let taken = try sales.change("product", id, ["productnumber": .text("bike")])
    #expect(throws: Refusal.self) { try taken.get() }
    // Another field of it is nobody's business, and its own number is its own.
    #expect(try sales.change("product", id, ["productnumber": .text("l")]).get())
    #expect(try sales.change("product", id, ["name": .text("Bo")]).get())
  }

  @Test("a currency's code, and a unit's name in its group")
  func others() throws {
    _ = try make("transactioncurrency", ["isocurrencycode": .text("EUR")])
    try refused(
      "transactioncurrency", ["isocurrencycode": .text("EUR")],
      "transactioncurrency: there is one with isocurrencycode 'EUR' already")
    let groups = try [
      make("uomschedule", ["name": .text("A")]), make("uomschedule", ["name": .text("B")]),
    ]
    for group in groups { _ = try make("uom", ["name": .text("PCS"), "uomscheduleid": group]) }
    try refused(
      "uom", ["name": .text("Pcs"), "uomscheduleid": groups[1]],
      "uom: there is one with uomscheduleid 'B' and name 'Pcs' already, 'PCS'")
  }

  @Test("a price shows the number of its product, which may change")
  func shown() throws {
    let product = try make("product", ["productnumber": .text("1000")])
    let price = try #require(try make("productpricelevel", ["productid": product]).lookup).id
    func number() throws -> Value? {
      try sales.record("productpricelevel", price)?["productnumber"]
    }
    #expect(try number() == .text("1000"))
    _ = try sales.change(
      "product", try #require(product.lookup).id, ["productnumber": .text("1001")]
    ).get()
    #expect(try number() == .text("1001"))
  }
}
