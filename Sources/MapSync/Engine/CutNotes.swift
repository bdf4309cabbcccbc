import MapRuntime
import Synchronization

/// What was cut in the records of one page. Few are: a record without a cut asks nothing of it.
final class CutNotes: CutNoting {
  private let notes = Mutex<[CutNote]>([])

  func note(place: Int, rule: Int, length: Int, limit: Int) {
    let note = CutNote(place: place, rule: rule, length: length, limit: limit)
    notes.withLock { $0.append(note) }
  }

  /// In the order in which it happened; they are forgotten here.
  func taken() -> [CutNote] {
    notes.withLock { notes in
      defer { notes = [] }
      return notes
    }
  }
}
