import MapRuntime
import Synchronization

/// The time of an embedded system; scenarios and tests set it.
public final class SystemClock: Sendable {
  private let fixed: Mutex<DateTimeValue?>
  private let source: @Sendable () -> DateTimeValue

  /// Asks the source until a time is set.
  public init(_ source: @escaping @Sendable () -> DateTimeValue) {
    self.source = source
    fixed = Mutex(nil)
  }

  public var now: DateTimeValue {
    get { fixed.withLock { $0 } ?? source() }
    set { fixed.withLock { $0 = newValue } }
  }

  /// The time of the machine.
  public static var machine: SystemClock { SystemClock(MachineTime.now) }
}
