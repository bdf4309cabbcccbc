import GRDB
import MapRuntime
import MapSync

/// Marks, schedules and running numbers (F8; R C-38, D-13 to D-16).
extension SQLiteState {
  public func mark(
    _ mapping: String, _ direction: Direction
  ) async throws(StoreFailure) -> ChangeMark? {
    try await read { database in
      try database.first(
        "SELECT mark FROM marks WHERE mapping = ? AND direction = ?", mapping, direction
      ) { row in ChangeMark(row.text(0)) }
    }
  }

  public func move(
    _ mark: MarkMove, _ mapping: String, _ direction: Direction
  ) async throws(StoreFailure) {
    try await write { database in try database.move(mark, mapping, direction) }
  }

  public func setMark(
    _ mark: ChangeMark?, _ mapping: String, _ direction: Direction
  ) async throws(StoreFailure) {
    try await write { database in
      if let mark {
        try database.save(mark, mapping, direction)
      } else {
        try database.change(
          "DELETE FROM marks WHERE mapping = ? AND direction = ?", mapping, direction)
      }
    }
  }

  public func schedule(_ mapping: String) async throws(StoreFailure) -> ScheduleState? {
    try await read { database in
      try database.first("SELECT due, asleep FROM schedules WHERE mapping = ?", mapping) { row in
        ScheduleState(mapping: mapping, due: row.moment(0), isAsleep: row.flag(1))
      }
    }
  }

  public func saveSchedule(_ state: ScheduleState) async throws(StoreFailure) {
    try await write { database in
      try database.change(
        "INSERT OR REPLACE INTO schedules VALUES (?, ?, ?)", state.mapping, state.due,
        state.isAsleep)
    }
  }

  public func nextNumber(_ name: String) async throws(StoreFailure) -> Int {
    try await write { database in
      let number = try database.first(
        """
        INSERT INTO numbers VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1
        RETURNING value
        """, name
      ) { row in row.count(0) }
      guard let number else { throw StateRow.damaged("a running number") }
      return number
    }
  }
}

extension Database {
  /// Moves a mark from where it was read.
  func move(_ mark: MarkMove, _ mapping: String, _ direction: Direction) throws {
    let isThere = try first(
      "SELECT mark FROM marks WHERE mapping = ? AND direction = ?", mapping, direction
    ) { row in ChangeMark(row.text(0)) }
    guard isThere == mark.from else { return }
    try save(mark.to, mapping, direction)
  }

  func save(_ mark: ChangeMark, _ mapping: String, _ direction: Direction) throws {
    try change("INSERT OR REPLACE INTO marks VALUES (?, ?, ?)", mapping, direction, mark.text)
  }
}
