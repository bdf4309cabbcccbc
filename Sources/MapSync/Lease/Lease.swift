import MapRuntime

/// The right to run a pair of tables of the state's company, whatever the command: a mapping is run
/// by one at a time (R A-24, L-12; F9).
///
/// It is a row of the state with a holder, a beat and a fence. Somebody else takes it over who saw that
/// its beat stood still for its length, and asks no clock but the own one. The fence grows with every
/// holder, and each write of a run carries it: what somebody writes who lost the lease meanwhile is
/// refused.
public struct Lease: Hashable, Sendable {
  /// How long a lease stands still before somebody who watches takes it over.
  public static let length = Duration.seconds(30)
  /// How often a living holder renews it.
  public static let beat = Duration.seconds(5)

  public let pair: TablePair
  public let fence: Int64
  /// How the state knows that its holder is alive.
  public let token: Int64

  public init(pair: TablePair, fence: Int64, token: Int64) {
    self.pair = pair
    self.fence = fence
    self.token = token
  }
}

/// Who holds a lease, as others see it.
public struct LeaseHolding: Hashable, Sendable {
  public let pair: TablePair
  public let fence: Int64
  /// Grows with every renewal: a holding that does not change for the length of a lease is over.
  public let beat: Int64
  /// The holder in words, such as 'mapsync full (process 4711)'.
  public let holder: String
  public let since: DateTimeValue
  /// The holder's machine, where that is another one: only that the holding stands still tells then
  /// that its holder is gone.
  public let machine: String?

  public init(
    pair: TablePair, fence: Int64, beat: Int64, holder: String, since: DateTimeValue,
    machine: String?
  ) {
    self.pair = pair
    self.fence = fence
    self.beat = beat
    self.holder = holder
    self.since = since
    self.machine = machine
  }
}

/// What came of asking for a lease.
public enum LeaseAnswer: Hashable, Sendable {
  case granted(Lease)
  case held(LeaseHolding)
}
