import Foundation
import GRDB
import MapRuntime
import MapSync
import Synchronization

@testable import EmbeddedSystems
@testable import MapStoreSQLite

/// The three files of a world as it begins, prepared once.
struct WorldImage: Sendable {
  /// By name, each as one file without a log.
  let contents: [String: Data]
  let company: Company
  /// Records by name.
  let ids: [Side: [String: Guid]]

  private static let made = Mutex<[WorldSetup: WorldImage]>([:])

  /// The image of a setup; the policies in force are no part of it.
  static func of(_ setup: WorldSetup) async throws -> WorldImage {
    var key = setup
    (key.scope, key.conflict) = (.all, ConflictPolicy())
    (key.batch, key.isPiecemeal) = (1000, false)
    if let image = made.withLock({ $0[key] }) { return image }
    let image = try await make(key)
    made.withLock { $0[key] = image }
    return image
  }

  private static func make(_ setup: WorldSetup) async throws -> WorldImage {
    let files = try WorldFiles()
    let company = try files.bc.createCompany("CRONUS")
    _ = try files.sales.create(
      "bcbi_company", id: company.id, ["bcbi_name": .text("CRONUS")], by: .system
    ).get()
    _ = try files.sales.create(
      "transactioncurrency", id: WorldFiles.currency,
      [
        "isocurrencycode": .text("DKK"), "currencyname": .text("DKK"),
        "currencysymbol": .text("kr"), "exchangerate": .decimal(DecimalValue(1)),
      ], by: .system
    ).get()
    let world = World(setup, files, company: company, ids: [:])
    for name in setup.pairs { try world.add(name, setup.mapping == .customer ? .bc : .sales) }
    let process = try await world.process(nil, seat: 0)
    while try await process.synchronize().contains(where: \.counters.didSomething) {}
    if !setup.older.isEmpty { try await world.age(process.state) }
    for name in setup.loose + setup.inBC { try world.add(name, .bc) }
    for name in setup.loose + setup.inSales { try world.add(name, .sales) }
    for name in setup.loose { try world.write(name, .sales, .phone, "200") }
    process.leave()
    let ids = try world.found()
    return WorldImage(contents: try files.contents(), company: company, ids: ids)
  }
}

extension World {
  /// Makes all couplings those of an older form of the mapping, which did not have the fields that BC has
  /// beyond Sales now. They go to Sales alone, so nothing was ever agreed on them.
  fileprivate func age(_ state: SQLiteState) async throws {
    for name in setup.pairs {
      for (field, text) in setup.older { try write(name, .bc, field, text) }
    }
    let table = SQLName.quoted(setup.mapping.table(.bc))
    let versions = try await files.bc.pool.read { database in
      try Row.fetchAll(database, sql: "SELECT \"$version\", \"$id\" FROM \(table)").map {
        (version: $0[0] as Int64, id: $0[1] as Data)
      }
    }
    try await state.writer.write { database in
      for known in versions {
        try database.execute(
          sql: "UPDATE couplings SET bc_version = ? WHERE bc_id = ?",
          arguments: [known.version, known.id])
      }
      try database.execute(sql: "UPDATE effects SET digest = digest - 1")
    }
  }
}
