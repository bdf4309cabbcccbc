import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("The product that stands for lines without one (R C-44)")
struct WriteInProductTests {
  /// The setting's names are Item and Resource, in this order.
  private static func settings(_ type: Int32, _ number: String) -> [String: Value] {
    [
      "write-in-product-type": .option(OptionValue(type)),
      "write-in-product-number": .text(number),
    ]
  }

  private func products(_ workshop: Workshop) throws -> [String] {
    try workshop.find("product").compactMap { $0["productnumber"]?.text }.sorted()
  }

  @Test("is never created in Sales, by no run at all, and its neighbours are")
  func created() async throws {
    let workshop = try Workshop(settings: Self.settings(0, "write-in"))
    for number in ["1000", "WRITE-IN"] { try workshop.item(number) }
    let counters = try await workshop.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT")
    #expect(counters.failed == 0)
    #expect(try products(workshop) == ["1000"])
    let mapping = try #require(workshop.integration.mapping("ITEM-PRODUCT"))
    let ids = try workshop.bc.find("Item", company: workshop.company)
    let preview = try await Preview(workshop.integration).records(
      mapping, .toSales, .full, ids: ids)
    #expect(
      preview.compactMap(\.message).contains {
        $0 == "stands for lines without a product, and is never coupled"
      })
  }

  @Test("is not coupled by hand either")
  func coupled() async throws {
    let workshop = try Workshop(settings: Self.settings(0, "WRITE-IN"))
    let item = try workshop.item("WRITE-IN")
    try workshop.item("1000")
    try await workshop.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT")
    let product = try #require(try workshop.sales.find("product").first)
    let mapping = try #require(workshop.integration.mapping("ITEM-PRODUCT"))
    let result = try await Coupler(workshop.integration).couple(mapping, bc: item, sales: product)
    #expect(result == .writeIn)
  }

  @Test("one that was coupled before it was named is left as it is")
  func coupledBefore() async throws {
    let before = try Workshop()
    let item = try before.item("WRITE-IN")
    try await before.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT")
    let named = before.naming(Self.settings(0, "WRITE-IN"))
    _ = try before.bc.change(
      "Item", item, ["Description": .text("Changed")], by: .system, company: before.company
    ).get()
    let mapping = try #require(named.mapping("ITEM-PRODUCT"))
    let report = try await Synchronizer(named).run(mapping, .toSales, .full, ids: [item])
    #expect(report.counters.modified == 0)
    #expect(try before.find("product").map { $0["name"] } == [.text("Bicycle")])
  }

  @Test("an item of the number of the resource that stands for them goes as any other")
  func otherTable() async throws {
    let workshop = try Workshop(settings: Self.settings(1, "1000"))
    try workshop.item("1000")
    try await workshop.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT")
    #expect(try products(workshop) == ["1000"])
  }
}

extension Workshop {
  /// The same two systems under a setup that says more.
  fileprivate func naming(_ settings: [String: Value]) -> Integration {
    Integration(
      mappings: integration.mappings, bc: integration.bc, sales: integration.sales,
      state: integration.state, company: integration.company, tables: integration.tables,
      settings: integration.settings.merging(settings) { _, new in new },
      writeInProducts: integration.writeInProducts, localCurrency: integration.localCurrency,
      clock: integration.clock)
  }
}
