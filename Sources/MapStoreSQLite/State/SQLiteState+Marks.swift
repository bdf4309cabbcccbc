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
    let seen = mark.map { [direction.source: $0.version] } ?? [:]
    let positions = try watch?.positions(seen: seen) ?? [:]
    try await write { database in
      try database.note(positions)
      if let mark {
        try database.save(mark, mapping, direction)
      } else {
        try database.change(
          "DELETE FROM marks WHERE mapping = ? AND direction = ?", mapping, direction)
      }
    }
    watch?.noted(positions)
  }

  public func schedule(_ mapping: String) async throws(StoreFailure) -> ScheduleState? {
    try await read { database in
      try database.first(
        "SELECT due, asleep, pause FROM schedules WHERE mapping = ?", mapping
      ) { row in
        ScheduleState(
          mapping: mapping, due: row.moment(0), isAsleep: row.flag(1),
          pause: row.optional(2, StateRow.count))
      }
    }
  }

  public func saveSchedule(_ state: ScheduleState) async throws(StoreFailure) {
    try await write { database in
      try database.change(
        "INSERT OR REPLACE INTO schedules (mapping, due, asleep, pause) VALUES (?, ?, ?, ?)",
        state.mapping, state.due, state.isAsleep, state.pause)
    }
  }

  public func lastNumber(_ mapping: String) async throws(StoreFailure) -> Int {
    try await read { database in
      try database.first("SELECT value FROM numbers WHERE name = ?", mapping) { row in
        row.count(0)
      } ?? 0
    }
  }

  public func noteNumber(_ number: Int, _ mapping: String) async throws(StoreFailure) {
    try await write { database in
      try database.change(
        """
        INSERT INTO numbers VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
        """, mapping, number)
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
