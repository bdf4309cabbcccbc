import EmbeddedSystems
import MapRuntime
import MapSync

/// What tests let go wrong in the writes of one batch.
struct WriteFaults {
  private let system: EmbeddedSystem
  private let table: String
  private let isEmpty: Bool
  private let now: DateTimeValue

  init(_ session: WriteSession, of system: EmbeddedSystem, _ table: String) {
    self.system = system
    self.table = table
    isEmpty = system.faults.isEmpty
    // The time that the records get, to the millisecond.
    now = session.now
  }

  @inline(__always)
  func attempt(_ id: Guid, _ write: () throws -> WriteOutcome) throws -> WriteResult {
    isEmpty ? result(try write()) : try attemptWithFaults(id, write)
  }

  private func attemptWithFaults(
    _ id: Guid, _ write: () throws -> WriteOutcome
  ) throws -> WriteResult {
    switch system.faults.next(table, id) {
    case .refused(let message): return .refused(message)
    case .before(let message): return .failed(message)
    case .after(let message):
      _ = try write()
      return .failed(message)
    case nil: return result(try write())
    }
  }

  private func result(_ outcome: WriteOutcome) -> WriteResult { outcome.result(at: now) }
}

extension WriteOutcome {
  /// The same in the words of the stores, of a write at a time.
  func result(at now: DateTimeValue) -> WriteResult {
    switch self {
    case .written(let id, let version):
      .written(
        id: id,
        version: RecordVersion(
          number: version, modified: now, isOurs: true, lastOwn: version))
    case .stale: .stale
    case .missing: .missing
    case .refused(let sentence): .refused(sentence)
    case .failed(let sentence): .failed(sentence)
    }
  }
}
