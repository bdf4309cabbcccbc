import MapLanguage
import MapRuntime

/// Counts the values of a type that has an order: the number of an option, days, milliseconds, the
/// smallest steps that a number can take.
struct ValueScale {
  let type: FieldType
  /// Units of `DecimalValue` in a step.
  private let step: Int128

  /// Units of `DecimalValue` in a whole one.
  private static let whole = DecimalValue(1).units

  /// Nil for a type without an order that conditions know.
  init?(_ type: FieldType) {
    self.type = type
    switch type {
    case .boolean, .option, .date, .dateTime: step = 1
    case .integer, .bigInteger: step = Self.whole
    case .decimal(let places): step = Self.step(places)
    case .money: step = Self.step(4)
    case .text, .code, .memo, .guid, .lookup: return nil
    }
  }

  private static func step(_ places: Int) -> Int128 {
    let missing = max(0, DecimalValue.maximumPlaces - places)
    return (0..<missing).reduce(1) { product, _ in product * 10 }
  }

  /// Every value that the type has.
  var all: ClosedRange<Int128> {
    switch type {
    case .boolean: 0...1
    case .option, .date, .integer: Int128(Int32.min)...Int128(Int32.max)
    case .dateTime, .bigInteger: Int128(Int64.min)...Int128(Int64.max)
    default: (Int128.min / step)...(Int128.max / step)
    }
  }

  /// The step at a value or the last one below it, and whether the value is on it; nil if the value
  /// does not compare with the type's.
  func place(of value: Value) -> (step: Int128, isExact: Bool)? {
    switch (value, type) {
    case (.boolean(let truth), .boolean): return (truth ? 1 : 0, true)
    case (.option(let option), .option): return (Int128(option.rawValue), true)
    case (.date(let date), .date): return (Int128(date.days), true)
    case (.date(let date), .dateTime):
      return (Int128(DateTimeValue(midnightOf: date).milliseconds), true)
    case (.dateTime(let moment), .dateTime): return (Int128(moment.milliseconds), true)
    case (.dateTime(let moment), .date):
      return (Int128(moment.date.days), DateTimeValue(midnightOf: moment.date) == moment)
    case (.integer(let number), .integer), (.integer(let number), .bigInteger),
      (.integer(let number), .decimal), (.integer(let number), .money):
      return place(units: DecimalValue(number).units)
    case (.decimal(let number), .integer), (.decimal(let number), .bigInteger),
      (.decimal(let number), .decimal), (.decimal(let number), .money):
      return place(units: number.units)
    default: return nil
    }
  }

  private func place(units: Int128) -> (step: Int128, isExact: Bool) {
    let (quotient, remainder) = units.quotientAndRemainder(dividingBy: step)
    return (remainder < 0 ? quotient - 1 : quotient, remainder == 0)
  }

  func value(at place: Int128) -> Value {
    switch type {
    case .boolean: .boolean(place != 0)
    case .option: .option(OptionValue(Int32(truncatingIfNeeded: place)))
    case .date: .date(DateValue(days: Int32(truncatingIfNeeded: place)))
    case .dateTime: .dateTime(DateTimeValue(milliseconds: Int64(truncatingIfNeeded: place)))
    case .integer, .bigInteger: .integer(Int64(truncatingIfNeeded: place))
    default: .decimal(DecimalValue(units: place * step))
    }
  }

  /// A value that reads well in an example: a day of this century, else a small number.
  var preferred: Int128 {
    switch type {
    case .date: 20_468
    case .dateTime: 20_468 * 86_400_000
    default: 0
    }
  }
}
