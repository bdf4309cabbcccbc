import MapSync

/// The place of a process that writes. Its number stands on the intents that it opens; as long as it
/// lives, nobody else has the number, and nobody else settles them (B6).
final class WriterSeat: Sendable {
  let number: Int
  /// The last intent of all when the process began: up to it, those with its number are of somebody
  /// who sat here before.
  let lastIntent: IntentID
  private let lock: RunnerLock

  init(number: Int, lastIntent: IntentID, lock: RunnerLock) {
    self.number = number
    self.lastIntent = lastIntent
    self.lock = lock
  }

  func leave() { lock.release() }
}
