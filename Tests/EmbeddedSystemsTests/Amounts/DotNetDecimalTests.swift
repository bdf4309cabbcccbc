import MapRuntime
import Testing

@testable import EmbeddedSystems

@Suite("Numbers between two roundings")
struct DotNetDecimalTests {
  private func number(_ text: String) throws -> DotNetDecimal {
    try DotNetDecimal(DecimalValue(parsing: text))
  }

  @Test("a quotient has 28 places, the last one to the nearest (DA-4)")
  func quotients() throws {
    let third = try number("1") / number("3")
    #expect(third.scale == 28)
    #expect(third.coefficient == 3_333_333_333_333_333_333_333_333_333)
    let twoThirds = try number("-2") / number("3")
    #expect(twoThirds.coefficient == -6_666_666_666_666_666_666_666_666_667)
    #expect(try third + third + third != .one)
    #expect(try number("1") / number("8") == number("0.125"))
  }

  @Test("a large quotient has fewer places, so that 96 bits hold it (DA-4)")
  func largeQuotients() throws {
    let quotient = try number("600000000000") / number("7")
    #expect(quotient.scale == 17)
    #expect(quotient.coefficient == 8_571_428_571_428_571_428_571_428_571)
    // 29 digits where they fit.
    let long = try number("90000000000") / number("7")
    #expect(long.scale == 18)
    #expect(long.coefficient == 12_857_142_857_142_857_142_857_142_857)
  }

  @Test("a product beyond 28 places keeps them, a half to the even digit (DA-4)")
  func products() throws {
    let tiny = DotNetDecimal(coefficient: 5, scale: 15)
    #expect(try tiny * DotNetDecimal(coefficient: 1, scale: 14) == .zero)
    let three = try tiny * DotNetDecimal(coefficient: 3, scale: 14)
    #expect(three == DotNetDecimal(coefficient: 2, scale: 28))
    #expect(three.scale == 28)
  }

  @Test("sums of very different numbers lose what is too small (DA-4)")
  func sums() throws {
    let large = try number("7000000000000000000")
    let small = DotNetDecimal(coefficient: 15, scale: 11)
    let sum = try large + small
    #expect(sum.scale == 10)
    #expect(sum.coefficient == 70_000_000_000_000_000_000_000_000_002)
    #expect(try large - large == .zero)
    #expect(try DotNetDecimal(coefficient: 1, scale: 28) - large == -large)
  }

  @Test("what has no place is refused")
  func refusals() throws {
    let large = try number("70000000000000000000000000")
    #expect(throws: AmountRefusal.tooLarge) { try large * large }
    #expect(throws: AmountRefusal.tooLarge) { try large / number("0.0000000001") }
    #expect(throws: AmountRefusal.divisionByZero) { try large / .zero }
    #expect(throws: AmountRefusal.precision) { try RoundingPrecision(0) }
  }

  @Test("one number has one value, with zeros at its end or without")
  func equality() throws {
    let (short, long) = (try number("1.5"), DotNetDecimal(coefficient: 1500, scale: 3))
    #expect(short == long)
    #expect(Set([short, long]).count == 1)
  }

  /// Each line has a sixth of 5 cents of VAT. The first two lines round up; what is left then and
  /// the third share make 0.00499…9, where fractions make half a cent.
  @Test("a running remainder that is cut stays under the half that fractions reach (DA-4, DA-27)")
  func sixLines() throws {
    var document = SalesDocumentAmounts(terms: AmountTerms())
    for _ in 1...6 {
      try document.append(
        SalesLineAmounts(
          quantity: 1, unitPrice: DecimalValue(parsing: "0.04"),
          vat: LineVAT(identifier: "V20", setupPercent: 20)))
    }
    try document.release()
    let vat = try document.lines.map { try $0.amountIncludingVAT - $0.amount }
    let cent = try DecimalValue(parsing: "0.01")
    #expect(vat == [cent, cent, 0, cent, cent, cent])
  }
}
