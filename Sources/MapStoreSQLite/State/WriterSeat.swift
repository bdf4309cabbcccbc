import MapSync
import Synchronization

/// The place of a process that writes. Nobody else has its number as long as it lives, so that others
/// on this machine know at once when the holder of a lease is gone.
final class WriterSeat: Sendable {
  let number: Int
  let tokens = LiveTokens()
  private let lock: RunnerLock

  init(number: Int, lock: RunnerLock) {
    self.number = number
    self.lock = lock
    lock.sign(tokens.identity)
  }

  func leave() { lock.release() }
}

/// What somebody holds at the moment, by numbers that nobody else gives.
final class LiveTokens: Sendable {
  /// Those of whoever writes without a seat in this process.
  static let ofProcess = LiveTokens()

  /// Whose they are, as nobody's before.
  let identity = Int64.random(in: 1 ... .max)
  private let tokens = Mutex<Set<Int64>>([])

  func new() -> Int64 {
    let token = Int64.random(in: 1 ... .max)
    tokens.withLock { _ = $0.insert(token) }
    return token
  }

  func giveBack(_ token: Int64) { tokens.withLock { _ = $0.remove(token) } }

  func holds(_ token: Int64) -> Bool { tokens.withLock { $0.contains(token) } }
}
