import MapLanguage
import MapRuntime
import Testing

@Suite struct VariantTests {
  private func file(_ text: String) throws -> MappingFile {
    let sample = Sample.one(text)
    #expect(sample.marks() == [])
    return try #require(sample.read().model.mappings.first)
  }

  @Test func oneAlternativeForEachSetThatCanBeOn() throws {
    let file = try file(
      """
      variants:
        - { if: a, set: { scope: all } }
        - { if: b, set: { scope: coupled } }
        - { if: [not a, d], set: { unmapped: warn } }
      """)
    #expect(file.variants.map { $0.terms.count } == [1, 1, 2])
    // `a` and `b` are values of one choice, which has no third.
    #expect(file.alternatives.map(\.applied) == [[], [0], [1], [1, 2]])
    #expect(file.alternatives.map(\.mapping.scope?.value) == [nil, .all, .coupled, .coupled])
    #expect(file.alternatives.map(\.mapping.unmapped?.value) == [nil, nil, nil, .warn])
    #expect(file.isComplete)
  }

  @Test func setMergesMapsAndReplacesTheRest() throws {
    let file = try file(
      """
      direction: to-bc
      states: { Active: ignore, Submitted: update }
      timeline: [released, shipped]
      filter: { bc: { A: { above: 1 }, B: 2 } }
      variants:
        - if: a
          set:
            direction: both
            states: { Submitted: take-in, Paid: state-only }
            timeline: []
            filter: { bc: { A: { below: 9 } } }
            match: { groups: [[x]] }
      """)
    let mapping = try #require(file.alternatives.last?.mapping)
    #expect(mapping.direction?.value == .both)
    #expect(mapping.document.states?.map(\.state.value) == ["Active", "Submitted", "Paid"])
    #expect(mapping.document.states?.map(\.rule.value) == [.ignore, .takeIn, .stateOnly])
    #expect(mapping.document.timeline.isEmpty)
    #expect(mapping.filter[.bc]?.fields.map(\.field.value) == ["A", "B"])
    guard case .below = mapping.filter[.bc]?.fields[0].test else {
      Issue.record("the test was not replaced")
      return
    }
    #expect(mapping.match?.groups.count == 1)
    #expect(file.alternatives[0].mapping.direction?.value == .toBC)
    #expect(file.alternatives[0].mapping.match == nil)
  }

  @Test func addGrowsLists() throws {
    let file = try file(
      """
      requires: [X]
      copy-to: a.b
      fields: [{ bc: A, sales: a }]
      variants:
        - if: a
          add:
            fields: [{ bc: B, sales: b }]
            requires: [Y]
            copy-to: [c.d]
            tests: [{ name: t, bc: {}, sales: {} }]
      """)
    let mapping = try #require(file.alternatives.last?.mapping)
    #expect(mapping.fields.map(\.sales?.value) == ["a", "b"])
    #expect(mapping.requires.map(\.mapping.value) == ["X", "Y"])
    #expect(mapping.copyTo.map(\.table.value) == ["a", "c"])
    #expect(mapping.tests.map(\.name.value) == ["t"])
    #expect(file.alternatives[0].mapping.tests.isEmpty)
  }

  @Test func fieldMapsAreChangedByEitherName() throws {
    let file = try file(
      """
      fields:
        - { bc: A, sales: a }
        - { bc: B, sales: x }
        - { bc: B, sales: y, empty: refuse }
        - { together: any-filled, fields: [{ bc: C, sales: c }, { bc: D, sales: d }] }
      variants:
        - { if: a, fields: { A: { enabled: false }, y: { empty: keep }, D: { too-long: cut } } }
        - { if: d, fields: { d: { validate: false }, a: { because: why } } }
      """)
    #expect(file.alternatives.map(\.applied) == [[], [0], [0, 1], [1]])
    let mapping = file.alternatives[2].mapping
    #expect(mapping.fields.map(\.isEnabled) == [false, true, true, true, true])
    #expect(mapping.fields.map(\.together) == [nil, nil, nil, 0, 0])
    #expect(mapping.fields[4].tooLong?.value == .cut)
    #expect(mapping.fields[4].validate?.value == false)
    #expect(mapping.fields[0].because?.value == "why")
    guard case .keep = mapping.fields[2].empty?.value else {
      Issue.record("the rule for empty sources was not replaced")
      return
    }
  }

  @Test func oneMapGoesOffAndAnotherTakesItsPlace() throws {
    let file = try file(
      """
      fields: [{ bc: A, sales: a }]
      variants:
        - { if: a, add: { fields: [{ bc: B, sales: a }] }, fields: { a: { enabled: false } } }
      """)
    #expect(file.alternatives[1].mapping.fields.map(\.isEnabled) == [false, true])
  }

  @Test func partsKeepThePlaceWhereTheyWereWritten() throws {
    let sample = Sample.one(
      "company: own\nvariants: [{ if: a, set: { company: any, swift-name: Other } }]")
    let file = try #require(sample.read().model.mappings.first)
    let names = file.alternatives.compactMap(\.mapping.swiftName)
    #expect(names.map(sample.text) == ["Other"])
    #expect(
      file.alternatives.compactMap(\.mapping.company).map { sample.text($0.map { _ in "" }) }
        == ["own", "any"])
  }

  @Test(arguments: [
    ("variants: [{ if: a, fields: { nothing: { enabled: false } } }]", "unknown-field \"nothing\""),
    ("variants: [{ if: a, fields: { B: { enabled: false } } }]", "invalid-value \"B\""),
    ("variants: [{ if: a, fields: { x: off } }]", "wrong-kind \"off\""),
    ("variants: [{ if: a, fields: { x: { enabld: false } } }]", "unknown-key \"enabld\""),
    ("variants: [{ if: a, set: { fields: [] } }]", "unknown-key \"fields\""),
    ("variants: [{ if: a, set: { mapping: N } }]", "unknown-key \"mapping\""),
    ("variants: [{ if: a, set: { scop: all } }]", "unknown-key \"scop\""),
    ("variants: [{ if: a, set: { scope: al } }]", "invalid-value \"al\""),
    ("variants: [{ if: a, add: { scope: all } }]", "unknown-key \"scope\""),
    ("variants: [{ if: a, set: all }]", "wrong-kind \"all\""),
    ("variants: { if: a }", "wrong-kind \"{ if: a }\""),
    ("scope: al\nvariants: [{ if: a }, { if: c }]", "invalid-value \"al\""),
  ])
  func oneMistakeIsOneFinding(_ text: String, _ mark: String) {
    let fields = "fields: [{ bc: A, sales: a }, { bc: B, sales: x }, { bc: B, sales: y }]\n"
    #expect(Sample.marks(mapping: fields + text) == [mark])
  }

  @Test func tooManyCombinationsAreRefused() {
    let choices = (0..<13).map { "c\($0): [a\($0), b\($0)]" }.joined(separator: ", ")
    let variants = (0..<13).map { "{ if: a\($0), set: { scope: all } }" }.joined(separator: ", ")
    var sample = Sample()
    sample.add(.project, "project", "project: p\nfeatures: { \(choices) }\n")
    sample.add(
      .mapping, "M",
      "mapping: M\ntables: { bc: A, sales: b }\nfields: []\nvariants: [\(variants)]\n")
    let (model, findings) = sample.read()
    #expect(findings.map(\.name) == ["invalid-value"])
    #expect(model.mappings.first?.alternatives.count == 1)
  }
}
