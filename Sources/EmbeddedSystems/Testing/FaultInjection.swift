import MapRuntime
import Synchronization

/// Failures on demand, for tests; asked once a batch when there are none.
public final class FaultInjection: Sendable {
  /// Where a test may step in.
  public enum Point: Hashable, Sendable {
    case beforeCommit
    case afterCommit
  }

  private struct State {
    var faults: [Fault] = []
    var writes: UInt64 = 0
    var hook: (@Sendable (Point) -> Void)?
  }

  private let state = Mutex(State())

  /// Adds a fault.
  public func add(_ fault: Fault) { state.withLock { $0.faults.append(fault) } }

  /// Calls back at every named point.
  public func onPoint(_ hook: (@Sendable (Point) -> Void)?) { state.withLock { $0.hook = hook } }

  public func clear() { state.withLock { $0 = State() } }

  public var isEmpty: Bool { state.withLock { $0.faults.isEmpty } }

  func reach(_ point: Point) { state.withLock { $0.hook }?(point) }

  /// What is to go wrong with this write.
  public func next(_ table: String, _ id: Guid?) -> Failing? {
    state.withLock { state in
      state.writes += 1
      for place in state.faults.indices where state.faults[place].concerns(table, id) {
        if let failing = state.faults[place].take(state.writes) { return failing }
      }
      return nil
    }
  }
}
