import EmbeddedSystems
import Foundation
import MapStoreSQLite
import MapSync
import StoreConformance
import Testing

@Suite("The embedded store keeps the promises of every store")
struct ConformanceTests {
  @Test("all of them")
  func promises() async throws {
    let folder = NSTemporaryDirectory() + "mapsync-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let failures = await Conformance.run {
      let system = try EmbeddedSystem(
        path: folder + "/\(UUID().uuidString).sqlite", side: .sales, tables: Conformance.tables)
      return EmbeddedStore(sales: system)
    }
    #expect(failures == [])
  }
}
