import MapRuntime
import Testing

@testable import EmbeddedSystems

@Suite("Date formulas")
struct DateFormulaTests {
  @Test(
    "a formula leads to its day (DD-7)",
    arguments: [
      ("", "2026-05-21", "2026-05-21"), ("0D", "2026-05-21", "2026-05-21"),
      ("<1M+CM>", "2026-01-15", "2026-02-28"), ("1m - 1d", "2026-01-15", "2026-02-14"),
      ("CW", "2026-05-21", "2026-05-24"), ("CW", "2026-05-24", "2026-05-24"),
      ("-CW", "2026-05-24", "2026-05-18"), ("-CM", "2026-05-21", "2026-05-01"),
      ("CQ", "2026-05-21", "2026-06-30"), ("-CQ", "2026-05-21", "2026-04-01"),
      ("CY", "2026-05-21", "2026-12-31"), ("-CY", "2026-05-21", "2026-01-01"),
      ("CD", "2026-05-21", "2026-05-21"), ("2W", "2026-05-21", "2026-06-04"),
      ("1Q", "2026-11-30", "2027-02-28"), ("-1Y", "2024-02-29", "2023-02-28"),
      ("1Y", "2023-02-28", "2024-02-28"), ("-2M", "2026-01-31", "2025-11-30"),
      ("D10", "2026-05-09", "2026-05-10"), ("D10", "2026-05-10", "2026-06-10"),
      ("-D10", "2026-05-10", "2026-04-10"), ("-D10", "2026-01-05", "2025-12-10"),
      ("D31", "2026-02-10", "2026-03-31"), ("D10", "2026-12-11", "2027-01-10"),
      ("WD4", "2026-05-21", "2026-05-28"), ("WD1", "2026-05-21", "2026-05-25"),
      ("WD7", "2026-05-21", "2026-05-24"), ("-WD5", "2026-05-21", "2026-05-15"),
      ("CM", "9999-12-01", "9999-12-31"), ("1M", "9999-12-31", "9999-12-31"),
      ("-1D", "0001-01-01", "0001-01-01"), ("WD4", "1900-01-01", "1900-01-04"),
    ])
  func days(formula: String, from: String, to: String) throws {
    let formula = try #require(DateFormula(formula))
    let day = try #require(DateValue(parsing: from))
    #expect(formula.date(from: day).description == to)
  }

  @Test(
    "what is no formula is none",
    arguments: [
      "X", "1", "D", "WD8", "WD0", "D32", "D0", "C", "C1M", "1M2D", "+", "--1D", "12345D", "1MM",
      "½D",
    ])
  func none(formula: String) {
    #expect(DateFormula(formula) == nil)
  }

  @Test("an invoice is due, and its discount ends, by its terms (DD-6, DD-8)")
  func terms() throws {
    let day = try #require(DateValue(parsing: "2026-02-20"))
    var terms = PaymentTerms()
    #expect(terms.dueDate(from: day) == day)
    #expect(terms.discountDate(from: day) == nil)
    terms = PaymentTerms(
      dueDate: DateFormula("30D"), discountDate: DateFormula("8D"), discountPercent: 2)
    #expect(terms.dueDate(from: day).description == "2026-03-22")
    let end = try #require(terms.discountDate(from: day))
    #expect(end.description == "2026-02-28")
    let discount = PaymentDiscount(percent: 2, date: end)
    #expect(try discount.possible(of: 1000, postingDate: end) == 20)
    #expect(try discount.possible(of: 1000, postingDate: end.adding(days: 1)) == 0)
    #expect(try discount.possible(of: 1000, postingDate: end.adding(days: 1), graceDays: 1) == 20)
  }
}

@Suite("Numbers of a series")
struct SeriesNumberTests {
  @Test("only the last digits grow, by what the series says (DI-2)")
  func steps() throws {
    #expect(try SeriesNumber.next(after: "A99B9") == "A99B10")
    #expect(try SeriesNumber.next(after: "S-0095/x", by: 10) == "S-0105/x")
    #expect(try SeriesNumber.next(after: "0009999") == "0010000")
    #expect(try SeriesNumber.next(after: "99999999999999999999", by: 0).count == 20)
  }

  @Test("a number of more than 20 characters is none (DI-2)")
  func tooLong() {
    #expect(throws: SeriesNumber.Refusal.tooLong) {
      try SeriesNumber.next(after: "99999999999999999999")
    }
    #expect(throws: SeriesNumber.Refusal.noDigits) { try SeriesNumber.next(after: "ABC") }
  }
}
