import MapLanguage
import MapRuntime
import Testing

@Suite struct ProjectTests {
  @Test func everything() throws {
    var sample = Sample()
    sample.add(
      .project, "project",
      """
      project: p
      features: { x: [a, b], y: [c, d] }
      settings:
        flag: { type: boolean, default: false }
        kind: { type: option, values: [Item, Resource] }
        number: { type: code(20), refers-to: { bc: [Item, Resource] } }
        account: { type: lookup, refers-to: { sales: account } }
      defaults: { schedule: { every: 30m, sleep: 12h }, too-precise: round, because: why }
      """)
    let (model, findings) = sample.read()
    #expect(findings.isEmpty)
    let project = model.project
    #expect(project.name.value == "p")
    #expect(project.choices.map(\.name.value) == ["x", "y"])
    #expect(project.choices.map { $0.values.map(\.value) } == [["a", "b"], ["c", "d"]])
    #expect(project.setting("flag")?.default?.value == .text("false"))
    #expect(project.setting("kind")?.options.map(\.value) == ["Item", "Resource"])
    #expect(project.setting("number")?.refersTo.map(\.value) == ["Item", "Resource"])
    #expect(project.setting("number")?.refersToSide == .bc)
    #expect(project.setting("account")?.refersToSide == .sales)
    #expect(project.schedule?.every?.value == 1_800)
    #expect(project.defaults.tooPrecise?.value == .round)
    #expect(project.defaults.because?.value == "why")
  }

  @Test(arguments: [
    ("if: nowhere", "nowhere"), ("if: not nowhere", "nowhere"),
    ("if: [a, nowhere]", "nowhere"),
    ("fields: [{ bc: A, sales: b, if: nowhere }]", "nowhere"),
    ("requires: [{ mapping: X, if: nowhere }]", "nowhere"),
    ("after: { created: { release: true, if: nowhere } }", "nowhere"),
    ("tests: [{ name: t, features: [nowhere], bc: {}, sales: {} }]", "nowhere"),
    ("variants: [{ if: nowhere, set: { scope: all } }]", "nowhere"),
  ])
  func aFeatureMustBeDeclared(_ text: String, _ characters: String) {
    #expect(Sample.marks(mapping: text) == ["unknown-feature \"\(characters)\""])
  }

  @Test func aMisspeltFeatureSuggestsTheNearest() throws {
    var sample = Sample()
    sample.add(.project, "project", "project: p\nfeatures: { o: [one-way, both-way] }\n")
    sample.add(
      .mapping, "M", "mapping: M\ntables: { bc: A, sales: b }\nif: not one-wy\nfields: []\n")
    let (model, findings) = sample.read()
    #expect(findings.map(\.help) == ["did you mean 'one-way'?"])
    #expect(findings.first?.fix?.edits.map(\.text) == ["one-way"])
    let mapping = try #require(model.mappings.first?.alternatives.first?.mapping)
    #expect(mapping.condition.terms.map(\.feature) == ["one-way"])
  }

  @Test func withoutAReadableProjectFeaturesAreNotJudged() {
    var sample = Sample()
    sample.add(.project, "project", "project: p\nfeatures: { x: [a, b], y: {} }\n")
    sample.add(.mapping, "M", "mapping: M\ntables: { bc: A, sales: b }\nif: c\nfields: []\n")
    #expect(sample.marks() == ["wrong-kind \"{}\""])
  }
}
