import GRDB
import MapRuntime
import MapSync

/// Runs of a full synchronization (F9).
extension SQLiteState {
  public func startRun(_ run: FullRun) async throws(StoreFailure) -> RunID {
    try await write { database in
      try database.change(
        "INSERT INTO runs (started, finished) VALUES (?, ?)", run.started, run.finished)
      let id = database.lastInsertedRowID
      for line in run.lines { try database.save(line, of: id) }
      return id
    }
  }

  public func saveLine(_ line: FullRunLine, of run: RunID) async throws(StoreFailure) {
    try await write { database in
      let known = try database.first("SELECT 1 FROM runs WHERE id = ?", run) { _ in true }
      guard known != nil else { throw StoreFailure.unknown("there is no run \(run)") }
      try database.save(line, of: run)
    }
  }

  public func runs(limit: Int) async throws(StoreFailure) -> [FullRun] {
    try await read { database in
      let runs = try database.all(
        "SELECT id, started, finished FROM runs ORDER BY id DESC LIMIT ?", limit
      ) { row in
        FullRun(
          id: row.integer(0), started: row.moment(1),
          finished: row.optional(2, StateRow.moment), lines: [])
      }
      return try runs.map { run in
        var run = run
        run.lines = try database.lines(of: run.id)
        return run
      }
    }
  }

  public func finishRun(_ id: RunID, at moment: DateTimeValue) async throws(StoreFailure) {
    try await write { database in
      let changed = try database.change(
        "UPDATE runs SET finished = ? WHERE id = ?", moment, id)
      if changed == 0 { throw StoreFailure.unknown("there is no run \(id)") }
    }
  }
}
