import MapLanguage
import Testing

@Suite struct WrongKindTests {
  @Test(arguments: [
    ("fields: name", "name", "'fields' takes a list, not a text"),
    ("fields: { a: b }", "{ a: b }", "'fields' takes a list, not a map"),
    ("fields: [a]", "a", "an item of 'fields' takes a map, not a text"),
    ("description: [a]", "[a]", "'description' takes a text, not a list"),
    ("filter: { bc: A }", "A", "'bc' takes a map, not a text"),
    ("create: [a]", "[a]", "'create' takes a map, not a list"),
    ("match: { groups: a }", "a", "'groups' takes a list, not a text"),
    ("match: { groups: [a] }", "a", "an item of 'groups' takes a list, not a text"),
    ("when: {}\nschedule: []", "[]", "'schedule' takes a map, not a list"),
    ("rules:\n  - [a]", "[a]", "'rules' takes a text, not a list"),
    ("description:", "description", "'description' has no value"),
    ("requires:\n  -", "", "an item of 'requires' has no value"),
    (
      "fields: [{ bc: A, sales: b, enabled: 'false' }]", "'false'",
      "'enabled' takes 'true' or 'false', not a text"
    ),
    ("fields: [{ bc: A, sales: b, from: [x] }]", "[x]", "'from' takes NAME.FIELD, not a list"),
    ("? [a]\n: b", "[a]", "a key of a mapping takes a text, not a list"),
  ])
  func saysWhatIsTaken(_ text: String, _ characters: String, _ message: String) {
    let sample = Sample.one(text)
    let findings = sample.read().findings.filter { $0.name != "unknown-key" }
    #expect(findings.map(sample.mark) == ["wrong-kind \"\(characters)\""])
    #expect(findings.map(\.message) == [message])
  }

  @Test func theWholeFile() {
    var sample = Sample()
    sample.add(.mapping, "M", "- a\n")
    #expect(sample.read().findings.map(\.message) == ["the file takes a map, not a list"])
  }

  @Test func numbersOfOptions() {
    #expect(
      Sample.marks(field: "name: A, type: option, values: { X: '1' }") == ["wrong-kind \"'1'\""])
    #expect(
      Sample.marks(field: "name: A, type: option, values: { X: one }") == ["invalid-value \"one\""])
    #expect(
      Sample.marks(field: "name: A, type: option, values: { X: 99999999999 }")
        == ["invalid-value \"99999999999\""])
  }
}
