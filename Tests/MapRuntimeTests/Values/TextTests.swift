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

  @Test("a length is said as people say it")
  func lengthsForPeople() {
    #expect(TextLength.shown(1) == "1 character")
    #expect(TextLength.shown(30) == "30 characters")
  }

  @Test("a cut never splits a character")
  func cutsWholeCharacters() {
    #expect(TextLength.cut("Aé😀", to: 3) == "Aé")
    #expect(TextLength.cut("Aé😀", to: 4) == "Aé😀")
    #expect(TextLength.cut("A\r\n", to: 2) == "A")
    #expect(TextLength.cut("A\r\nB", to: 2) == "A")
    #expect(TextLength.cut("A\r\nB", to: 3) == "A\r\n")
    #expect(TextLength.cut("👩\u{200D}👩\u{200D}👧", to: 7) == "👩\u{200D}👩\u{200D}")
    #expect(TextLength.cut("AB\u{301}", to: 2) == "A")
    #expect(TextLength.cut("ABC\u{301}", to: 2) == "AB")
    #expect(TextLength.cut("ABC", to: 0) == "")
    #expect(TextLength.cut("😀", to: 0) == "")
    #expect(TextLength.cut("😀😀", to: -1) == "")
  }

  @Test("where not even one character fits, a cut keeps the code points that do")
  func cutsCodePoints() {
    let accents = String(repeating: "\u{301}", count: 105)
    let cut = TextLength.cut("A" + accents, to: 100)
    #expect(TextOrder.isSame(cut, "A" + String(repeating: "\u{301}", count: 99)))
    #expect(TextOrder.isSame(TextLength.cut("B" + "A" + accents, to: 100), "B"))
    #expect(TextLength.cut("😀", to: 1) == "")
  }

  @Test("texts are the same by their code points, and so are values")
  func comparesCodePoints() {
    let (composed, decomposed, kelvin) = ("\u{C9}", "E\u{301}", "\u{212A}")
    #expect(TextOrder.isSame(composed, "\u{C9}"))
    #expect(!TextOrder.isSame(composed, decomposed))
    #expect(!TextOrder.isSame("K", kelvin))
    #expect(!TextOrder.isSame("a\u{301}\u{323}", "a\u{323}\u{301}"))
    #expect(TextOrder.isBefore(decomposed, composed) && !TextOrder.isBefore(composed, decomposed))
    #expect(Value.text(composed) != Value.text(decomposed))
    #expect(Set([Value.text(composed), .text(decomposed), .text("\u{C9}")]).count == 2)
    #expect(!TextCase.isSame(composed, "e\u{301}"))
    switch ExactText(decomposed) {
    case "\u{C9}": Issue.record("took one spelling for the other")
    case "E\u{301}": break
    default: Issue.record("did not know itself")
    }
  }

  @Test("texts that differ in one byte are not the same, wherever it is")
  func comparesBytes() {
    for length in 0...20 {
      let bytes = Array(repeating: UInt8(ascii: "a"), count: length)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(TextOrder.isSame(text, String(repeating: "a", count: length)))
      #expect(bytes.withUnsafeBufferPointer { String(wholeUTF8: $0) } == text)
      for index in bytes.indices {
        var changed = bytes
        changed[index] = UInt8(ascii: "b")
        #expect(!TextOrder.isSame(text, String(decoding: changed, as: UTF8.self)))
        changed[index] = 0xFF
        #expect(changed.withUnsafeBufferPointer { String(wholeUTF8: $0) } == nil)
      }
    }
  }

  @Test("all spellings of a code are one, and it is in upper case as far as lengths stay")
  func composesCodes() {
    for spelling in ["\u{E9}", "\u{C9}", "e\u{301}", "E\u{301}", " e\u{301} "] {
      #expect(TextOrder.isSame(Code.normalized(spelling), "\u{C9}"))
    }
    #expect(TextOrder.isSame(Code.normalized("\u{212A}"), "K"))
    #expect(TextOrder.isSame(Code.normalized("i\u{307}"), "\u{130}"))
    #expect(TextOrder.isSame(Code.normalized("\u{3B9}\u{308}\u{301}"), "\u{390}"))
    #expect(TextOrder.isSame(Code.normalized("\u{1112}\u{1161}\u{11AB}"), "\u{D55C}"))
    #expect(
      TextOrder.isSame(
        Code.normalized("a\u{301}\u{323}"), Code.normalized("A\u{323}\u{301}")))
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
      let code = Code.normalized(text)
      let isSettled =
        TextOrder.isSame(TextCase.upper(upper), upper)
        && TextLength.of(upper) == TextLength.of(text)
        && TextOrder.isSame(Code.normalized(code), code)
      // A check for each character would take longer than all the rest.
      if !isSettled { Issue.record("U+\(String(number, radix: 16)) does not settle") }
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

@Suite("Bytes that are a text")
struct TextBytesTests {
  @Test(
    "are read as they are, and others not at all",
    arguments: [
      ([], ""), (Array("Ærø 🚲".utf8), "Ærø 🚲"), (Array("\u{FFFD}".utf8), "\u{FFFD}"),
      ([0x41, 0xC3], nil), ([0xC3, 0x28], nil), ([0xED, 0xA0, 0x80], nil),
      ([0xFF, 0xFE, 0xFF], nil), ([0xC0, 0x80], nil),
    ] as [([UInt8], String?)])
  func whole(bytes: [UInt8], text: String?) {
    #expect(bytes.withUnsafeBufferPointer { String(wholeUTF8: $0) } == text)
  }
}
