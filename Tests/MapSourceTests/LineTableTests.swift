import MapSource
import Testing

@Suite("Lines and columns")
struct LineTableTests {
  private func table(_ text: String) -> LineTable {
    LineTable(SourceFile(path: "a.yaml", text: text))
  }

  @Test("An empty file has one empty line")
  func empty() {
    let table = table("")
    #expect(table.count == 1)
    #expect(table.range(ofLine: 1) == 0..<0)
    #expect(table.position(of: 0) == Position(line: 1, column: 1))
    #expect(table.position(of: 9) == Position(line: 1, column: 1))
  }

  @Test("A last line without a line feed is a line, as is the nothing behind a last line feed")
  func lastLine() {
    #expect(table("a\nbc").count == 2)
    #expect(table("a\nbc").range(ofLine: 2) == 2..<4)
    #expect(table("a\nbc").position(of: 4) == Position(line: 2, column: 3))
    #expect(table("a\nbc\n").count == 3)
    #expect(table("a\nbc\n").range(ofLine: 3) == 5..<5)
    #expect(table("a\nbc\n").position(of: 5) == Position(line: 3, column: 1))
  }

  @Test("A line feed belongs to the line that it ends")
  func lineFeed() {
    #expect(table("ab\nc").position(of: 2) == Position(line: 1, column: 3))
    #expect(table("ab\nc").position(of: 3) == Position(line: 2, column: 1))
  }

  @Test("A carriage return is part of the line break")
  func carriageReturn() {
    let table = table("ab\r\n\r\ncd\r\n")
    #expect(table.count == 4)
    #expect(table.range(ofLine: 1) == 0..<2)
    #expect(table.range(ofLine: 2) == 4..<4)
    #expect(table.range(ofLine: 3) == 6..<8)
    #expect(table.position(of: 7) == Position(line: 3, column: 2))
  }

  @Test("A byte order mark has no width")
  func byteOrderMark() {
    let table = table("\u{FEFF}ab\ncd")
    #expect(table.range(ofLine: 1) == 3..<5)
    #expect(table.position(of: 0) == Position(line: 1, column: 1))
    #expect(table.position(of: 3) == Position(line: 1, column: 1))
    #expect(table.position(of: 4) == Position(line: 1, column: 2))
    #expect(table.position(of: 6) == Position(line: 2, column: 1))
    #expect(self.table("\u{FEFF}").range(ofLine: 1) == 3..<3)
  }

  @Test("Columns count code points, not bytes and not characters")
  func codePoints() {
    // ü has 2 bytes, 漢 3, 😀 4; e and its accent are two code points.
    let text = "ü漢😀e\u{301}x"
    #expect(table(text).position(of: text.utf8.count - 1) == Position(line: 1, column: 6))
  }

  @Test("A line that is not there has no bytes")
  func noSuchLine() {
    #expect(table("ab").range(ofLine: 0) == 0..<0)
    #expect(table("ab").range(ofLine: 2) == 0..<0)
  }

  @Test(
    "The text between two offsets stays inside the file",
    arguments: [(0, 2, "ab"), (-5, 1, "a"), (1, 99, "b"), (7, 9, ""), (2, 1, ""), (-3, -1, "")])
  func text(start: Int, end: Int, expected: String) {
    #expect(SourceFile(path: "a.yaml", text: "ab").text(start, end) == expected)
  }
}
