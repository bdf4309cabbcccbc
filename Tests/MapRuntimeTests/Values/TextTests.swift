import MapRuntime
import Testing

@Suite("Lengths, cuts and codes")
struct TextTests {
  @Test("lengths, cuts and codes agree with Python")
  func agreesWithPython() throws {
    let rows = try OracleTable.rows("texts")
    #expect(rows.count == 250)
    for row in rows {
      let length = try #require(Int(row[2]))
      #expect(TextLength.of(row[0]) == Int(row[1]))
      #expect(TextLength.fits(row[0], in: length) == (TextLength.of(row[0]) <= length))
      // Compared by bytes: == would take equivalent spellings for the same text.
      #expect(Array(TextLength.cut(row[0], to: length).utf8) == Array(row[3].utf8), "\(row)")
      #expect(Array(Code.normalized(row[0]).utf8) == Array(row[4].utf8), "\(row)")
    }
  }

  @Test("a text counts its UTF-16 units")
  func countsUnits() {
    for (text, units) in [("", 0), ("abc", 3), ("\u{E9}", 1), ("e\u{301}", 2), ("😀", 2), ("🇩🇰", 4)] {
      #expect(TextLength.of(text) == units)
    }
  }

  @Test("a cut never splits a character")
  func cutsWholeCharacters() {
    #expect(TextLength.cut("Aé😀", to: 3) == "Aé")
    #expect(TextLength.cut("Aé😀", to: 4) == "Aé😀")
    #expect(TextLength.cut("A\r\n", to: 2) == "A")
    #expect(TextLength.cut("A\r\nB", to: 2) == "A")
    #expect(TextLength.cut("A\r\nB", to: 3) == "A\r\n")
    #expect(TextLength.cut("AB\u{301}", to: 2) == "A")
    #expect(TextLength.cut("ABC\u{301}", to: 2) == "AB")
    #expect(TextLength.cut("ABC", to: 0) == "")
    #expect(TextLength.cut("😀", to: 0) == "")
    #expect(TextLength.cut("😀😀", to: -1) == "")
  }

  @Test("codes are trimmed of spaces and in upper case")
  func normalizesCodes() {
    for (text, code) in [
      ("  ab 1 ", "AB 1"), ("straße", "STRAßE"), ("ŉ", "ŉ"), ("æøå", "ÆØÅ"), ("    ", ""),
      ("", ""), ("\tx", "\tX"), ("10000", "10000"), ("A ", "A"), (" A", "A"), ("aé ", "AÉ"),
    ] {
      #expect(Code.normalized(text) == code)
    }
  }

  @Test("a code is a code: upper case changes no length and settles at once, for every character")
  func settlesForEveryScalar() {
    for number in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(number) else { continue }
      let text = String(scalar)
      let upper = TextCase.upper(text)
      #expect(TextCase.upper(upper) == upper)
      #expect(TextLength.of(upper) == TextLength.of(text))
    }
  }

  @Test("case does not matter to isSame, anything else does")
  func comparesWithoutCase() {
    #expect(TextCase.isSame("Ærø", "ærØ"))
    #expect(TextCase.isSame("ΣΑΣ", "σας"))
    #expect(!TextCase.isSame("straße", "STRASSE"))
    #expect(!TextCase.isSame("e", "é"))
  }
}
