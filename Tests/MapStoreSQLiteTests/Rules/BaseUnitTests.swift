import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("Base units (R C-45, B-27)")
struct BaseUnitTests {
  static let singleUnits: Set<String> = [
    "single-units", "price-lists", "person-ownership", "one-way-orders",
  ]

  @Test("a unit refers to the base unit of its group")
  func units() async throws {
    let workshop = try Workshop()
    try workshop.item("1000")
    let counters = try await workshop.run("UNIT GROUP", "ITEM UOM")
    #expect(counters.failed == 0)
    let group = try #require(try workshop.sales.find("uomschedule").first)
    let base = try #require(
      try workshop.sales.find("uom", ["isschedulebaseuom": .boolean(true)]).first)
    let box = try #require(try workshop.find("uom", ["name": .text("BOX")]).first)
    #expect(box["baseuom"] == .lookup(Lookup(table: "uom", id: base)))
    #expect(box["uomscheduleid"] == .lookup(Lookup(table: "uomschedule", id: group)))
  }

  @Test("a unit whose group lost its base unit fails")
  func lostBase() async throws {
    let workshop = try Workshop()
    try workshop.item("1000")
    try await workshop.run("UNIT GROUP")
    let base = try #require(try workshop.sales.find("uom").first)
    _ = try workshop.sales.delete("uom", base, by: .system)
    let counters = try await workshop.run("ITEM UOM")
    #expect(counters.failed == 2)
    #expect(
      try await workshop.failures("ITEM UOM").first == "its unit group has no base unit in Sales")
  }

  @Test("with unit groups a product has the group of its unit")
  func groupFollows() async throws {
    let workshop = try Workshop()
    for number in ["1000", "2000"] { try workshop.item(number) }
    let counters = try await workshop.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT")
    #expect(counters.failed == 0)
    for number in ["1000", "2000"] {
      let product = try #require(
        try workshop.find("product", ["productnumber": .text(number)]).first)
      let group = try #require(
        try workshop.sales.find("uomschedule", ["name": .text("ITEM \(number) UOM GR")]).first)
      #expect(product["defaultuomscheduleid"] == .lookup(Lookup(table: "uomschedule", id: group)))
      let unit = try #require(product["defaultuomid"]?.lookup)
      #expect(try workshop.sales.record("uom", unit.id)?["name"] == .text("PCS"))
    }
  }

  @Test("with single units a product has the one unit of its group")
  func unitFollows() async throws {
    let workshop = try Workshop(Self.singleUnits)
    try workshop.item("1000")
    let counters = try await workshop.run("UNIT OF MEASURE", "ITEM-PRODUCT")
    #expect(counters.failed == 0)
    let product = try #require(try workshop.find("product").first)
    let group = try #require(
      try workshop.sales.find("uomschedule", ["name": .text("NAV PCS")]).first)
    let unit = try #require(
      try workshop.sales.find(
        "uom", ["uomscheduleid": .lookup(Lookup(table: "uomschedule", id: group))]
      ).first)
    #expect(product["defaultuomscheduleid"] == .lookup(Lookup(table: "uomschedule", id: group)))
    #expect(product["defaultuomid"] == .lookup(Lookup(table: "uom", id: unit)))
  }

  @Test("a product takes the unit of its new group", arguments: ["BOX"])
  func newGroup(code: String) async throws {
    let workshop = try Workshop(Self.singleUnits)
    let item = try workshop.item("1000")
    try await workshop.run("UNIT OF MEASURE", "ITEM-PRODUCT")
    _ = try workshop.bc.change(
      "Item", item, ["Base Unit of Measure": .text(code)], company: workshop.company
    ).get()
    try await workshop.run("ITEM-PRODUCT")
    let unit = try #require(try workshop.find("product").first?["defaultuomid"]?.lookup)
    #expect(try workshop.sales.record("uom", unit.id)?["name"] == .text(code))
  }

  @Test("a group with a second base unit, or with another quantity or name, fails")
  func oneBase() async throws {
    let workshop = try Workshop(Self.singleUnits)
    #expect(try await workshop.run("UNIT OF MEASURE").inserted == 2)
    #expect(try await workshop.run("UNIT OF MEASURE").failed == 0)
    let box = try #require(try workshop.sales.find("uom", ["name": .text("BOX")]).first)
    _ = try workshop.sales.change("uom", box, ["quantity": .decimal(DecimalValue(12))]).get()
    #expect(try await workshop.run("UNIT OF MEASURE").failed == 1)
    #expect(
      try await workshop.failures("UNIT OF MEASURE") == [
        "its unit group in Sales must have exactly one base unit, with quantity 1 and the name"
          + " 'BOX'"
      ])
    let group = try #require(
      try workshop.sales.find("uomschedule", ["name": .text("NAV PCS")]).first)
    _ = try workshop.sales.create(
      "uom",
      [
        "name": .text("Piece"), "quantity": .decimal(DecimalValue(1)),
        "uomscheduleid": .lookup(Lookup(table: "uomschedule", id: group)),
        "isschedulebaseuom": .boolean(true),
      ], by: .system
    ).get()
    try await workshop.run("UNIT OF MEASURE")
    #expect(try await workshop.failures("UNIT OF MEASURE").contains { $0.hasSuffix("'PCS'") })
  }
}
