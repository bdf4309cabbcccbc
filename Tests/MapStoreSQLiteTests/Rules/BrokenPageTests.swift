import EmbeddedSystems
import GRDB
import MapRuntime
import MapSync
import Synchronization
import Testing

/// Somebody else holds the state just when a page has been written.
final class Stranger: Sendable {
  private let isArmed = Mutex(false)
  private let connection = Mutex<DatabaseQueue?>(nil)

  /// The next page that has written finds the state held.
  func arm() { isArmed.withLock { $0 = true } }

  func hold(_ folder: StateFolder) {
    guard isArmed.withLock({ $0 }) else { return }
    connection.withLock { connection in
      guard connection == nil, let other = try? folder.stranger() else { return }
      try? other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
      connection = other
    }
  }

  func letGo() throws {
    isArmed.withLock { $0 = false }
    try connection.withLock { connection in
      try connection?.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }
  }
}

@Suite("A page that breaks between its writes and its record, while the process goes on (B6)")
struct BrokenPageTests {
  private let stranger = Stranger()

  private func workshop() throws -> Workshop {
    let stranger = stranger
    return try Workshop(
      patience: 0.05,
      checkpoint: { point, folder in if point == .afterWrite { stranger.hold(folder) } })
  }

  @Test("the next run couples what was created, creates nothing twice, and finishes what was left")
  func settled() async throws {
    let workshop = try workshop()
    try workshop.add("Customer", ["No.": .text("10000"), "Name": .text("Adatum")])
    stranger.arm()
    await #expect(throws: StoreFailure.self) { try await workshop.run("CUSTOMER") }
    #expect(try workshop.find("account").count == 1)
    try stranger.letGo()
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    #expect(try await workshop.integration.state.count(mapping.pair) == 0)
    #expect(try await workshop.run("CUSTOMER").failed == 0)
    #expect(try workshop.find("account").count == 1)
    #expect(try await workshop.integration.state.count(mapping.pair) == 1)
    #expect(try await workshop.integration.state.openIntents().isEmpty)
  }

  @Test("what a rule had still to write is written by the next run, although nothing changed")
  func rules() async throws {
    let workshop = try workshop()
    try workshop.item("1000")
    try await workshop.run("UNIT GROUP", "ITEM UOM")
    let mapping = try #require(workshop.integration.mapping("ITEM-PRODUCT"))
    let synchronizer = Synchronizer(workshop.integration)
    _ = try await synchronizer.synchronize(mapping)
    stranger.arm()
    workshop.sales.faults.add(.broken(4, of: "productpricelevel", message: "broke"))
    await #expect(throws: StoreFailure.self) { try await workshop.run("ITEM-PRODUCT") }
    #expect(try workshop.find("product").count == 1)
    #expect(try workshop.find("productpricelevel").isEmpty)
    try stranger.letGo()
    _ = try await synchronizer.synchronize(mapping)
    #expect(try workshop.find("product").count == 1)
    #expect(try workshop.find("productpricelevel").count == 1)
    #expect(try await workshop.integration.state.entries(EntryQuery()).isEmpty)
  }

  @Test("until it can be settled, its mapping does not run")
  func waiting() async throws {
    let workshop = try workshop()
    try workshop.add("Customer", ["No.": .text("10000"), "Name": .text("Adatum")])
    stranger.arm()
    for _ in 0..<3 {
      await #expect(throws: StoreFailure.self) { try await workshop.run("CUSTOMER") }
    }
    try stranger.letGo()
    try await workshop.run("CUSTOMER")
    #expect(try workshop.find("account").count == 1)
  }
}
