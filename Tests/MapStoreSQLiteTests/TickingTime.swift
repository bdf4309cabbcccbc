import EmbeddedSystems
import MapRuntime
import Synchronization

/// A time that has gone on by a millisecond whenever somebody looks.
final class TickingTime: Sendable {
  private let milliseconds = Mutex<Int64>(1_700_000_000_000)

  var clock: SystemClock {
    SystemClock {
      DateTimeValue(
        milliseconds: self.milliseconds.withLock { now in
          now += 1
          return now
        })
    }
  }
}
