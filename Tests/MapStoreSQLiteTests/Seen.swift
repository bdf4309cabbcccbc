import EmbeddedSystems
import Synchronization

/// The points of a write that a test has seen.
final class Seen: Sendable {
  private let all = Mutex<[FaultInjection.Point]>([])

  var points: [FaultInjection.Point] { all.withLock { $0 } }

  func add(_ point: FaultInjection.Point) { all.withLock { $0.append(point) } }
}
