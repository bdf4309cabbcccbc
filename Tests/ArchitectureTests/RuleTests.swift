import Foundation
import Testing

@Suite("The rules that are cited")
struct RuleTests {
  @Test("every rule that code, tests, mappings or documents cite stands in docs/rules.md")
  func rules() throws {
    let known = try RuleList().numbers
    let texts = try CitingText.all()
    #expect(texts.contains { $0.path.hasPrefix("mappings/") && $0.text.contains("C-36") })
    for text in texts {
      let unknown = Citations.rules(in: text.text).filter { !known.contains($0) }
      #expect(unknown.isEmpty, "\(text): \(unknown)")
    }
  }

  @Test("every scenario that is cited has a file, a reason why it has none, or a rule")
  func scenarios() throws {
    let known = try RuleList().numbers.union(Self.scenarioNumbers())
    for text in try CitingText.all() {
      let unknown = Citations.scenarios(in: text.text).filter { !known.contains($0) }
      #expect(unknown.isEmpty, "\(text): \(unknown)")
    }
  }

  @Test("a rule has an anchor of its number, once, and a sentence")
  func list() throws {
    let list = try RuleList()
    #expect(list.rules.count > 300)
    #expect(list.others.isEmpty)
    #expect(list.numbers.count == list.rules.count)
    for rule in list.rules {
      #expect(rule.anchor == rule.number.lowercased())
      #expect(rule.sentence.hasSuffix("."), "\(rule.number)")
    }
  }

  @Test(
    "a citation is found",
    arguments: [
      ("Finds it (R D-9).", ["D-9"]),
      ("(F1, F5; R D-3, D-53 to D-55)", ["D-3", "D-53", "D-54", "D-55"]),
      ("A page (B6), E-1/E-2", ["E-1", "E-2"]), ("from DA-3 on", ["DA-3"]),
      ("R D-99 says", ["D-99"]),
    ])
  func numbered(text: String, rules: [String]) {
    let found = Citations.rules(in: text).filter { $0.contains("-") }
    #expect(found == rules)
  }

  @Test("so is a promise, a scenario, and a page that is none of ours")
  func others() {
    #expect(Citations.rules(in: "(F15 to F17, B2)") == ["F15", "F16", "F17", "B2"])
    #expect(Citations.rules(in: "as LANGUAGE 5 says") == ["LANGUAGE"])
    #expect(Citations.scenarios(in: "(R D-38, SKP-007)") == ["SKP-007"])
  }

  @Test(
    "what only looks so is none",
    arguments: [
      "UTF-8 and UTF-16", "U+00B5", "\\u{B5}", "10^-10", "ORD-1", "$F1", "a-B-2", "PRC-1000",
    ])
  func none(text: String) {
    #expect(Citations.rules(in: text).isEmpty)
    #expect(Citations.scenarios(in: text).isEmpty)
  }

  /// Of `SYN-021-a-name.yaml` and of a row of NOT-HERE.tsv, the number.
  private static func scenarioNumbers() throws -> [String] {
    let files = Repository.files(in: "Tests/Scenarios", ending: ".yaml")
      .compactMap { $0.split(separator: "/").last }
    let reasons = try Repository.text(of: "Tests/Scenarios/NOT-HERE.tsv").split(separator: "\n")
    return (files + reasons).map { String($0.prefix(7)) }
  }
}
