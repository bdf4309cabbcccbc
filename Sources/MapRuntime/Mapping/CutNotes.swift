import Synchronization

/// What was cut in the records of one page. Few are: a record without a cut asks nothing of it.
public final class CutNotes: Sendable {
  private let notes = Mutex<[CutNote]>([])

  public init() {}

  func add(_ note: CutNote) { notes.withLock { $0.append(note) } }

  /// In the order in which it happened; they are forgotten here.
  public func taken() -> [CutNote] {
    notes.withLock { notes in
      defer { notes = [] }
      return notes
    }
  }
}
