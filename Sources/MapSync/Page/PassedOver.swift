import MapRuntime
import Synchronization

/// A record that somebody chose and that a run left as it was.
public struct PassedOver: Hashable, Sendable {
  /// The BC key, or the Sales record's name.
  public let name: String
  /// Why.
  public let message: String
  /// Whether what was asked for is there already: then nothing was left undone.
  public let isDone: Bool
  /// What the two directions know it by: the record of BC, where it is coupled.
  public let id: Guid

  public init(name: String, message: String, isDone: Bool, id: Guid) {
    self.name = name
    self.message = message
    self.isDone = isDone
    self.id = id
  }
}

/// The chosen records that a run has passed over so far. Few are.
final class PassedOverNotes: Sendable {
  private let notes = Mutex<[PassedOver]>([])

  func note(_ record: PassedOver) { notes.withLock { $0.append(record) } }

  /// In the order of the pages.
  var all: [PassedOver] { notes.withLock { $0 } }
}

extension Page {
  /// Notes why the page leaves records as they are that somebody chose: an order of a person is
  /// carried out, or answered with a reason.
  func notePassedOver() async throws(StoreFailure) {
    guard run.mode.countsAll, run.mode.namesRecords else { return }
    let passed = indices(.skipped)
    guard !passed.isEmpty else { return }
    let remarks = try await document?.remarks(self) ?? [:]
    for index in passed {
      let row = rows[index]
      run.passedOver.note(
        PassedOver(
          name: run.integration.name(of: row.source.record, id: row.source.id),
          message: remarks[row.source.id]?.message ?? reasonToPass(row),
          isDone: isDone(row), id: row.coupling?.bcID ?? row.source.id))
    }
  }

  /// Whether what was asked for a record that is passed over is there already.
  private func isDone(_ row: PageRow<Way>) -> Bool {
    run.mode.onlyUncoupled && run.creates && row.coupling != nil
  }

  /// Whether an order about a record is not carried out.
  func isLeftUndone(_ row: PageRow<Way>) -> Bool {
    run.mode.countsAll && run.mode.namesRecords && row.fate == .skipped && !isDone(row)
  }

  /// Why a record that is no document is passed over.
  func reasonToPass(_ row: PageRow<Way>) -> String {
    if run.excludes(row.source.record) {
      return "stands for lines without a product, and is never coupled"
    }
    let isAccepted = run.accepts(row.source)
    guard let coupling = row.coupling else {
      if !isAccepted { return run.reasonOutside(row.source.record) }
      if row.earlier?.kind == .skipped && !run.mode.overridesRest {
        return run.creates || run.mode.trigger == .person
          ? rests(row) : noted(row) + "; 'create' makes its partner"
      }
      return run.policy.creates.contains(Way.direction)
        ? "is not coupled; 'create' makes its partner"
        : "is not coupled, and the mapping does not create in this direction"
    }
    if run.mode.onlyUncoupled {
      return run.creates
        ? "is coupled already"
        : "is coupled, and the mapping does not create in this direction"
    }
    if !isAccepted && run.policy.outsideFilter == .skip {
      return run.reasonOutside(row.source.record)
    }
    if coupling.isSkipped && !run.mode.overridesRest { return rests(row) }
    if !isAccepted { return run.reasonOutside(row.source.record) }
    if row.isBothChanged && run.mode.checksConflicts {
      return "the other side wins, as the mapping says"
    }
    return run.mode.trigger == .person && run.mode.leavesChangedTargets
      ? "its partner changed since, which is written over only where the record is named alone, with "
        + "a direction" : "its partner changed since; that comes back first"
  }

  /// Why a record rests: as its entry says, where there is one of this direction (R D-35, D-36).
  private func rests(_ row: PageRow<Way>) -> String {
    run.mode.namesRecords && run.mode.trigger == .person
      ? "rests, since it failed twice with the same message: name it alone, or 'retry' tries it again"
      : noted(row) + "; 'retry' tries it again"
  }

  private func noted(_ row: PageRow<Way>) -> String {
    let message = row.earlier.flatMap { $0.kind == .skipped ? $0.message : nil }
    return "rests: \(message ?? "it failed twice with the same message")"
  }
}
