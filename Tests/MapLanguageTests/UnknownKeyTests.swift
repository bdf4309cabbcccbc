import MapLanguage
import Testing

@Suite struct UnknownKeyTests {
  @Test func aSlipOfTheFingerIsCorrectedAndReadOn() throws {
    let sample = Sample.one("filtr: { bc: { Blocked: ' ' } }")
    let (model, findings) = sample.read()
    #expect(findings.map(sample.mark) == ["unknown-key \"filtr\""])
    #expect(findings.first?.message == "'filtr' is not a key of a mapping")
    #expect(findings.first?.help == "did you mean 'filter'?")
    #expect(findings.first?.fix?.certain == true)
    #expect(findings.first?.fix?.edits.first?.text == "filter")
    let mapping = try #require(model.mappings.first)
    #expect(mapping.alternatives[0].mapping.filter[.bc]?.fields.count == 1)
    #expect(mapping.isComplete)
  }

  @Test func aRequiredKeyThatIsMisspeltIsNotMissingToo() {
    var sample = Sample()
    sample.add(.mapping, "M", "maping: M\ntables: { bc: A, sales: b }\nfeilds: []\n")
    #expect(sample.marks() == ["unknown-key \"maping\"", "unknown-key \"feilds\""])
  }

  @Test func aKeyOfAnotherShapeIsSaidToBe() {
    let findings = Sample.findings(mapping: "through: CURRENCY")
    #expect(findings.map(\.name) == ["unknown-key"])
    #expect(findings.first?.help == "it is a key of a field map: valid there, not here")
    #expect(findings.first?.fix == nil)
  }

  @Test func aKeyLikeNoneListsThem() {
    let findings = Sample.findings(mapping: "conflict: { whoever: wins }")
    #expect(findings.map(\.message) == ["'whoever' is not a key of a conflict rule"])
    #expect(findings.first?.help == "write 'update', 'by' or 'delete'")
  }

  @Test func aKeyThatStandsThereAlreadyIsSuggestedButNotWritten() {
    let findings = Sample.findings(mapping: "fields: [{ bc: A, sales: b, sale: c }]")
    #expect(findings.map(\.name) == ["unknown-key"])
    #expect(findings.first?.fix?.certain == false)
  }

  @Test func inBracesANameMayHaveBeenCutInTwo() {
    let findings = Sample.findings(mapping: "fields: [{ bc: Sales, Inc., sales: name }]")
    #expect(findings.map(\.message) == ["'Inc.' is not a key of a field map"])
    #expect(findings.first?.help == "quote the name: ',' and '}' end it inside '{}'")
    let known = Sample.findings(mapping: "fields: [{ bc: No., sales }]")
    #expect(known.map(\.message) == ["'sales' has no value"])
    #expect(known.first?.help == "quote the name: ',' and '}' end it inside '{}'")
    #expect(
      Sample.marks(mapping: "defaults: { because: a, b, c }") == ["unknown-key \"b\""])
  }

  @Test(arguments: [
    ("create: { to-sale: true }", "to-sale"),
    ("match: { groups: [], unmatchd: report }", "unmatchd"),
    ("templates: [{ to: sales, set: {}, wen: {} }]", "wen"),
    ("requires: [{ mapping: X, becuse: y }]", "becuse"),
    ("schedule: { evry: 30m }", "evry"),
    ("after: { creatd: { state: Active } }", "creatd"),
    ("after: { created: { stat: Active } }", "stat"),
    ("freight: { from: a, acount: b }", "acount"),
    ("tests: [{ name: t, bc: {}, sales: {}, direcion: to-bc }]", "direcion"),
    ("variants: [{ if: a, sets: {} }]", "sets"),
    ("filter: { bc: { A: { abov: 1 } } }", "abov"),
  ])
  func everyShapeIsClosed(_ text: String, _ key: String) {
    #expect(Sample.marks(mapping: text) == ["unknown-key \"\(key)\""])
  }

  @Test func tablesAndProjectsAreClosed() {
    #expect(
      Sample.marks(field: "name: A, type: date, requird: true") == ["unknown-key \"requird\""])
    #expect(Sample.marks(table: "colour: red\nfields: []") == ["unknown-key \"colour\""])
    var sample = Sample()
    sample.add(.project, "project", "project: p\nextends: ../x\n")
    #expect(sample.marks() == ["unknown-key \"extends\""])
  }
}
