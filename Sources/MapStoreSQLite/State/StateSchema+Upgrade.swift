import GRDB
import MapSync

extension StateSchema {
  /// Brings a file to this program's version, all steps in one transaction. Throws `unusable` for
  /// one of a newer version.
  func upgrade(_ database: Database, at path: String) throws {
    guard try found(database, at: path) < version else { return }
    try database.inTransaction(.immediate) {
      // Somebody else may have been faster.
      let found = try found(database, at: path)
      for step in steps.dropFirst(found) { try database.execute(sql: step) }
      if found < version { try database.execute(sql: "PRAGMA user_version = \(version)") }
      return .commit
    }
  }

  /// The version of a file. Throws `unusable` for a newer one.
  func found(_ database: Database, at path: String) throws -> Int {
    let found = Int(try database.number("PRAGMA user_version"))
    guard found <= version else {
      throw StateFault.newer(path, version: found, known: version)
    }
    return found
  }
}
