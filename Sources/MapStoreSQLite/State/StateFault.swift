import GRDB
import MapSync

/// What went wrong with a state file, as a sentence for people.
enum StateFault {
  static func failure(_ error: any Error, at path: String) -> StoreFailure {
    if let failure = error as? StoreFailure { return failure }
    guard let error = error as? DatabaseError else {
      return .unusable("the state file '\(path)' cannot be used: \(error)")
    }
    let reason = error.message ?? "\(error.resultCode)"
    // A file that is shorter than its header says.
    if error.extendedResultCode == .SQLITE_IOERR_SHORT_READ { return damaged(path, reason) }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      .unavailable(
        "the state file '\(path)' is locked by another program; try again when that is done",
        retryAfterSeconds: 5)
    case .SQLITE_CORRUPT: damaged(path, reason)
    case .SQLITE_NOTADB: foreign(path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: readOnly(path)
    case .SQLITE_CANTOPEN:
      .unusable(
        "the state file '\(path)' cannot be opened: its folder is missing or not accessible")
    case .SQLITE_FULL:
      .unavailable(
        "the disk of the state file '\(path)' is full; make room there", retryAfterSeconds: 60)
    case .SQLITE_IOERR:
      .unavailable(
        "the state file '\(path)' cannot be read or written now (\(reason)); look at its disk, "
          + "and whether there is room")
    default: .unusable("the state file '\(path)' cannot be used: \(reason)")
    }
  }

  static func damaged(_ path: String, _ reason: String) -> StoreFailure {
    .unusable(
      "the state file '\(path)' is damaged (\(reason)); put a backup in its place, and "
        + "take away its '-wal' and '-shm' first")
  }

  static func missing(_ path: String) -> StoreFailure {
    .unusable("there is no state file '\(path)'; put it back, or 'mapsync init' makes a new one")
  }

  static func changed(_ path: String) -> StoreFailure {
    .unusable(
      "somebody wrote into the state file '\(path)' while it was read; give the command again")
  }

  static func moved(_ path: String) -> StoreFailure {
    .unusable(
      "the state file '\(path)' was moved, deleted or replaced while it was in use; put it back, "
        + "or start again")
  }

  static func named(_ path: String) -> StoreFailure {
    .unusable(
      "the state file '\(path)' has a second name, a hard link: what is written under the one is "
        + "lost under the other; remove the second name, or make it a copy")
  }

  static func foreign(_ path: String) -> StoreFailure {
    .unusable(
      "the file '\(path)' is no state file of mapsync; put a backup in its place, or name another "
        + "file in the setup")
  }

  static func empty(_ path: String) -> StoreFailure {
    .unusable(
      "the state file '\(path)' is empty; put a backup in its place, or delete it to begin anew")
  }

  static func readOnly(_ path: String) -> StoreFailure {
    .unusable("the state file '\(path)' cannot be written; give it and its folder write access")
  }

  static func older(_ path: String) -> StoreFailure {
    .unusable(
      "the state file '\(path)' is as an older mapsync left it, and this user may not write it: let one "
        + "who may give a command first")
  }

  static func newer(_ path: String, version: Int, known: Int) -> StoreFailure {
    .unusable(
      "the state file '\(path)' has format \(version), and this mapsync knows formats up to "
        + "\(known); use the newer mapsync that wrote it")
  }

  static func otherProject(_ path: String, _ found: String, _ own: String) -> StoreFailure {
    .unusable(
      "the state file '\(path)' belongs to the mappings of project '\(found)', and this program has "
        + "those of '\(own)': name another state file in the setup, or use the program that it was "
        + "made with")
  }

  static func otherCompany(_ path: String) -> StoreFailure {
    .unusable(
      "the state file '\(path)' belongs to another company of Business Central, or to that of "
        + "another file of it: name another state file in the setup, or put back the file of "
        + "Business Central that it was made with")
  }
}
