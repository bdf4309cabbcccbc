import GRDBSQLite

/// The same rows into the same tables by SQLite alone, as a loop in C would.
enum Floor {
  static func load(_ path: String, rows: Int, texts: [String]) {
    var db: OpaquePointer?
    sqlite3_open(path, &db)
    sqlite3_exec(
      db, "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -2048; PRAGMA mmap_size = 0", nil, nil,
      nil)
    let columns =
      ["$id", "$version", "$created", "$modified", "$ours"] + WideAccount.table.columns.map(\.name)
    let names = columns.map { "\"\($0)\"" }.joined(separator: ",")
    let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ",")
    var statement: OpaquePointer?
    sqlite3_prepare_v2(
      db, "INSERT INTO account (\(names)) VALUES (\(places))", -1, &statement, nil)
    let bytes = texts.map { Array($0.utf8CString) }
    let buffers = bytes.map { source in
      let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: source.count)
      _ = copy.initialize(from: source)
      return copy
    }
    let id = UnsafeMutablePointer<UInt64>.allocate(capacity: 2)
    for row in 0..<rows {
      if row % 1000 == 0 { sqlite3_exec(db, "BEGIN IMMEDIATE", nil, nil, nil) }
      id[0] = UInt64(7).bigEndian
      id[1] = UInt64(row + 1).bigEndian
      sqlite3_bind_blob(statement, 1, id, 16, nil)
      sqlite3_bind_int64(statement, 2, Int64(row + 1))
      sqlite3_bind_int64(statement, 3, 1_768_467_600_000)
      sqlite3_bind_int64(statement, 4, 1_768_467_600_000)
      sqlite3_bind_int64(statement, 5, 1)
      for (column, text) in buffers.enumerated() {
        let place = Int32(column + 6)
        if text.count == 1 {
          sqlite3_bind_null(statement, place)
        } else {
          sqlite3_bind_text(statement, place, text.baseAddress, Int32(text.count - 1), nil)
        }
      }
      for place in Int32(24)..<27 { sqlite3_bind_blob(statement, place, id, 16, nil) }
      for place in Int32(27)..<31 { sqlite3_bind_int64(statement, place, 1) }
      for place in Int32(31)..<35 { sqlite3_bind_blob(statement, place, id, 16, nil) }
      sqlite3_step(statement)
      sqlite3_reset(statement)
      if row % 1000 == 999 { sqlite3_exec(db, "COMMIT", nil, nil, nil) }
    }
    sqlite3_finalize(statement)
    sqlite3_close(db)
  }
}
