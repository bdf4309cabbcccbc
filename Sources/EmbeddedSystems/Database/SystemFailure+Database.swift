import GRDB

extension SystemFailure {
  /// What an error of the database means for the file, and the way out.
  init(_ error: any Error, path: String) {
    if let failure = error as? SystemFailure {
      self = failure
    } else if let error = error as? DatabaseError {
      self.init(error, path: path)
    } else {
      self = .unusable("'\(path)' cannot be used: \(error)")
    }
  }

  static func foreign(_ path: String) -> SystemFailure {
    .unusable(
      "'\(path)' is no database of mapsync; put a backup in its place, or name another file in"
        + " the setup")
  }

  static func missing(_ path: String) -> SystemFailure {
    .unusable("there is no file '\(path)'; 'mapsync init' makes it")
  }

  static func empty(_ path: String) -> SystemFailure {
    .unusable("'\(path)' is empty; put a backup in its place, or delete it to begin anew")
  }

  static func older(_ path: String) -> SystemFailure {
    .unusable(
      "'\(path)' is as an older mapsync or other tables left it, and this user may not write it: let"
        + " one who may give a command first")
  }

  static func changed(_ path: String) -> SystemFailure {
    .unusable("somebody wrote into '\(path)' while it was read; give the command again")
  }

  static func moved(_ path: String) -> SystemFailure {
    .unusable(
      "'\(path)' was moved, deleted or replaced while it was in use; put it back, or start again")
  }

  static func strangeLog(_ path: String) -> SystemFailure {
    .unusable(
      "'\(path)' was put back beside the '-wal' of another file; take away its '-wal' and '-shm'")
  }

  static func named(_ path: String) -> SystemFailure {
    .unusable(
      "'\(path)' has a second name, a hard link: what is written under the one is lost under the"
        + " other; remove the second name, or make it a copy")
  }

  static func damaged(_ path: String) -> SystemFailure {
    .unusable(
      "'\(path)' is damaged; put a backup in its place, and take away its '-wal' and '-shm' first")
  }

  private init(_ error: DatabaseError, path: String) {
    // A file that is shorter than its header says.
    if error.extendedResultCode == .SQLITE_IOERR_SHORT_READ {
      self = SystemFailure.damaged(path)
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .unavailable("'\(path)' is locked by another program; try again when that is done")
    case .SQLITE_FULL:
      self = .unavailable(
        "the disk of '\(path)' is full, and nothing of the batch was written; make room there")
    case .SQLITE_CORRUPT: self = SystemFailure.damaged(path)
    case .SQLITE_NOTADB: self = SystemFailure.foreign(path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self = .unusable("'\(path)' cannot be written; give it and its folder write access")
    case .SQLITE_CANTOPEN:
      self = .unusable("'\(path)' cannot be opened: its folder is missing or not accessible")
    case .SQLITE_IOERR:
      self = .unavailable(
        "'\(path)' cannot be read or written now (\(error.message ?? "an error of the disk"));"
          + " look at its disk, and whether there is room")
    default:
      self = .unusable(
        "'\(path)' cannot be used: \(error.message ?? String(describing: error.resultCode))")
    }
  }
}
