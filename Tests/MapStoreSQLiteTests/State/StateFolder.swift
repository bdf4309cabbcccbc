import Foundation
import GRDB
import MapRuntime
import MapSync

@testable import MapStoreSQLite

/// A folder of its own for the state file of one test.
final class StateFolder: Sendable {
  static let company = Guid(high: 7, low: 7)
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("state-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appendingPathComponent("state.db").path }

  func open(
    company: Guid = StateFolder.company, schema: StateSchema = .current, patience: Double = 10
  ) throws(StoreFailure) -> SQLiteState {
    try SQLiteState.open(path, company: company, schema: schema, patience: patience, makes: true)
  }

  /// What opening it fails with.
  func refusal(company: Guid = StateFolder.company, patience: Double = 10) -> StoreFailure? {
    do {
      _ = try open(company: company, patience: patience)
      return nil
    } catch {
      return error
    }
  }

  /// A copy of the files as they are, as a power cut would leave them.
  func snapshot() throws -> StateFolder {
    let copy = try StateFolder()
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy.path + suffix)
    }
    return copy
  }

  /// A connection of somebody else, who may leave transactions open.
  func stranger() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Lets the leases belong to another machine.
  func moveLeases(to machine: String) throws {
    try stranger().write { try $0.execute(sql: "UPDATE leases SET host = ?", arguments: [machine]) }
  }

  func write(_ bytes: Data) throws { try bytes.write(to: URL(fileURLWithPath: path)) }
}
