import MapLanguage
import Testing

@Suite struct MissingKeyTests {
  @Test func aMappingNeedsThree() {
    var sample = Sample()
    sample.add(.mapping, "M", "description: nothing else\n")
    let (model, findings) = sample.read()
    #expect(findings.map(\.message) == ["a mapping needs 'mapping', 'tables' and 'fields'"])
    #expect(findings.map(sample.mark) == ["missing-key \"description\""])
    #expect(model.mappings.isEmpty)
    #expect(model.unreadable == ["M"])
  }

  @Test func withoutTablesItIsUnreadableByItsName() {
    var sample = Sample()
    sample.add(.mapping, "M_X", "mapping: M X\nfields: []\n")
    let (model, findings) = sample.read()
    #expect(findings.map(sample.mark) == ["missing-key \"mapping\""])
    #expect(model.unreadable == ["M_X", "M X"])
  }

  @Test func anEmptyFileNeedsEverything() {
    var sample = Sample()
    sample.add(.table(.bc), "T", "# nothing\n")
    let (model, findings) = sample.read()
    #expect(findings.map(\.name) == ["missing-key"])
    #expect(
      findings.first?.message == "the file is empty: a table needs 'table', 'key' and 'fields'")
    #expect(model.unreadable == ["T"])
  }

  @Test func withoutAnyFileThereIsNoFinding() {
    let (model, findings) = ModelReader.read([])
    #expect(findings.isEmpty)
    #expect(model.project.choices.isEmpty)
  }

  @Test(arguments: [
    ("fields: [{ sales: b }]", "{ sales: b }", "a field map needs 'bc'"),
    ("fields: [{ bc: B }]", "{ bc: B }", "a field map needs 'sales'"),
    ("fields: [{ direction: both }]", "{ direction: both }", "a field map needs 'bc' and 'sales'"),
    ("fields: [{ constant: 1 }]", "{ constant: 1 }", "a field map needs 'bc' or 'sales'"),
    (
      "fields: [{ bc: A, sales: b, otherwise: keep }]", "keep", "'otherwise' needs 'values'"
    ),
    ("fields: [{ bc: A, compute: f }]", "f", "'compute' needs 'from'"),
    ("match: { unmatched: report }", "{ unmatched: report }", "a match needs 'groups'"),
    ("templates: [{ to: sales }]", "{ to: sales }", "a template needs 'set'"),
    ("refuse: [{ when: {} }]", "{ when: {} }", "a refusal needs 'because'"),
    ("related: { r: { where: {} } }", "{ where: {} }", "a related record needs 'bc' or 'sales'"),
    ("requires:\n  - because: x", "because", "a prerequisite needs 'mapping'"),
    ("freight: { from: a }", "{ from: a }", "a freight rule needs 'account'"),
    (
      "won: { state: Won }", "{ state: Won }",
      "a rule for won quotes needs 'order', 'submitted' and 'not-submitted'"
    ),
    ("write-in: { when: {} }", "{ when: {} }", "a write-in rule needs 'product' or 'text'"),
    ("overflow: { from: [a] }", "{ from: [a] }", "an overflow rule needs 'into'"),
    ("tests: [{ name: t }]", "{ name: t }", "a test needs 'bc' and 'sales'"),
    ("tests: [{ name: t, bc: {} }]", "{ name: t, bc: {} }", "a test needs 'sales', or 'fails'"),
    ("variants: [{ set: {} }]", "{ set: {} }", "a variant needs 'if'"),
  ])
  func aShapeNeeds(_ text: String, _ characters: String, _ message: String) {
    let sample = Sample.one(text)
    let findings = sample.read().findings
    #expect(findings.map(sample.mark) == ["missing-key \"\(characters)\""])
    #expect(findings.map(\.message) == [message])
  }

  @Test func tablesNeed() {
    #expect(Sample.marks(field: "name: A") == ["missing-key \"{ name: A }\""])
    #expect(
      Sample.marks(field: "name: A, type: option")
        == ["missing-key \"{ name: A, type: option }\""])
    #expect(Sample.marks(field: "name: A, type: option, open: true") == [])
    var sample = Sample()
    sample.add(.project, "project", "project: p\nsettings: { s: { default: 1 } }\n")
    #expect(sample.marks() == ["missing-key \"{ default: 1 }\""])
  }
}
