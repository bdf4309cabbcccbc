import MapRuntime
import MapSync
import Synchronization

/// Where a process ends: beside one of its writes, or at a moment of a page. Then it reaches no system.
final class StopSwitch: Sendable {
  enum Moment: Hashable, Sendable {
    case before(write: Int)
    case after(write: Int)
    case checkpoint(Checkpoint, turn: Int)
  }

  private struct Standing {
    var moment: Moment?
    var writes = 0
    var turns: [Checkpoint: Int] = [:]
    var isOver = false
  }

  private let standing = Mutex(Standing())

  /// The writes so far.
  var writes: Int { standing.withLock { $0.writes } }

  /// Begins to count.
  func arm(_ moment: Moment?) { standing.withLock { $0 = Standing(moment: moment) } }

  func reached(_ checkpoint: Checkpoint) {
    standing.withLock { standing in
      let turn = (standing.turns[checkpoint] ?? 0) + 1
      standing.turns[checkpoint] = turn
      if standing.moment == .checkpoint(checkpoint, turn: turn) { standing.isOver = true }
    }
  }

  func check() throws(StoreFailure) {
    if standing.withLock({ $0.isOver }) { throw .unavailable("the process has ended") }
  }

  func write<Result: Sendable>(
    _ body: () async throws(StoreFailure) -> Result
  ) async throws(StoreFailure) -> Result {
    let number = standing.withLock { standing in
      standing.writes += 1
      if standing.moment == .before(write: standing.writes) { standing.isOver = true }
      return standing.writes
    }
    try check()
    let result = try await body()
    standing.withLock { if $0.moment == .after(write: number) { $0.isOver = true } }
    try check()
    return result
  }
}
