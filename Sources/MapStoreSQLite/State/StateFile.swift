import EmbeddedSystems
import GRDB
import MapRuntime
import MapSync

/// The state file as a file.
enum StateFile {
  /// Makes the file where there is none. It appears whole: a crash leaves no half-made one, and an
  /// empty file is never ours.
  static func make(_ path: String, company: Guid, schema: StateSchema) throws {
    if try isThere(path) { return }
    let draft = FileDraft(of: path)
    defer { draft.remove() }
    try fill(draft.path, company: company, schema: schema)
    guard draft.finish() else { throw StateFault.readOnly(path) }
  }

  /// Throws for an empty file.
  static func isThere(_ path: String) throws -> Bool {
    guard let place = FilePlace(path) else { return false }
    if place.isEmpty { throw StateFault.empty(path) }
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
}
