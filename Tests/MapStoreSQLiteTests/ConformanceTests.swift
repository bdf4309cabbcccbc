import EmbeddedSystems
import Foundation
import MapRuntime
import MapStoreSQLite
import MapSync
import StoreConformance
import Testing

@Suite("The embedded stores keep the promises of every store")
struct ConformanceTests {
  @Test("of Sales")
  func sales() async throws {
    let folder = try StateFolder()
    let failures = await Conformance.run(InSales.self) {
      let system = try EmbeddedSystem(
        path: folder.newFile(), side: .sales, tables: Conformance.tables(InSales.self),
        clock: TickingTime().clock)
      for company in Conformance.companies {
        _ = try system.create(
          "bcbi_company", id: company, ["bcbi_name": .text("\(company)".prefix(30).description)])
      }
      return EmbeddedStore(sales: system)
    }
    #expect(failures == [])
  }

  @Test("of a company of Business Central, beside another one with records of its own")
  func bc() async throws {
    let folder = try StateFolder()
    let failures = await Conformance.run(InBC.self) {
      let system = try EmbeddedSystem(
        path: folder.newFile(), side: .bc, tables: Conformance.tables(InBC.self),
        clock: TickingTime().clock)
      let company = try system.createCompany("CRONUS")
      let other = try system.createCompany("Other")
      _ = try system.create("Sample", ["name": .text("first")], company: other).get()
      return EmbeddedStore(system, company: company)
    }
    #expect(failures == [])
  }
}

extension StateFolder {
  /// A file that is not there yet.
  func newFile() -> String {
    folder.appendingPathComponent("\(UUID().uuidString).sqlite").path
  }
}
