import Synchronization

/// Why actors ended early.
final class EndNotes: Sendable {
  private let notes = Mutex<[Int: String]>([:])

  var all: [Int: String] { notes.withLock { $0 } }

  func note(_ actor: Int, _ sentence: String) { notes.withLock { $0[actor] = sentence } }
}
