import MapRuntime

/// Which writes fail, and how.
public struct Fault: Hashable, Sendable {
  private enum Rate: Hashable, Sendable {
    case next(Int, Kind)
    case oneIn(UInt64, seed: UInt64)
  }

  /// What becomes of the writes that are counted.
  private enum Kind: Hashable, Sendable {
    case refused
    case before
    case after
  }

  private let table: String?
  private let id: Guid?
  private let message: String
  private var rate: Rate

  private init(_ table: String?, _ id: Guid?, _ message: String, _ rate: Rate) {
    self.table = table
    self.id = id
    self.message = message
    self.rate = rate
  }

  /// The next writes of a table, or of one record of it, are refused.
  public static func next(
    _ times: Int, of table: String, record: Guid? = nil, message: String
  ) -> Fault {
    Fault(table, record, message, .next(times, .refused))
  }

  /// The next writes of a table break on the way: before their effect, or after it.
  public static func broken(
    _ times: Int, of table: String, hasEffect: Bool = false, message: String
  ) -> Fault {
    Fault(table, nil, message, .next(times, hasEffect ? .after : .before))
  }

  /// One in so many writes fails, a third of them after their effect.
  public static func oneIn(_ number: Int, seed: UInt64, message: String) -> Fault {
    Fault(nil, nil, message, .oneIn(UInt64(max(number, 1)), seed: seed))
  }

  func concerns(_ table: String, _ id: Guid?) -> Bool {
    (self.table == nil || self.table == table) && (self.id == nil || self.id == id)
  }

  mutating func take(_ count: UInt64) -> Failing? {
    switch rate {
    case .next(let left, let kind):
      guard left > 0 else { return nil }
      rate = .next(left - 1, kind)
      return switch kind {
      case .refused: .refused(message)
      case .before: .before(message)
      case .after: .after(message)
      }
    case .oneIn(let number, let seed):
      // A mixed count and seed give the same failures every time.
      var mixed = (count &+ seed) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed ^= mixed >> 27
      guard mixed % number == 0 else { return nil }
      return mixed / number % 3 == 0 ? .after(message) : .before(message)
    }
  }
}
