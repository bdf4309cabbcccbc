import MapRuntime
import Testing

@Suite("Transforms of dates")
struct DateTransformTests {
  @Test("a date is written as the pattern says")
  func formats() throws {
    let date = try #require(DateValue(year: 2026, month: 3, day: 7))
    let expected = [
      ("yyyy-MM-dd", "2026-03-07"), ("d.M.yy", "7.3.26"), ("dd/MM yyyy", "07/03 2026"),
      ("'day 'd''", "day 7'"), ("'o''clock'", "o'clock"), ("yyyyMMdd", "20260307"),
      ("'y'yy", "y26"),
    ]
    for (source, text) in expected {
      let pattern = try DatePattern(source)
      #expect(try Transform.dateFormat(pattern).apply(.date(date)) == .text(text))
      let moment = DateTimeValue(milliseconds: Int64(date.days) * 86_400_000 + 86_399_999)
      #expect(try Transform.dateFormat(pattern).apply(.dateTime(moment)) == .text(text))
    }
    let early = try #require(DateValue(year: 7, month: 12, day: 31))
    #expect(try DatePattern("yyyy yy M d").format(early) == "0007 07 12 31")
  }

  @Test("patterns that mean nothing say why")
  func refusesPatterns() {
    let expected: [(String, PatternFailure)] = [
      ("", .empty), ("yyy", .unknownElement("yyy")), ("MMM", .unknownElement("MMM")),
      ("ddd", .unknownElement("ddd")), ("y", .unknownElement("y")),
      ("yyyy-mm", .unknownCharacter("m")), ("yyyy,MM", .unknownCharacter(",")),
      ("'open", .unclosedQuote), ("yyyy'", .unclosedQuote), ("'it''", .unclosedQuote),
    ]
    for (source, failure) in expected {
      #expect(throws: failure, "\(source)") { try DatePattern(source) }
    }
  }

  @Test("a pattern keeps the date if each text stands for one date only")
  func knowsWhatKeepsDates() throws {
    let expected = [
      ("yyyy-MM-dd", true), ("d.M.yyyy", true), ("yyyyMMdd", true), ("d'x'Myyyy", false),
      ("yyyyMd", false), ("yyyyMMd", true), ("yy-MM-dd", false), ("yyyy-MM", false),
      ("yyyy-dd", false), ("MM-dd", false), ("d'1'.MM.yyyy", false), ("d'.'MM.yyyy", true),
    ]
    for (source, keeps) in expected {
      #expect(try DatePattern(source).keepsDate == keeps, "\(source)")
    }
  }

  @Test("what a keeping pattern wrote is read back, and nothing else")
  func readsBack() throws {
    for source in ["yyyy-MM-dd", "d.M.yyyy", "yyyyMMdd", "'på 'dd/MM yyyy yy"] {
      let pattern = try DatePattern(source)
      for row in try OracleTable.rows("dates") {
        let date = try #require(DateValue(parsing: row[1]))
        let text = try Transform.dateFormat(pattern).apply(.date(date))
        #expect(TextLength.of("\(text)") <= pattern.longest)
        #expect(try Transform.parseDate(pattern).apply(text) == .date(date))
      }
    }
    let pattern = try DatePattern("d.M.yyyy")
    for text in ["07.3.2026", "7.3.26", "31.2.2026", "7.3.2026 ", "7-3-2026", "x"] {
      #expect(throws: TransformFailure.notADate, "\(text)") {
        try Transform.parseDate(pattern).apply(.text(text))
      }
    }
    #expect(try DatePattern("MM-dd").parse("03-07") == nil)
  }
}
