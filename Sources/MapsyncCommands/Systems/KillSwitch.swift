import MapSync
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends the process at a moment of choice, for crash tests: `MAPSYNC_KILL_AT=after-write:17` is the
/// 17th time that a page has written (B6).
struct KillSwitch: Equatable {
  let checkpoint: Checkpoint
  let turn: Int

  /// Nil for a text that names no moment.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, let checkpoint = Checkpoint(rawValue: String(name)) else {
      return nil
    }
    guard parts.count < 3, let turn = parts.count == 2 ? Int(parts[1]) : 1, turn > 0 else {
      return nil
    }
    self.checkpoint = checkpoint
    self.turn = turn
  }

  /// What the engine calls at its moments.
  static func fromEnvironment() -> @Sendable (Checkpoint) -> Void {
    guard let text = getenv("MAPSYNC_KILL_AT"), let kill = KillSwitch(String(cString: text)) else {
      return { _ in }
    }
    let left = Atomic<Int>(kill.turn)
    let counter = Countdown(left)
    return { checkpoint in
      if checkpoint == kill.checkpoint, counter.isOver() { killNow() }
    }
  }

  private static func killNow() { _ = kill(getpid(), SIGKILL) }

  /// Counts down over all threads.
  private final class Countdown: Sendable {
    private let left: Atomic<Int>

    init(_ left: consuming Atomic<Int>) { self.left = left }

    func isOver() -> Bool { left.subtract(1, ordering: .relaxed).newValue == 0 }
  }
}
