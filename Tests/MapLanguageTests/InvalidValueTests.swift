import MapLanguage
import Testing

@Suite struct InvalidValueTests {
  @Test func aClosedWordListsWhatIsPermitted() {
    let sample = Sample.one("direction: to-sale")
    let finding = sample.read().findings.first
    #expect(finding.map(sample.mark) == "invalid-value \"to-sale\"")
    #expect(finding?.message == "'to-sale' is no value of 'direction'")
    #expect(finding?.help == "did you mean 'to-sales'? write 'both', 'to-sales' or 'to-bc'")
    #expect(finding?.fix?.certain == true)
    #expect(sample.read().model.mappings[0].alternatives[0].mapping.direction?.value == .toSales)
  }

  @Test(arguments: [
    ("scope: everything", "everything"), ("company: other", "other"),
    ("outside-filter: drop", "drop"), ("unmapped: cry", "cry"), ("notes: never", "never"),
    ("conflict: { update: newest }", "newest"), ("schedule: never", "never"),
    ("schedule: { every: 30 }", "30"), ("schedule: { every: 0m }", "0m"),
    ("schedule: { every: 99999999999999999999d }", "99999999999999999999d"),
    ("create: { to-bc: yes }", "yes"), ("create: { to-bc: True }", "True"),
    ("copy-to: [salesorder]", "salesorder"), ("if: []", "[]"), ("rules: ''", "''"),
    ("states: { Active: eat }", "eat"), ("timeline: [born]", "born"),
    ("templates: [{ to: moon, set: {} }]", "moon"),
    ("match: { groups: [[]] }", "[]"), ("filter: { bc: { A: [] } }", "[]"),
    ("filter: { bc: { A: { above: 1, below: 5 } } }", "{ above: 1, below: 5 }"),
    ("filter: { bc: { A: {} } }", "{}"),
    ("filter: { bc: { A: { between: [1, 2, 3] } } }", "[1, 2, 3]"),
    ("refuse: [{ when: { r: gone }, because: x }]\nrelated: { r: { bc: T, where: {} } }", "gone"),
    ("related: { bc: { bc: T, where: {} } }", "bc"),
    ("tests: [{ name: t, bc: {}, fails: never }]", "never"),
    ("overflow: { from: [a], into: thin-air }", "thin-air"),
  ])
  func inAMapping(_ text: String, _ characters: String) {
    #expect(Sample.marks(mapping: text) == ["invalid-value \"\(characters)\""])
  }

  @Test(arguments: [
    ("bc: A, sales: b, empty: sometimes", "sometimes"),
    ("bc: A, sales: b, empty: { use: }", ""),
    ("bc: A, text: '{Name', direction: to-bc", "'{Name'"),
    ("bc: A, text: '{}'", "'{}'"), ("bc: A, generate: DV", "DV"),
    ("bc: A, generate: 'DV{12}'", "'DV{12}'"),
    ("bc: A, from: name", "name"), ("bc: A, from: order.", "order."),
    ("bc: A, sales: b, same-as: x", "x"),
    ("bc: A, sales: b, constant: 1", "{ bc: A, sales: b, constant: 1 }"),
    ("bc: A, constant: 1, text: x", "x"), ("bc: A, first: []", "[]"),
    ("bc: A, first: [{ sales: b, constant: 1 }]", "{ sales: b, constant: 1 }"),
    ("bc: A, sales: b, values: { X: [] }", "[]"),
    ("bc: A, sales: b, through: []", "[]"), ("bc: '', sales: b", "''"),
  ])
  func inAFieldMap(_ keys: String, _ characters: String) {
    let marks = Sample.marks(fieldMap: keys)
    #expect(
      marks == [characters.isEmpty ? "wrong-kind \"use\"" : "invalid-value \"\(characters)\""])
  }

  @Test(arguments: [
    ("type: txt(20)", "txt(20)"), ("type: code", "code"), ("type: text(0)", "text(0)"),
    ("type: decimal(11)", "decimal(11)"), ("type: date(3)", "date(3)"),
    ("type: code(+5)", "code(+5)"), ("type: date, access: never", "never"),
    ("type: date, refers-to: []", "[]"),
    ("type: option, values: { X: 0, Y: 0 }", "Y"),
  ])
  func inAField(_ keys: String, _ characters: String) {
    #expect(Sample.marks(field: "name: A, " + keys) == ["invalid-value \"\(characters)\""])
  }

  @Test func ofAFieldThatStandsTwiceNothingIsKnown() throws {
    let text =
      "fields:\n  - { name: A, type: date }\n  - { name: A, type: guid }\n  - { name: B, type: date }\n"
    #expect(Sample.marks(table: text) == ["invalid-value \"A\""])
    let table = try #require(Sample.table(text))
    #expect(table.fields.map(\.name.value) == ["B"])
    #expect(!table.isComplete)
  }

  @Test func choicesHaveDifferentValues() {
    var sample = Sample()
    sample.add(.project, "project", "project: p\nfeatures: { x: [a, b], y: [b, c] }\n")
    let (model, findings) = sample.read()
    #expect(findings.map(\.message) == ["the feature 'b' stands twice"])
    #expect(model.project.choices.map { $0.values.map(\.value) } == [["a", "b"], ["c"]])
  }

  @Test func aPartThatIsLeftOutMakesItsFileIncomplete() {
    #expect(Sample.one("scope: x-y-z").read().model.mappings.first?.isComplete == false)
    #expect(Sample.table("fields: [{ name: A }]")?.isComplete == false)
    #expect(Sample.table("fields: [{ name: A, type: date }]")?.isComplete == true)
  }
}
