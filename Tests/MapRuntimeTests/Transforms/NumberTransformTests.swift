import MapRuntime
import Testing

@Suite("Transforms of numbers")
struct NumberTransformTests {
  @Test("number formats agree with Python")
  func formatsAgreeWithPython() throws {
    let rows = try OracleTable.rows("number-formats")
    #expect(rows.count == 270)
    for row in rows {
      let pattern = try NumberPattern(row[0])
      let number = try DecimalValue(parsing: row[1])
      #expect(
        try Transform.numberFormat(pattern).apply(.decimal(number)) == .text(row[2]), "\(row)")
      let plain = TextLength.of(row[1])
      let bound = try #require(Transform.numberFormat(pattern).longest(of: plain))
      #expect(TextLength.of(row[2]) <= bound, "\(row)")
    }
  }

  @Test("each transform does what its name says")
  func transforms() throws {
    let expected: [(Transform, Value, Value)] = [
      (.round(places: 1), try decimal("2.25"), try decimal("2.3")),
      (.round(places: 1), .integer(7), .integer(7)),
      (.multiply(try DecimalValue(parsing: "-0.5")), try decimal("3"), try decimal("-1.5")),
      (.multiply(100), .integer(7), .decimal(700)),
      (.divide(4), try decimal("1"), try decimal("0.25")),
      (.divide(3), .integer(2), try decimal("0.6666666667")),
      (.negate, try decimal("-1.5"), try decimal("1.5")), (.negate, .integer(7), .integer(-7)),
      (.atLeastZero, try decimal("-1.5"), .decimal(0)),
      (.atLeastZero, try decimal("1.5"), try decimal("1.5")),
      (.atLeastZero, .integer(-1), .integer(0)), (.atLeastZero, .integer(1), .integer(1)),
      (.numberFormat(try NumberPattern("00000")), .integer(-42), .text("-00042")),
      (.numberFormat(try NumberPattern("#,##0.00")), .integer(1_234_567), .text("1,234,567.00")),
      (.numberFormat(try NumberPattern("0.0")), try decimal("-0.04"), .text("0.0")),
      (.numberFormat(try NumberPattern("0.0")), try decimal("-0.05"), .text("-0.1")),
      (.numberFormat(try NumberPattern("0")), try decimal("999.5"), .text("1000")),
    ]
    for (transform, value, result) in expected {
      #expect(try transform.apply(value) == result, "\(transform) of \(value)")
    }
  }

  private func decimal(_ text: String) throws -> Value {
    .decimal(try DecimalValue(parsing: text))
  }

  @Test("the largest number has a format too")
  func formatsLargest() throws {
    let pattern = try NumberPattern("#,##0")
    #expect(
      pattern.format(DecimalValue(units: .min)) == "-17,014,118,346,046,923,173,168,730,372")
  }

  @Test("what cannot be calculated is refused")
  func refuses() throws {
    let expected: [(Transform, Value, TransformFailure)] = [
      (.multiply(10), .decimal(DecimalValue(units: .max)), .calculation(.overflow)),
      (.divide(0), .decimal(1), .calculation(.divisionByZero)),
      (.negate, .decimal(DecimalValue(units: .min)), .calculation(.overflow)),
      (.negate, .integer(.min), .calculation(.overflow)),
      (.round(places: 0), .decimal(DecimalValue(units: .max)), .calculation(.overflow)),
      (.trim, .integer(1), .wrongValue), (.negate, .text("1"), .wrongValue),
      (.trim, .decimal(1), .wrongValue), (.negate, .boolean(true), .wrongValue),
      (.trim, .date(.first), .wrongValue), (.custom("tidy"), .text("x"), .hostFunction("tidy")),
      (.custom("tidy"), .guid(Guid(high: 1, low: 1)), .hostFunction("tidy")),
    ]
    for (transform, value, failure) in expected {
      #expect(throws: failure, "\(transform) of \(value)") { try transform.apply(value) }
    }
  }

  @Test("number patterns that mean nothing say why")
  func refusesPatterns() {
    let expected: [(String, PatternFailure)] = [
      ("", .empty), ("#", .noDigit), ("#,###", .noDigit), (".00", .noDigit),
      ("0.", .unknownCharacter(".")), ("0.0.0", .unknownCharacter(".")),
      ("0.#0", .unknownCharacter("0")), ("0#", .unknownCharacter("0")),
      ("€0", .unknownCharacter("€")), ("#,#0", .misplacedComma), (",000", .misplacedComma),
      ("0,0000", .misplacedComma), ("0000,000", .misplacedComma), ("0,", .misplacedComma),
      ("0.00000000000", .tooManyPlaces),
    ]
    for (source, failure) in expected {
      #expect(throws: failure, "\(source)") { try NumberPattern(source) }
    }
  }
}
