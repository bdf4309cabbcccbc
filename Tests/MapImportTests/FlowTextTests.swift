import MapSource
import MapSyntax
import Testing

@testable import MapImport

@Suite("Names as they are written into YAML")
struct FlowTextTests {
  @Test(
    "every name is read back as it is",
    arguments: [
      "No.", "Credit Limit (LCY)", " ", "G/L Account", "a, b", "{x}", "[x]", "it's", "'", "\"q\"",
      "a: b", "a:", ": b", "a #b", "#b", "- a", "-1", "true", "null", "~", "%", "@a", "`", "?",
      "*a",
      "&a", "!a", "|", ">", "a ", " a", "", "\u{A0}", "zero\u{200B}width", "line\nbreak", "tab\t",
      "\u{202E}turned", "back\\slash", "back\\\u{200B}slash \"q\"", "Größe", "数量", "😀", "a\u{1F}b",
      "\u{E0001}",
    ])
  func readBack(name: String) throws {
    let text =
      "fields:\n  - { name: \(FlowText.scalar(name)), values: { \(FlowText.scalar(name)): 1 } }\n"
    let output = SyntaxParser.parse(SourceFile(path: "a.yaml", text: text), file: 0)
    #expect(output.findings.isEmpty, "\(text)")
    let item = try #require(output.tree.root?["fields"]?.items.first)
    #expect(item["name"]?.text == name)
    #expect(item["values"]?.entries.first?.key.text == name)
  }

  @Test("what needs no quotes has none")
  func plain() {
    #expect(FlowText.scalar("Credit Limit (LCY)") == "Credit Limit (LCY)")
    #expect(FlowText.scalar("Country/Region") == "Country/Region")
  }
}
