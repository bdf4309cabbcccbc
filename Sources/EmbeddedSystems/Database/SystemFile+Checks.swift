import GRDB
import MapRuntime

/// Whether a file is ours, asked without touching it.
extension SystemFile {
  /// Refuses an empty file, a foreign one, one of a newer version and one of the other side, and
  /// leaves it as it is.
  static func look(
    _ path: String, as name: String? = nil, side: Side, makes: Bool, wait: Double
  ) throws(SystemFailure) {
    guard let place = FilePlace(path) else { return }
    if place.isEmpty { throw .empty(path) }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(wait)
      let queue = try DatabaseQueue(path: name ?? path, configuration: configuration)
      defer { try? queue.close() }
      try queue.inDatabase { db in
        if try !isBlank(db) {
          try check(db, path: path, side: side)
          try WriteAheadLog.check(db, path: path)
        } else if !makes {
          throw SystemFailure.empty(path)
        }
      }
    } catch {
      throw SystemFailure(error, path: path)
    }
  }

  /// A file that holds nothing yet, as a crash in the first moment of a new one leaves it.
  static func isBlank(_ db: Database) throws -> Bool {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    return application == 0 && tables == 0
  }

  static func check(_ db: Database, path: String, side: Side) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard application == applicationID else { throw SystemFailure.foreign(path) }
    let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard format <= Self.format else {
      throw SystemFailure.unusable(
        "'\(path)' has format \(format), and this mapsync knows formats up to \(Self.format);"
          + " use the newer mapsync that wrote it")
    }
    let found = try String.fetchOne(db, sql: "SELECT value FROM \"$system\" WHERE name = 'side'")
    guard found == side.name else {
      throw SystemFailure.unusable(
        "'\(path)' holds the records of '\(found ?? "")', not of '\(side.name)';"
          + " name the right file in the setup")
    }
  }
}
