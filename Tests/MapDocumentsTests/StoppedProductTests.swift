import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

/// A product is created as a draft, and made active by a second write: a run that ends between the
/// two leaves a draft that nobody wanted.
@Suite("A product whose run ends between its two writes becomes active all the same (B6, R C-41)")
struct StoppedProductTests {
  enum Edit: String, CaseIterable, Sendable {
    case none
    case itsName
    case theItemsName
    case thePrice
  }

  // The first write is that of its unit, which is synchronized before it.
  static let stories = (2...3).flatMap { write in Edit.allCases.map { (write, $0) } }

  @Test("and its item stays open, whoever edits meanwhile", arguments: stories)
  func stopped(write: Int, edit: Edit) async throws {
    let world = try await QuoteWorld()
    let (units, items) = (
      try world.mapping("UNIT OF MEASURE"), try world.mapping("ITEM-PRODUCT")
    )
    _ = try await run(units, "Unit of Measure", world)
    let item = try world.bc.create(
      "Item",
      [
        "No.": .text("2000"), "Description": .text("Lamp"), "Base Unit of Measure": .text("PCS"),
        "Unit Price": .decimal(40),
      ], company: world.company
    ).get()
    world.stop.arm(.after(write: write))
    await #expect(throws: StoreFailure.self) { _ = try await run(items, [item], world) }
    world.stop.arm(nil)
    try change(edit, item, world)
    for _ in 0..<3 { _ = try await Synchronizer(world.integration).synchronize(items) }

    let product = try #require(
      try world.sales.find("product", ["productnumber": .text("2000")]).first)
    let sold = try #require(try world.sales.record("product", product))
    let bought = try #require(try world.bc.record("Item", item, company: world.company))
    let entries = try await world.integration.state.entries(
      "ITEM-PRODUCT", .toSales, ids: [item])
    #expect(entries.map(\.message) == [])
    #expect(sold["statecode"] == .option(OptionValue(0)))
    #expect(bought["Blocked"] == .boolean(false))
    let name: Value = .text(edit == .none || edit == .thePrice ? "Lamp" : "Floor lamp")
    #expect(sold["name"] == name)
    #expect(bought["Description"] == name)
    #expect(sold["price"] == .decimal(edit == .thePrice ? 50 : 40))
  }

  private func change(_ edit: Edit, _ item: Guid, _ world: QuoteWorld) throws {
    if edit == .itsName,
      let product = try world.sales.find("product", ["productnumber": .text("2000")]).first
    {
      _ = try world.sales.change(
        "product", product, ["name": .text("Floor lamp")], by: .person
      ).get()
    }
    var fields: [String: Value] = [:]
    if edit == .theItemsName { fields["Description"] = .text("Floor lamp") }
    if edit == .thePrice { fields["Unit Price"] = .decimal(50) }
    guard !fields.isEmpty else { return }
    _ = try world.bc.change("Item", item, fields, by: .person, company: world.company).get()
  }

  private func run(
    _ mapping: BoundMapping, _ table: String, _ world: QuoteWorld
  ) async throws(StoreFailure) -> JobReport {
    try await run(mapping, (try? world.bc.find(table, company: world.company)) ?? [], world)
  }

  private func run(
    _ mapping: BoundMapping, _ ids: [Guid], _ world: QuoteWorld
  ) async throws(StoreFailure) -> JobReport {
    try await Synchronizer(world.integration).run(mapping, .toSales, .full, ids: ids)
  }
}
