/// How a date is written: `yyyy yy MM M dd d`, the marks `-./ ` and quoted text; '' is a quote.
public struct DatePattern: Hashable, Sendable {
  enum Element: Hashable, Sendable {
    case year
    case shortYear
    case month(width: Int)
    case day(width: Int)
    case literal(String)
  }

  /// As it was written.
  public let source: String
  let elements: [Element]

  /// The UTF-16 units of the longest date.
  public var longest: Int {
    elements.reduce(0) { sum, element in
      switch element {
      case .year: sum + 4
      case .shortYear, .month, .day: sum + 2
      case .literal(let text): sum + TextLength.of(text)
      }
    }
  }

  /// The date in the pattern's form.
  public func format(_ date: DateValue) -> String {
    let (year, month, day) = date.components
    var text = ""
    for element in elements {
      switch element {
      case .year: text.appendDigits(UInt64(year), width: 4)
      case .shortYear: text.appendDigits(UInt64(year % 100), width: 2)
      case .month(let width): text.appendDigits(UInt64(month), width: width)
      case .day(let width): text.appendDigits(UInt64(day), width: width)
      case .literal(let literal): text += literal
      }
    }
    return text
  }
}
