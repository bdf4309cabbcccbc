import GRDBSQLite
import MapRuntime

/// A value that a statement of a state file can be given.
protocol StateBindable {
  func bind(to statement: OpaquePointer, at position: Int32)
}

extension Int64: StateBindable {
  @inline(__always)
  func bind(to statement: OpaquePointer, at position: Int32) {
    sqlite3_bind_int64(statement, position, self)
  }
}

extension Int: StateBindable {
  @inline(__always)
  func bind(to statement: OpaquePointer, at position: Int32) {
    sqlite3_bind_int64(statement, position, Int64(self))
  }
}

extension Bool: StateBindable {
  @inline(__always)
  func bind(to statement: OpaquePointer, at position: Int32) {
    sqlite3_bind_int64(statement, position, self ? 1 : 0)
  }
}

extension DateTimeValue: StateBindable {
  @inline(__always)
  func bind(to statement: OpaquePointer, at position: Int32) {
    sqlite3_bind_int64(statement, position, milliseconds)
  }
}

extension Side: StateBindable {
  func bind(to statement: OpaquePointer, at position: Int32) {
    sqlite3_bind_int64(statement, position, Int64(rawValue))
  }
}

extension Direction: StateBindable {
  func bind(to statement: OpaquePointer, at position: Int32) {
    sqlite3_bind_int64(statement, position, Int64(rawValue))
  }
}

extension Guid: StateBindable {
  @inline(__always)
  func bind(to statement: OpaquePointer, at position: Int32) {
    _ = withBytes { bytes in
      sqlite3_bind_blob(statement, position, bytes.baseAddress, 16, SQLiteLifetime.copied)
    }
  }
}

extension String: StateBindable {
  @inline(__always)
  func bind(to statement: OpaquePointer, at position: Int32) {
    var text = self
    text.withUTF8 { bytes in
      // An empty buffer has no address, and no address would be NULL.
      guard let start = bytes.baseAddress else {
        sqlite3_bind_text(statement, position, "", 0, SQLiteLifetime.copied)
        return
      }
      start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
        _ = sqlite3_bind_text(
          statement, position, characters, Int32(bytes.count), SQLiteLifetime.copied)
      }
    }
  }
}

extension [UInt8]: StateBindable {
  func bind(to statement: OpaquePointer, at position: Int32) {
    _ = withUnsafeBytes { bytes in
      if bytes.isEmpty {
        sqlite3_bind_zeroblob(statement, position, 0)
      } else {
        sqlite3_bind_blob(
          statement, position, bytes.baseAddress, Int32(bytes.count), SQLiteLifetime.copied)
      }
    }
  }
}

extension Optional: StateBindable where Wrapped: StateBindable {
  @inline(__always)
  func bind(to statement: OpaquePointer, at position: Int32) {
    switch self {
    case .some(let value): value.bind(to: statement, at: position)
    case nil: sqlite3_bind_null(statement, position)
    }
  }
}

/// How long SQLite may read what it was given.
enum SQLiteLifetime {
  /// SQLite takes a copy at once: the header's SQLITE_TRANSIENT, which Swift does not import.
  static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
