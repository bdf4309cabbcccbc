import Testing

@testable import MapsyncCommands

@Suite("Tables for people")
struct TextTableTests {
  @Test("columns are as wide as their widest cell, numbers to the right, no spaces at the end")
  func widths() {
    var table = TextTable([.text("NAME"), .number("N"), .text("WHY")])
    table.add(["Adatum", "7", "short"])
    table.add(["A", "1,234", ""])
    #expect(
      table.text == """
        NAME        N  WHY
        Adatum      7  short
        A       1,234

        """)
  }

  @Test("a name of any length takes forty characters, and what is cut says so")
  func names() {
    var table = TextTable([.name("NAME"), .text("WHY")])
    let forty = String(repeating: "é", count: 40)
    table.add([forty, "fits"])
    table.add([forty + "é", String(repeating: "y", count: 60)])
    #expect(
      table.text == """
        NAME\(String(repeating: " ", count: 36))  WHY
        \(forty)  fits
        \(String(repeating: "é", count: 39))…  \(String(repeating: "y", count: 60))

        """)
  }

  @Test("without rows there is no table")
  func empty() { #expect(TextTable([.text("NAME")]).text.isEmpty) }

  @Test("what a record holds cannot move the cursor or end the line")
  func control() {
    var table = TextTable([.text("NAME")])
    table.add(["a\u{1B}[2Jb\nc\u{202E}d"])
    #expect(table.text == "NAME\na [2Jb c d\n")
  }

  @Test(
    "numbers have commas between thousands",
    arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func numbers(number: Int, text: String) { #expect(Numbers.text(number) == text) }

  @Test(
    "lengths of time are told in their two largest units",
    arguments: [
      (0, "0 s"), (59, "59 s"), (60, "1 min"), (200, "3 min 20 s"), (7500, "2 h 5 min"),
      (86_400, "1 d"), (-5, "0 s"),
    ])
  func durations(seconds: Int, text: String) {
    #expect(Durations.text(seconds: seconds) == text)
  }
}
