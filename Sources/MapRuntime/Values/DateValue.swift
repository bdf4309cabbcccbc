/// A day of the proleptic Gregorian calendar between 0001-01-01 and 9999-12-31.
@frozen
public struct DateValue: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let days: Int32

  /// Days outside the calendar's years 1 to 9999 count as its first or last day.
  @inlinable public init(days: Int32) {
    self.days = min(max(days, -719_162), 2_932_896)
  }

  @inlinable public static var first: DateValue { DateValue(days: .min) }
  @inlinable public static var last: DateValue { DateValue(days: .max) }

  /// Nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= DateValue.length(ofMonth: month, year: year)
    else { return nil }
    // Years that start in March end with the leap day; 400 of them have 146,097 days.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day's place in the calendar.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension DateValue: Comparable {
  @inlinable public static func < (left: DateValue, right: DateValue) -> Bool {
    left.days < right.days
  }
}
