import GRDB
import MapRuntime
import MapSync

extension SQLiteState {
  @discardableResult
  public func cleanUp(before moment: DateTimeValue) async throws(StoreFailure) -> Int {
    try await write { database in
      // SKP-013; and whoever looks at a record that fails or waits finds the run that said so.
      let kept = "EXISTS (SELECT 1 FROM entries WHERE entries.job ="
      let gone = try database.change(
        "DELETE FROM jobs WHERE finished < ? AND NOT \(kept) jobs.id)", moment)
      try database.change(
        "DELETE FROM events WHERE at < ? AND (job IS NULL OR NOT \(kept) events.job))", moment)
      try database.change("DELETE FROM origins WHERE at < ?", moment)
      for table in ["lines", "cursors"] {
        try database.change(
          "DELETE FROM \(table) WHERE run IN (SELECT id FROM runs WHERE finished < ?)", moment)
      }
      try database.change("DELETE FROM runs WHERE finished < ?", moment)
      return gone
    }
  }
}
