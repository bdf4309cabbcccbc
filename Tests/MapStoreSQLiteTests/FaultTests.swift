import EmbeddedSystems
import MapRuntime
import MapStoreSQLite
import MapSync
import StoreConformance
import Testing

@Suite("Failures on demand")
struct FaultTests {
  typealias Record = SampleRecord<InSales>

  private let folder = try? StateFolder()

  private func open() throws -> (EmbeddedSystem, EmbeddedStore) {
    let system = try EmbeddedSystem(
      path: try #require(folder).newFile(), side: .sales,
      tables: Conformance.tables(InSales.self))
    return (system, EmbeddedStore(sales: system))
  }

  private func new(_ count: Int) -> [NewRecord<Record>] {
    (1...count).map {
      NewRecord(
        id: Guid(high: 1, low: UInt64($0)), record: Record("a\($0)"),
        columns: .all(Record.table.columns.count))
    }
  }

  @Test("the next writes of one record are refused with the message, and no others")
  func next() async throws {
    let (system, store) = try open()
    let id = Guid(high: 1, low: 2)
    system.faults.add(.next(2, of: "account", record: id, message: "not today"))
    let results = try await store.create(new(3))
    #expect(results[1] == .refused("not today"))
    #expect(try await store.count(Record.self, .all) == 2)
    #expect(try await store.create([new(3)[1]]) == [.refused("not today")])
    let third = try await store.create([new(3)[1]])
    guard case .written = third[0] else {
      Issue.record("\(third)")
      return
    }
    #expect(try await store.count(Record.self, .all) == 3)
  }

  @Test("one in so many fails, some after their effect, and always the same ones")
  func oneIn() async throws {
    var outcomes: [[Bool]] = []
    for _ in 0..<2 {
      let (system, store) = try open()
      system.faults.add(.oneIn(5, seed: 3, message: "broken"))
      let results = try await store.create(new(200))
      let failed = results.map { $0 == .failed("broken") }
      let count = failed.count { $0 }
      #expect(count > 10 && count < 100)
      // Some of those that failed are there.
      let stored = try await store.count(Record.self, .all)
      #expect(stored > 200 - count && stored < 200)
      outcomes.append(failed)
    }
    #expect(outcomes[0] == outcomes[1])
  }

  @Test("a test may step in before a batch is committed, and after")
  func points() async throws {
    let (system, store) = try open()
    let seen = Seen()
    system.faults.onPoint { seen.add($0) }
    _ = try await store.create(new(2))
    #expect(seen.points == [.beforeCommit, .afterCommit])
    system.faults.clear()
    _ = try await store.delete([Guid(high: 1, low: 1)], from: Record.table)
    #expect(seen.points.count == 2)
  }
}
