/// The conversions themselves, as generated code calls them.
extension Conversion {
  /// A code, which may be '' where the text was spaces.
  @inlinable public static func code(from text: String) -> String {
    Code.normalized(text)
  }

  /// Plain digits, with a minus where it is due.
  @inlinable public static func text(from number: Int64) -> String {
    String(number)
  }

  /// Lower case, without braces; '' for the zero guid.
  public static func text(from guid: Guid) -> String {
    guid.isZero ? "" : guid.description
  }

  @inlinable public static func decimal(from number: Int64) -> DecimalValue {
    DecimalValue(number)
  }

  /// An `integer` of 32 bits; refuses a fraction and what is out of range.
  public static func integer(from number: DecimalValue) throws(ConversionFailure) -> Int64 {
    try integer(from: bigInteger(from: number))
  }

  /// An `integer` of 32 bits; refuses what is out of range.
  @inlinable
  public static func integer(from number: Int64) throws(ConversionFailure) -> Int64 {
    guard Int32(exactly: number) != nil else { throw .outOfRange }
    return number
  }

  /// A `bigint` of 64 bits; refuses a fraction and what is out of range.
  public static func bigInteger(from number: DecimalValue) throws(ConversionFailure) -> Int64 {
    let (whole, rest) = number.units.quotientAndRemainder(dividingBy: 10_000_000_000)
    guard rest == 0 else { throw .fraction }
    guard let exact = Int64(exactly: whole) else { throw .outOfRange }
    return exact
  }

  /// Midnight UTC (R B-25).
  @inlinable public static func dateTime(from date: DateValue) -> DateTimeValue {
    DateTimeValue(midnightOf: date)
  }

  /// The day in UTC (R B-25).
  @inlinable public static func date(from moment: DateTimeValue) -> DateValue {
    moment.date
  }
}
