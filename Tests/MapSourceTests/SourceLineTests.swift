import MapSource
import Testing

/// What a terminal shows of a source line, and whether the marks stand below the right characters.
@Suite("Source lines in terminals")
struct SourceLineTests {
  /// The numbered line and the marks below it.
  private func lines(_ text: String, _ needle: String) -> [String] {
    let sample = Sample(("a.yaml", text))
    return lines(sample, sample.span(needle))
  }

  private func lines(_ sample: Sample, _ span: Span) -> [String] {
    sample.text(Finding("a", "m", at: span)).split(separator: "\n").suffix(2).map(
      String.init)
  }

  @Test("A byte order mark and carriage returns are not shown")
  func invisible() {
    #expect(lines("\u{FEFF}ab cd\r\nx\r\n", "cd") == ["1 | ab cd", "  |    ^^"])
    #expect(lines("\u{FEFF}ab cd\r\nxy z\r\n", "z") == ["2 | xy z", "  |    ^"])
    #expect(lines("ab\r\ncd", "\r\n") == ["1 | ab", "  |   ^"])
  }

  @Test("A tab takes four columns wherever it stands")
  func tabs() {
    #expect(lines("\ta\tb c\n", "b") == ["1 |     a    b c", "  |          ^"])
    #expect(lines("a\tb\n", "\t") == ["1 | a    b", "  |  ^^^^"])
  }

  @Test("Characters of several bytes take the columns that they take on the screen")
  func columns() {
    #expect(lines("Größe: x\n", "x") == ["1 | Größe: x", "  |        ^"])
    #expect(lines("名前: 値 x\n", "x") == ["1 | 名前: 値 x", "  |          ^"])
    #expect(lines("名前: 値 x\n", "値") == ["1 | 名前: 値 x", "  |       ^^"])
    #expect(lines("e\u{301}te\u{301} x\n", "x") == ["1 | e\u{301}te\u{301} x", "  |     ^"])
    #expect(lines("ａ한😀 x\n", "x") == ["1 | ａ한😀 x", "  |        ^"])
    #expect(lines("\u{1112}\u{1161}\u{11AB} x\n", "x").last == "  |    ^")
    #expect(lines("🇩🇪 x\n", "x") == ["1 | 🇩🇪 x", "  |    ^"])
    #expect(lines("ʼn٪ x\n", "x") == ["1 | ʼn٪ x", "  |     ^"])
  }

  @Test(
    "What could steer the terminal is shown as a replacement character",
    arguments: [
      "\u{1B}", "\u{0}", "\u{8}", "\r", "\u{7F}", "\u{9B}", "\u{85}", "\u{202E}", "\u{2066}",
      "\u{200F}", "\u{61C}", "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{E0041}",
    ])
  func steering(character: String) {
    #expect(lines("a\(character)[2Jb\n", "b") == ["1 | a\u{FFFD}[2Jb", "  |      ^"])
  }

  @Test("Joiners stay, since words need them, and take no column")
  func joiners() {
    #expect(lines("a\u{200C}b\u{200D}c x\n", "x") == ["1 | a\u{200C}b\u{200D}c x", "  |     ^"])
  }

  @Test("Ill-formed bytes are shown as replacement characters")
  func illFormed() {
    var sources = SourceSet()
    let bytes: [UInt8] = [0x61, 0xFF, 0x62]
    let file = sources.add(SourceFile(path: "a.yaml", bytes: bytes))
    let finding = Finding("a", "m", at: Span(file: file, start: 2, end: 3))
    let text = TextRenderer(color: false).render(FindingReport([finding], in: sources))
    #expect(text.contains("\n1 | a\u{FFFD}b\n  |   ^\n"))
  }

  @Test("Of several lines the first is marked to its end")
  func severalLines() {
    #expect(lines("a: |\n  b\n  c\n", "|\n  b\n  c") == ["1 | a: |", "  |    ^"])
    #expect(lines("a: bc d\r\ne\n", "bc d\r\ne") == ["1 | a: bc d", "  |    ^^^^"])
  }

  @Test("A span of no characters is marked with one")
  func noCharacters() {
    let sample = Sample(("a.yaml", "ab: c\n"))
    #expect(lines(sample, sample.place(behind: "ab")) == ["1 | ab: c", "  |   ^"])
    #expect(lines(sample, sample.place(behind: "c")) == ["1 | ab: c", "  |      ^"])
  }

  @Test("What a finding says cannot steer the terminal either")
  func messages() {
    let sample = Sample(("a\u{1B}.yaml", "a\n"))
    let finding = Finding(
      "a", "m\u{1B}[2J\n\u{202E}x", at: sample.span("a"), label: "l\r\n\u{7}",
      notes: [Finding.Note("n\u{9B}")], help: "h\u{0}\ni\u{1B}",
      example: ExampleRecords(bc: [.init("f\u{8}", "v\u{8}")]), features: ["g\u{1B}"])
    #expect(
      sample.text(finding) == """
        error[a]: m\u{FFFD}[2J \u{FFFD}x
         --> a\u{FFFD}.yaml:1:1
          |
        1 | a
          | ^ l \u{FFFD}
          = note: n\u{FFFD}
          = help: h\u{FFFD}
                  i\u{FFFD}
          = example:
              bc:    { f\u{FFFD}: v\u{FFFD} }
          = features: g\u{FFFD}
        """)
  }
}
