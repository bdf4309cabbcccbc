import EmbeddedSystems
import MapRuntime
import MapSync
import Synchronization
import Testing

/// A product is created as a draft, and made active by a second write.
@Suite("What a record takes only once it exists")
struct SecondWriteTests {
  @Test("is written although somebody changes the record in between, and that change comes back")
  func between() async throws {
    let workshop = try Workshop()
    let item = try workshop.item("1000")
    try await workshop.run("UNIT GROUP", "ITEM UOM")
    let (sales, isDone) = (workshop.sales, Done())
    sales.faults.onPoint { point in
      guard point == .afterCommit, let product = try? sales.find("product").first, isDone.once()
      else { return }
      _ = try? sales.change("product", product, ["name": .text("Racing bicycle")])
    }
    #expect(try await workshop.run("ITEM-PRODUCT").failed == 0)
    sales.faults.clear()
    let product = try #require(try workshop.find("product").first)
    #expect(product["name"] == .text("Racing bicycle"))
    #expect(product["statecode"] == .option(OptionValue(0)))
    let mapping = try #require(workshop.integration.mapping("ITEM-PRODUCT"))
    _ = try await Synchronizer(workshop.integration).synchronize(mapping)
    let record = try #require(
      try workshop.bc.record("Item", item, company: workshop.company))
    #expect(record["Description"] == .text("Racing bicycle"))
  }
}

/// True once.
private final class Done: Sendable {
  private let isDone = Mutex(false)

  func once() -> Bool {
    isDone.withLock { isDone in
      defer { isDone = true }
      return !isDone
    }
  }
}
