import MapRuntime

/// A date formula of Business Central, such as `CM+14D`, and what `CalcDate` makes of it (DD-7).
///
/// Its parts are read from left to right: `14D` adds, `CM` goes to the end of the month and `-CM` to
/// its first day, `D10` and `WD2` to the next 10th and the next Tuesday, never the day itself.
struct DateFormula: Hashable, Sendable {
  private enum Period: Character {
    case day = "D"
    case week = "W"
    case month = "M"
    case quarter = "Q"
    case year = "Y"
  }

  private enum Part: Hashable {
    /// So many periods on, or back.
    case shift(Int, Period)
    /// To the end of the period, or to its first day.
    case end(Period, isBack: Bool)
    /// To the next day of the week, from 1 for Monday, or to the one before.
    case weekday(Int, isBack: Bool)
    /// To the next such day of a month, or to the one before; months without it are passed over.
    case day(Int, isBack: Bool)
  }

  private let parts: [Part]

  /// Nil for what is no formula. An empty one leaves a day as it is; `<` and `>` may stand around
  /// one, as where it is stored without regard to language.
  init?(_ text: String) {
    var rest = Substring(text.uppercased().filter { $0 != " " })
    if rest.first == "<", rest.last == ">" { rest = rest.dropFirst().dropLast() }
    var parts: [Part] = []
    while let first = rest.first {
      var isBack = false
      if first == "+" || first == "-" {
        isBack = first == "-"
        rest.removeFirst()
      } else if !parts.isEmpty {
        return nil
      }
      guard let part = Self.part(of: &rest, isBack: isBack) else { return nil }
      parts.append(part)
    }
    self.parts = parts
  }

  private static func part(of rest: inout Substring, isBack: Bool) -> Part? {
    if let count = number(of: &rest) {
      guard let period = rest.popFirst().flatMap(Period.init) else { return nil }
      return .shift(isBack ? -count : count, period)
    }
    switch rest.popFirst() {
    case "C":
      return rest.popFirst().flatMap(Period.init).map { .end($0, isBack: isBack) }
    case "W":
      guard rest.popFirst() == "D", let day = number(of: &rest), (1...7).contains(day) else {
        return nil
      }
      return .weekday(day, isBack: isBack)
    case "D":
      guard let day = number(of: &rest), (1...31).contains(day) else { return nil }
      return .day(day, isBack: isBack)
    default: return nil
    }
  }

  /// Up to four digits, as in BC.
  private static func number(of rest: inout Substring) -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard digits.count <= 4, let number = Int(digits) else { return nil }
    rest.removeFirst(digits.count)
    return number
  }

  /// The day that the formula leads to.
  func date(from day: DateValue) -> DateValue {
    parts.reduce(day) { day, part in
      switch part {
      case .shift(let count, .day): day.adding(days: count)
      case .shift(let count, .week): day.adding(days: 7 * count)
      case .shift(let count, .month): day.adding(months: count)
      case .shift(let count, .quarter): day.adding(months: 3 * count)
      case .shift(let count, .year): day.adding(months: 12 * count)
      case .end(let period, let isBack): Self.end(of: period, day, isBack: isBack)
      case .weekday(let wanted, let isBack):
        day.adding(
          days: isBack
            ? -Self.distance(from: wanted, to: day.weekday)
            : Self.distance(from: day.weekday, to: wanted))
      case .day(let wanted, let isBack): Self.next(wanted, day, isBack: isBack)
      }
    }
  }

  /// From one day of the week to the next such day, from 1 to 7 days.
  private static func distance(from first: Int, to second: Int) -> Int {
    (second - first + 6) % 7 + 1
  }

  private static func end(of period: Period, _ day: DateValue, isBack: Bool) -> DateValue {
    let (year, month, _) = day.components
    let months: ClosedRange<Int>
    switch period {
    case .day: return day
    case .week: return day.adding(days: isBack ? 1 - day.weekday : 7 - day.weekday)
    case .month: months = month...month
    case .quarter:
      let first = (month - 1) / 3 * 3 + 1
      months = first...first + 2
    case .year: months = 1...12
    }
    let found =
      isBack
      ? DateValue(year: year, month: months.lowerBound, day: 1)
      : DateValue(year: year, month: 1, day: 31)?.adding(months: months.upperBound - 1)
    return found ?? day
  }

  private static func next(_ wanted: Int, _ day: DateValue, isBack: Bool) -> DateValue {
    var (year, month, _) = day.components
    let own = day.components.day
    var isThisMonthOver = isBack ? own <= wanted : own >= wanted
    while true {
      if isThisMonthOver {
        month += isBack ? -1 : 1
        if month == 13 { (year, month) = (year + 1, 1) }
        if month == 0 { (year, month) = (year - 1, 12) }
      }
      if let found = DateValue(year: year, month: month, day: wanted) { return found }
      guard (1...9999).contains(year) else { return isBack ? .first : .last }
      isThisMonthOver = true
    }
  }
}

extension DateValue {
  /// From 1 for Monday to 7 for Sunday.
  fileprivate var weekday: Int {
    // 1970-01-01 was a Thursday.
    let days = (Int(days) + 3) % 7
    return (days < 0 ? days + 7 : days) + 1
  }

  /// So many days on; the calendar's first and last day are the ends.
  func adding(days count: Int) -> DateValue {
    DateValue(days: Int32(clamping: Int(days) + count))
  }

  /// The same day so many months on, cut to the month's length.
  fileprivate func adding(months count: Int) -> DateValue {
    let (year, month, day) = components
    let months = year * 12 + month - 1 + count
    for shorter in 0..<4 {
      if let found = DateValue(
        year: months / 12, month: months % 12 + 1, day: max(1, day - shorter))
      {
        return found
      }
    }
    return count < 0 ? .first : .last
  }
}
