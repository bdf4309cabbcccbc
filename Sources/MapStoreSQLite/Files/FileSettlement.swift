import EmbeddedSystems
import GRDB
import MapRuntime
import MapSync

/// Files that were put back, taken as they are now: what the state remembers of their versions
/// counts no more, so that all records are looked at again. Until that has come to its end, nothing
/// else runs.
extension FileWatch {
  /// Takes the files as they are. Throws for one whose pages do not fit together.
  public func accept() throws(StoreFailure) {
    for side in Side.allCases {
      do { try system(side).checkPages() } catch { throw StoreFailure(error) }
    }
    let positions = try current()
    let id = id
    let stamp = try state.note { database in
      try database.change("INSERT OR REPLACE INTO meta VALUES ('settling', x'01')")
      try database.change("DELETE FROM marks")
      // A full synchronization that was stopped before would set its marks again, and they may be beyond
      // what the files have by now.
      try database.change("DELETE FROM cursors")
      // No record has version 0: both sides of each coupling have changed, as far as anybody knows,
      // and which of their fields nobody does.
      try database.change("UPDATE couplings SET bc_version = 0, sales_version = 0, agreed = NULL")
      try database.forgetVersionsOfWrites()
      try database.change("DELETE FROM systems")
      try database.note(positions)
      return try database.nextStamp(of: id)
    }
    noted(positions)
    work(stamp)
    for side in Side.allCases {
      do {
        try system(side).write(by: .system) { try $0.set(stamp, of: company) }
      } catch {
        throw StoreFailure(error)
      }
    }
  }

  /// All records were looked at.
  public func settle() throws(StoreFailure) {
    try state.note { database in
      try database.change("DELETE FROM meta WHERE name = 'settling'")
    }
  }

  /// Notes the files that a new state belongs to.
  public func begin() throws(StoreFailure) {
    let noted = try state.look { database in try database.positions() }
    guard noted.count < Side.allCases.count else { return }
    let positions = try current().filter { noted[$0.key] == nil }
    try state.note { database in try database.note(positions) }
    self.noted(positions)
  }

  private func current() throws(StoreFailure) -> [Side: FilePosition] {
    var positions: [Side: FilePosition] = [:]
    for side in Side.allCases {
      do { positions[side] = try system(side).position() } catch { throw StoreFailure(error) }
    }
    return positions
  }
}
