import MapRuntime
import Testing

@Suite("What counts as the same")
struct ComparisonTests {
  let text = FieldType.text(length: 20)
  let code = FieldType.code(length: 20)

  @Test("codes compare trimmed and in upper case, texts exactly")
  func comparesTexts() {
    #expect(Comparison.same(.text(" ab"), .text("AB "), as: code))
    #expect(!Comparison.same(.text("AB"), .text("A B"), as: code))
    #expect(!Comparison.same(.text("ab"), .text("AB"), as: text))
    #expect(!Comparison.same(.text("ab "), .text("ab"), as: text))
    #expect(!Comparison.same(.text("ab"), .text("AB"), as: .memo(length: nil)))
  }

  @Test("a change from one spelling to the other is one of a text, and none of a code")
  func comparesSpellings() {
    #expect(!Comparison.same(.text("\u{C9}"), .text("E\u{301}"), as: text))
    #expect(!Comparison.sameText("\u{C9}", "E\u{301}"))
    #expect(!Comparison.sameText("A\u{C9}BC", "AE\u{301}BC", overLength: 3))
    #expect(Comparison.same(.text("\u{C9}"), .text("e\u{301}"), as: code))
    #expect(Comparison.sameCode("\u{C9}", "E\u{301}"))
  }

  @Test("a text that was cut on arrival is no change")
  func comparesOverShorterLength() {
    #expect(Comparison.same(.text("Adatum Ltd"), .text("Adatum"), as: text, overLength: 6))
    #expect(!Comparison.same(.text("Adatum Ltd"), .text("Adatum"), as: text, overLength: 7))
    #expect(!Comparison.same(.text("Adatum Ltd"), .text("Adatum"), as: text))
    #expect(Comparison.same(.text("Aé😀"), .text("Aé"), as: text, overLength: 3))
    #expect(Comparison.same(.text("ab cd"), .text("AB"), as: code, overLength: 3))
    #expect(!Comparison.same(.text("ab cd"), .text("AB"), as: code, overLength: 4))
  }

  @Test("'' is the same as empty; zero and false are not")
  func comparesEmpty() {
    #expect(Comparison.same(.text(""), .empty, as: text))
    #expect(Comparison.same(.text("  "), .empty, as: code))
    #expect(!Comparison.same(.text("  "), .empty, as: text))
    #expect(Comparison.same(.guid(.zero), .empty, as: .guid))
    #expect(!Comparison.same(.integer(0), .empty, as: .integer))
    #expect(!Comparison.same(.boolean(false), .empty, as: .boolean))
    #expect(Comparison.sameText(nil, ""))
    #expect(!Comparison.sameText(nil, " "))
    #expect(Comparison.sameCode(nil, " "))
    #expect(!Comparison.sameCode(nil, "A"))
  }

  @Test("numbers compare by value, dates by day where the target has no time")
  func comparesOtherTypes() throws {
    let morning = try #require(DateTimeValue(parsing: "2026-01-15T09:00:00Z"))
    let midnight = DateTimeValue(midnightOf: morning.date)
    #expect(Comparison.same(.integer(5), .decimal(5), as: .decimal(places: 2)))
    #expect(!Comparison.same(.integer(5), .decimal(6), as: .integer))
    #expect(Comparison.same(.dateTime(morning), .date(morning.date), as: .date))
    #expect(Comparison.same(.dateTime(midnight), .date(morning.date), as: .dateTime))
    #expect(!Comparison.same(.dateTime(morning), .date(morning.date), as: .dateTime))
    #expect(!Comparison.same(.option(OptionValue(1)), .option(OptionValue(2)), as: .option))
    #expect(
      !Comparison.same(
        .lookup(Lookup(table: "account", id: Guid(high: 1, low: 1))),
        .lookup(Lookup(table: "contact", id: Guid(high: 1, low: 1))), as: .lookup))
  }
}
