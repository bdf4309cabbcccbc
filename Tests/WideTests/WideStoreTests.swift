import EmbeddedSystems
import Foundation
import MapRuntime
import MapStoreSQLite
import MapSync
import Testing
import WideMappings

@Suite("A store of a wide table")
struct WideStoreTests {
  private func withStore(
    _ body: (EmbeddedStore) async throws -> Void
  ) async throws {
    let folder = URL.temporaryDirectory.appending(path: "wide-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let system = try EmbeddedSystem(
      path: folder.appending(path: "sales.sqlite").path, side: .sales, tables: Program.tables)
    try await body(EmbeddedStore(sales: system))
  }

  private static let id = Guid(high: 1, low: 1)

  /// A record whose texts are all the same.
  private func record(_ text: String) -> Sales.Wide {
    var values = RecordValues(of: Sales.Wide.blank)
    for (column, described) in Sales.Wide.table.columns.enumerated() {
      if case .text = described.type { values[column] = .text(text) }
      if described.type == .guid { values[column] = .guid(Self.id) }
    }
    return Sales.Wide(reading: values)
  }

  @Test("an update writes the columns that it names, however far on, and no others")
  func update() async throws {
    try await withStore { store in
      let columns = Sales.Wide.table.columns.indices
      let new = NewRecord(id: Self.id, record: record("A"), columns: Sales.Wide.table.creatable)
      let created = try await store.create([new])
      #expect(created.count == 1)
      let far = FieldSet(columns.filter { $0 % 3 == 0 && $0 >= 120 })
      let written = far.intersection(Sales.Wide.table.updatable)
      _ = try await store.update([
        RecordUpdate(id: Self.id, record: record("B"), columns: written, expected: nil)
      ])
      let stored = try #require(try await store.records(Sales.Wide.self, ids: [Self.id]).first)
        .record
      let others = Sales.Wide.table.creatable.subtracting(written)
      #expect(stored.changes(from: record("A")).intersection(others).columns == [])
      #expect(stored.changes(from: record("B")).intersection(written).isEmpty)
      #expect(!stored.changes(from: record("A")).intersection(written).isEmpty)
    }
  }
}
