import MapSource
import Testing

@Suite("Long lines in terminals")
struct LongLineTests {
  /// The line without its number, and the marks below it.
  private func lines(_ text: String, _ needle: String) -> (source: String, marks: String) {
    let sample = Sample(("a.yaml", text))
    let shown = sample.text(Finding("a", "m", at: sample.span(needle)))
      .split(separator: "\n").suffix(2).map { String($0.dropFirst(4)) }
    return (shown.first ?? "", shown.last ?? "")
  }

  private func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test("A line of 160 columns is shown whole, one of 161 is not")
  func limit() {
    #expect(lines(many("a", 159) + "x", "x").source == many("a", 159) + "x")
    #expect(lines(many("a", 160) + "x", "x").source == "…" + many("a", 157) + "x")
    #expect(lines(many("a", 160) + "x", "x").marks == many(" ", 158) + "^")
  }

  @Test("The window is around the span")
  func middle() {
    let shown = lines(many("a", 300) + "xyz" + many("b", 300), "xyz")
    #expect(shown.source == "…" + many("a", 78) + "xyz" + many("b", 77) + "…")
    #expect(shown.marks == many(" ", 79) + "^^^")
  }

  @Test("At the start of a line nothing is left out before it")
  func start() {
    let shown = lines("ab xyz" + many("b", 300), "xyz")
    #expect(shown.source == "ab xyz" + many("b", 152) + "…")
    #expect(shown.marks == "   ^^^")
  }

  @Test("A span that is too long itself is cut")
  func longSpan() {
    let shown = lines(many("a", 100) + many("x", 300) + "b", many("x", 300))
    #expect(shown.source == "…" + many("a", 40) + many("x", 118) + "…")
    #expect(shown.marks == many(" ", 41) + many("^", 118))
  }

  @Test("Wide characters are never cut in halves")
  func wide() {
    let shown = lines(many("漢", 200) + "x" + many("字", 200), "x")
    #expect(shown.source == "…" + many("漢", 39) + "x" + many("字", 39) + "…")
    #expect(shown.marks == many(" ", 79) + "^")
  }

  @Test("A huge line costs no more than a long one, and shows the same")
  func huge() {
    let shown = lines(many("ü", 100_001) + "xyz" + many("ß", 100_000), "xyz")
    #expect(shown.source == "…" + many("ü", 78) + "xyz" + many("ß", 77) + "…")
    #expect(shown.marks == many(" ", 79) + "^^^")
  }

  @Test("Marks without end on one character do not fill the screen")
  func marks() {
    let shown = lines("x" + many("\u{301}", 100_000), "x")
    #expect(shown.source.unicodeScalars.count < 2100)
    #expect(shown.source.hasSuffix("…"))
  }

  @Test("A mark goes with the character that it stands on")
  func cutMark() {
    let accented = "e\u{301}" + many("a", 157)
    #expect(lines(many("b", 9) + accented + "x", "x").source == "…" + many("a", 157) + "x")
    #expect(lines("x" + many("a", 156) + "e\u{301}bbb", "x").source.hasSuffix("ae\u{301}…"))
  }

  @Test("Where a line is cut, no character is cut")
  func cutCharacter() {
    let before = lines("b" + many("\u{301}", 1500) + "ax", "x").source
    let after = lines("xa" + many("\u{301}", 1500), "x").source
    #expect(before.unicodeScalars.count { $0 == "\u{301}" } == 1000)
    #expect(after.unicodeScalars.count { $0 == "\u{301}" } == 999)
    #expect(!(before + after).unicodeScalars.contains("\u{FFFD}"))
  }

  @Test("A note far off on the same long line gets a window of its own")
  func note() {
    let sample = Sample(("a.yaml", "xyz" + many("a", 300) + "uvw"))
    let note = Finding.Note("here", at: sample.span("uvw"))
    let text = sample.text(Finding("a", "m", at: sample.span("xyz"), notes: [note]))
    #expect(
      text == """
        error[a]: m
         --> a.yaml:1:1
          |
        1 | xyz\(many("a", 155))…
          | ^^^
         ::: a.yaml:1:304
        1 | …\(many("a", 155))uvw
          | \(many(" ", 156))--- here
        """)
  }
}
