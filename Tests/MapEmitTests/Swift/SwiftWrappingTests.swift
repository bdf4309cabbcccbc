import Testing

@testable import MapEmit

@Suite("Lines of generated Swift that are too long")
struct SwiftWrappingTests {
  private func lines(_ text: String, indent: Int = 0) -> [String] {
    SwiftWrapping.lines(of: Array(text.utf8), indent: indent).map {
      String(repeating: " ", count: $0.indent) + String(decoding: $0.text, as: UTF8.self)
    }
  }

  private let words = String(repeating: "word ", count: 30) + "end"

  @Test("a literal is written over several lines, broken behind a space")
  func literal() {
    let found = lines("\"\(words)\",", indent: 2)
    #expect(found.first == "  \"\"\"")
    #expect(found.last == "  \"\"\",")
    let content = found.dropFirst().dropLast().map { $0.dropFirst(2) }
    #expect(content.dropLast().allSatisfy { $0.hasSuffix(" \\") && $0.count <= 98 })
    #expect(content.map { $0.hasSuffix("\\") ? $0.dropLast() : $0 }.joined() == words)
  }

  @Test("an escape stays whole", arguments: ["\\u{1F600}", "\\\"", "\\\\"])
  func escapes(escape: String) {
    let found = lines("\"" + String(repeating: escape, count: 120) + "\"")
    #expect(found.count > 3)
    for line in found.dropFirst().dropLast(2) {
      #expect(line.count <= 100)
      let rest = String(line.dropLast()).split(separator: escape, omittingEmptySubsequences: true)
      #expect(rest == [])
    }
  }

  @Test("a label stands before it alone")
  func label() {
    let found = lines("MappingPolicy(name: \"\(words)\", file: \"a.yaml\")")
    #expect(found.prefix(3) == ["MappingPolicy(", "  name:", "    \"\"\""])
    #expect(found.last == "  file: \"a.yaml\")")
  }

  @Test("the pattern of a case keeps its colon")
  func pattern() {
    let found = lines("case \"\(words)\": x = 1")
    #expect(found.first == "case \"\"\"")
    #expect(found.suffix(2) == ["\"\"\":", "  x = 1"])
  }

  @Test("an operator of a later condition stands below that condition")
  func operators() {
    let (one, two) = (String(repeating: "a", count: 50), String(repeating: "b", count: 60))
    #expect(
      lines("if \(one) == nil, \(two) == nil && \(one) == 1 {") == [
        "if \(one) == nil,", "  \(two) == nil", "    && \(one) == 1", "{",
      ])
    #expect(
      lines("if \(one) == nil && \(two) == nil {") == [
        "if \(one) == nil", "  && \(two) == nil", "{",
      ])
  }

  private let name = "bcbi_businesscentraldocumentoccurrencenumber"

  @Test("a member that has no room beside what it belongs to stands below it")
  func member() {
    let found = lines("\(name)s: target.\(name)s_1,", indent: 8)
    #expect(found == ["        \(name)s: target", "          .\(name)s_1,"])
  }

  @Test("a name without an owner, and a number, stay whole", arguments: ["x: .", "x: 1."])
  func owner(before: String) {
    let line = before + String(repeating: "n", count: 120)
    #expect(lines(line) == [line])
  }

  @Test("a comparison is broken before its operator", arguments: ["==", "!=", "<", ">="])
  func comparison(sign: String) {
    let found = lines("changes.insert(38, if: \(name) \(sign) other.\(name))", indent: 4)
    #expect(
      found == [
        "    changes.insert(", "      38,", "      if: \(name)", "        \(sign) other.\(name))",
      ])
  }
}
