import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("A review looks at records that hang together (R J-7, J-8)")
struct FullReviewTests {
  private func reason(_ mapping: String, _ workshop: Workshop) async throws -> String? {
    try await FullReview(workshop.integration).lines().first { $0.mapping == mapping }?.reason
  }

  @Test("one product in Sales is no part of what every organization has from the start")
  func oneProduct() async throws {
    let workshop = try Workshop()
    try workshop.item("1000")
    _ = try workshop.sales.create(
      "product",
      [
        "name": .text("Bell"), "productnumber": .text("77"),
        "producttypecode": .option(OptionValue(1)),
        "statecode": .option(OptionValue(0)),
      ], by: .system
    ).get()
    let reason = try await reason("ITEM-PRODUCT", workshop)
    #expect(reason?.hasPrefix("both sides hold records") == true, "\(reason ?? "")")
  }

  @Test("a resource is left although every product of Sales has an item")
  func oneResource() async throws {
    let workshop = try Workshop()
    try workshop.item("1000")
    try await workshop.run("UNIT GROUP", "ITEM UOM", "ITEM-PRODUCT")
    #expect(try workshop.find("product").count == 1)
    try workshop.add(
      "Resource",
      ["No.": .text("LINDA"), "Name": .text("Linda"), "Base Unit of Measure": .text("PCS")])
    let reason = try await reason("RESOURCE-PRODUCT", workshop)
    #expect(
      reason?.hasPrefix("only Business Central holds records") == true, "\(reason ?? "")")
  }
}
