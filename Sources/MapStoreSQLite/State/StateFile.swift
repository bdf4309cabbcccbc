import FoundationEssentials
import GRDB
import MapRuntime
import MapSync

/// The state file as a file.
enum StateFile {
  /// Makes the file where there is none. It appears whole: a crash leaves no half-made one, and an
  /// empty file is never ours.
  static func make(_ path: String, company: Guid, schema: StateSchema) throws {
    if try isThere(path) { return }
    let draft = "\(path).new-\(UInt32.random(in: 0 ... .max))"
    defer { remove(draft) }
    try fill(draft, company: company, schema: schema)
    do {
      // A link, as it replaces nothing where another process was faster.
      try FileManager.default.linkItem(atPath: draft, toPath: path)
    } catch {
      if size(path) != nil { return }
      // A file system without links.
      try FileManager.default.moveItem(atPath: draft, toPath: path)
    }
  }

  /// Throws for an empty file.
  static func isThere(_ path: String) throws -> Bool {
    guard let size = size(path) else { return false }
    if size == 0 { throw StateFault.empty(path) }
    return true
  }

  private static func fill(_ draft: String, company: Guid, schema: StateSchema) throws {
    let queue = try DatabaseQueue(path: draft)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA application_id = \(StateSchema.applicationID)")
      try schema.upgrade(database, at: draft)
      try database.change("INSERT INTO meta VALUES ('company', ?)", company)
    }
    try queue.close()
  }

  private static func size(_ path: String) -> Int? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    return attributes[.size] as? Int
  }

  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }
}
