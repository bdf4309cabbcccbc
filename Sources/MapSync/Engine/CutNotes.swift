import MapRuntime
import Synchronization

/// What was cut in the records of one page. Few are: a record without a cut asks nothing of it.
final class CutNotes: Sendable {
  /// The notes on one record.
  struct Record: CutNoting {
    let notes: CutNotes
    let place: Int

    func note(rule: Int, length: Int, limit: Int) {
      notes.add(CutNote(place: place, rule: rule, length: length, limit: limit))
    }
  }

  private let notes = Mutex<[CutNote]>([])

  private func add(_ note: CutNote) { notes.withLock { $0.append(note) } }

  /// In the order in which it happened; they are forgotten here.
  func taken() -> [CutNote] {
    notes.withLock { notes in
      defer { notes = [] }
      return notes
    }
  }
}
