/// A moment in UTC, to the millisecond, within the days that `DateValue` has.
@frozen
public struct DateTimeValue: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// Moments outside the years 1 to 9999 count as the first or last one.
  @inlinable public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -62_135_596_800_000), 253_402_300_799_999)
  }

  /// Midnight UTC, which stands for the whole day in Dataverse (R B-25).
  @inlinable public init(midnightOf date: DateValue) {
    self.init(milliseconds: Int64(date.days) * 86_400_000)
  }

  /// The day in UTC.
  @inlinable public var date: DateValue {
    let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    return DateValue(days: Int32(truncatingIfNeeded: rest < 0 ? days - 1 : days))
  }

  /// The milliseconds since the day began.
  @inlinable public var timeOfDay: Int64 {
    milliseconds - Int64(date.days) * 86_400_000
  }
}

extension DateTimeValue: Comparable {
  @inlinable public static func < (left: DateTimeValue, right: DateTimeValue) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
