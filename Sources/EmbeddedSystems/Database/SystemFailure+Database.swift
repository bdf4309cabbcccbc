import GRDB

extension SystemFailure {
  /// What an error of the database means for the file.
  init(_ error: any Error, path: String) {
    if let failure = error as? SystemFailure {
      self = failure
    } else if let error = error as? DatabaseError {
      self.init(error, path: path)
    } else {
      self = .unusable("'\(path)': \(error)")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .unavailable("'\(path)' is in use by another program")
    case .SQLITE_FULL:
      self = .unusable("the disk is full; nothing of this batch was written to '\(path)'")
    case .SQLITE_CORRUPT: self = .unusable("'\(path)' is damaged")
    case .SQLITE_NOTADB: self = .unusable("'\(path)' is no database")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self = .unusable("'\(path)' cannot be written: no permission")
    case .SQLITE_CANTOPEN: self = .unusable("'\(path)' cannot be opened")
    case .SQLITE_IOERR: self = .unusable("the disk failed at '\(path)'")
    default: self = .unusable("'\(path)': \(error.message ?? String(describing: error.resultCode))")
    }
  }
}
