import DefaultMappings
import EmbeddedSystems
import Foundation
import GRDB
import MapRuntime
import MapStoreSQLite
import MapSync
import Testing

@Suite("Records with values that cannot be read")
struct DamagedRecordTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  /// Writes past the program.
  private func put(_ sql: String, in file: String) throws {
    let queue = try DatabaseQueue(
      path: workshop.folder.folder.appendingPathComponent(file).path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  private func customers() throws -> [Guid] {
    try ["10000", "20000", "30000"].map {
      try workshop.add("Customer", ["No.": .text($0), "Name": .text("Customer \($0)")])
    }
  }

  @Test("fail with the field and what it holds; the others of the page go through")
  func failed() async throws {
    let ids = try customers()
    try put(
      "UPDATE Customer SET \"Credit Limit (LCY)\" = x'0102' WHERE \"No.\" = '20000'", in: "bc.db")
    let counters = try await workshop.run("CUSTOMER")
    #expect((counters.inserted, counters.failed) == (2, 1))
    #expect(
      try await workshop.failures("CUSTOMER") == [
        "'Credit Limit (LCY)' holds x'0102' (2 bytes), which is no decimal(4); give it a value again"
      ])
    #expect(try workshop.find("account").count == 2)
    // Mended, it goes through by itself.
    _ = try workshop.bc.change(
      "Customer", ids[1], ["Credit Limit (LCY)": .decimal(7)], company: workshop.company
    ).get()
    #expect(try await workshop.run("CUSTOMER").inserted == 1)
    #expect(try await workshop.failures("CUSTOMER") == [])
  }

  @Test("fail where their partner cannot be read, and nothing is written over it")
  func partner() async throws {
    let ids = try customers()
    try await workshop.run("CUSTOMER")
    try put("UPDATE account SET creditlimit = x'01' WHERE name = 'Customer 20000'", in: "sales.db")
    _ = try workshop.bc.change(
      "Customer", ids[1], ["Name": .text("Adatum")], company: workshop.company
    ).get()
    let counters = try await workshop.run("CUSTOMER")
    #expect(counters.failed == 1)
    #expect(
      try await workshop.failures("CUSTOMER").first?.contains("'creditlimit' holds x'01'") == true)
  }

  @Test("are not left out by a condition on what cannot be read")
  func conditions() async throws {
    _ = try customers()
    try put("UPDATE Customer SET Blocked = 7 WHERE \"No.\" = '20000'", in: "bc.db")
    let store = workshop.integration.bc
    for test in [
      ConditionTest.equals(.option(OptionValue(0))), .not(.equals(.option(OptionValue(0)))),
    ] {
      let found = try await store.records(
        BC.Customer.self, RecordQuery(RowCondition([.init("Blocked", test)])), after: nil, limit: 9)
      let damages = found.compactMap(\.damage)
      #expect(
        damages == [
          "'Blocked' holds 7, which is no option that 'Blocked' has; give it a value again"
        ])
    }
    let counters = try await workshop.run("CUSTOMER")
    #expect((counters.inserted, counters.failed) == (2, 1))
  }

  @Test("match nothing by the values that are left of them")
  func matches() async throws {
    _ = try customers()
    _ = try workshop.sales.create(
      "account", ["name": .text("Customer 20000"), "customertypecode": .option(OptionValue(3))],
      by: .person
    ).get()
    try put(
      "UPDATE Customer SET \"Post Code\" = CAST(x'ff' AS TEXT) WHERE \"No.\" = '20000'", in: "bc.db"
    )
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    let reports = try await MatchCoupling(workshop.integration).run(mapping)
    #expect(reports.first?.counters.coupled == 0)
    #expect(
      try await workshop.failures("CUSTOMER").contains { $0.contains("'Post Code' holds x'ff'") })
  }

  @Test(
    "what is none of its kind in the state is the state file's damage",
    arguments: [
      "bc_key = CAST(x'ff' AS TEXT)", "bc_modified = 253402300800000", "skipped = 2",
      "sales_id = x'01'",
    ])
  func state(damage: String) async throws {
    _ = try customers()
    try await workshop.run("CUSTOMER")
    try put("UPDATE couplings SET \(damage) WHERE bc_key = '20000'", in: "state.db")
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    do throws(StoreFailure) {
      _ = try await workshop.integration.state.couplings(mapping.pair, after: nil, limit: 10)
      Issue.record("read in spite of \(damage)")
    } catch {
      #expect(error.sentence.contains("is damaged"), "\(error.sentence)")
    }
  }
}
