import MapRuntime
import MapScenario
import Testing

@Suite("Steps on documents")
struct DocumentStepTests {
  private static let given = """
    scenario: documents
    given:
      bc:
        Sales Header:
          - { $id: h1, Document Type: Order, No.: S-1 }
          - { $id: h2, Document Type: Quote, No.: SQ-1 }
        Sales Invoice Header: [{ $id: i1, No.: PSI-1 }]
      sales:
        quote: [{ $id: q1, name: Offer }]
        salesorder: [{ $id: o1, name: Bicycles }]
        invoice: [{ $id: v1, name: Bicycles }]

    """

  private func sample(_ steps: String...) -> ScenarioSample {
    ScenarioSample(
      Self.given + "when:\n" + steps.map { "  - \($0)\n" }.joined() + "then: { errors: [] }\n")
  }

  private func step(_ step: String) throws -> DocumentStep? {
    let scenario = try #require(sample(step).output.scenario)
    guard case .document(let step, _, _) = scenario.steps.first?.action else { return nil }
    return step
  }

  @Test(
    "every one is read",
    arguments: [
      "release: { bc: h1 }", "reopen: { bc: h1 }", "reopen: { sales: v1 }",
      "archive: { bc: h1, as: x1 }", "make-order: { bc: h2, as: x1 }", "post: { bc: h1 }",
      "post: { bc: h1, ship: true, quantities: { 10000: 1.5, 20000: 0 }, as: x1 }",
      "pay: { bc: i1 }", "pay: { bc: i1, amount: 100.50, on: 2026-02-01 }", "unapply: { bc: i1 }",
      "unapply: { bc: i1, on: 2026-02-01 }", "cancel: { bc: i1, as: x1 }",
      "cancel: { sales: o1 }", "cancel: { sales: v1 }", "correct: { bc: i1, as: x1 }",
      "revise: { sales: q1, as: x1 }", "activate: { sales: q1 }", "win: { sales: q1 }",
      "close: { sales: q1 }", "close: { sales: q1, reason: canceled }", "submit: { sales: o1 }",
      "fulfil: { sales: o1 }", "fulfil: { sales: o1, complete: false }",
      "convert: { sales: q1, as: x1 }", "convert: { sales: o1, as: x1 }",
      "create-and-couple: { mapping: ORDER, sales: [o1], as: x1 }",
      "name-partner: { mapping: ORDER, sales: o1, as: x1 }",
      "{ release: { bc: h1 }, fails: is released }",
      "change: { sales: o1, set: { statuscode: Active/Pending } }",
    ])
  func read(step: String) {
    #expect(sample(step).marks == [])
    #expect(sample(step).output.scenario?.steps.count == 1)
  }

  @Test("without a word about it, a posting ships and invoices")
  func posting() throws {
    #expect(
      try step("post: { bc: h1 }") == .post(DocumentStep.Posting(ships: true, invoices: true)))
    #expect(
      try step("post: { bc: h1, invoice: true }")
        == .post(DocumentStep.Posting(ships: false, invoices: true)))
    let half = try DecimalValue(parsing: "0.5")
    #expect(
      try step("post: { bc: h1, ship: true, invoice: false, quantities: { 10000: 0.5 } }")
        == .post(DocumentStep.Posting(ships: true, invoices: false, quantities: [10_000: half])))
  }

  @Test("what is made can be spoken of from the next step on, as a record of its table")
  func names() {
    let made = sample(
      "make-order: { bc: h2, as: h3 }", "post: { bc: h3, ship: true, as: s1 }",
      "post: { bc: h3, invoice: true, as: i2 }", "pay: { bc: i2 }", "cancel: { bc: i2, as: m1 }",
      "revise: { sales: q1, as: q2 }", "convert: { sales: q2, as: o2 }",
      "create-and-couple: { mapping: ORDER, sales: o2, as: h4 }", "release: { bc: h4 }",
      "change: { bc: h4, set: { Your Reference: new } }", "delete: { bc: h4 }")
    #expect(made.marks == [])
    #expect(
      sample("pay: { bc: i2 }", "post: { bc: h1, as: i2 }").marks == ["unknown-record \"i2\""])
    #expect(sample("revise: { sales: q1, as: q1 }").marks == ["invalid-value \"q1\""])
    let then = ScenarioSample(
      Self.given + """
        when:
          - post: { bc: h1, ship: true, as: s1 }
          - post: { bc: h1, invoice: true, as: i2 }
        then:
          bc:
            Sales Invoice Header: [{ $id: i2, No.: PSI-2 }]
            Sales Shipment Header: [{ $id: s1, No.: PSS-1 }]
        """)
    #expect(then.marks == [])
  }

  @Test(
    "a mistake is one finding at its place",
    arguments: [
      ("release: h1", "wrong-kind \"h1\""), ("release: {}", "missing-key \"{}\""),
      ("release: { bc: h1, as: x1 }", "unknown-key \"as\""),
      ("release: { sales: q1 }", "unknown-record \"q1\""),
      ("release: { bc: i1 }", "unknown-record \"i1\""),
      ("submit: { sales: q1 }", "unknown-record \"q1\""),
      ("revise: { sales: q1, bc: h1 }", "invalid-value \"q1\""),
      ("post: { bc: h1, do: [ship] }", "unknown-key \"do\""),
      ("post: { ship: true }", "missing-key \"{ ship: true }\""),
      ("post: { bc: h1, ship: false }", "invalid-value \"false\""),
      ("post: { bc: h1, ship: yes }", "invalid-value \"yes\""),
      ("post: { bc: h1, quantities: { one: 1 } }", "invalid-value \"one\""),
      ("post: { bc: h1, quantities: { 10000: many } }", "invalid-value \"many\""),
      ("pay: { bc: i1, amount: lots }", "invalid-value \"lots\""),
      ("pay: { bc: i1, on: tomorrow }", "invalid-value \"tomorrow\""),
      ("close: { sales: q1, reason: won }", "invalid-value \"won\""),
      ("cancel: { sales: o1, as: x1 }", "invalid-value \"x1\""),
      ("cancel-invoice: { order: h1 }", "unknown-key \"cancel-invoice\""),
      (
        "create-and-couple: { mapping: QUOTE, sales: [q1], as: h1 }", "invalid-value \"h1\""
      ),
      (
        "name-partner: { mapping: ORDER, sales: o1 }",
        "missing-key \"{ mapping: ORDER, sales: o1 }\""
      ),
      (
        "create-and-couple: { mapping: ORDR, sales: o1, as: x1 }", "unknown-mapping \"ORDR\""
      ),
      ("name-partner: { mapping: ORDR, sales: o1, as: x1 }", "unknown-mapping \"ORDR\""),
      ("change: { sales: q1, set: { statuscode: In Progress } }", "unknown-option \"In Progress\""),
    ])
  func mistakes(step: String, mark: String) {
    #expect(sample(step).marks == [mark])
  }

  @Test("a name of a step that is wrong is no second finding")
  func once() {
    #expect(
      sample("make-order: { sales: q1, as: x1 }", "release: { bc: x1 }").marks == [
        "unknown-record \"q1\""
      ])
    #expect(
      sample(
        "create-and-couple: { mapping: ORDER, sales: [o1, v1], as: x1 }", "release: { bc: x1 }"
      ).marks == ["invalid-value \"x1\""])
  }

  @Test("what is made is what later steps are about")
  func run() async throws {
    let world = RecordingWorld()
    let scenario = try #require(
      sample(
        "make-order: { bc: h2, as: h3 }", "post: { bc: h3, as: i2 }", "pay: { bc: i2 }",
        "create-and-couple: { mapping: ORDER, sales: [o1], as: h4 }", "release: { bc: h4 }",
        "name-partner: { mapping: ORDER, sales: o1, as: h5 }", "delete: { bc: h5 }"
      ).output.scenario)
    #expect(await ScenarioRunner.run(scenario, in: world) == [])
    #expect(
      world.steps.dropFirst(6) == [
        "makeOrder Sales Header 2", "post Sales Header 7", "pay Sales Invoice Header 8",
        "create-and-couple ORDER salesorder 5", "release Sales Header 9", "delete Sales Header 9",
      ])
  }

  @Test("a name for something that did not come of a step fails it")
  func nothing() async throws {
    for step in [
      "make-order: { bc: h2, as: x1 }", "name-partner: { mapping: ORDER, sales: o1, as: x1 }",
      "create-and-couple: { mapping: ORDER, sales: [o1], as: x1 }",
    ] {
      let scenario = try #require(sample(step).output.scenario)
      let world = RecordingWorld(.init(makes: false))
      #expect(
        await ScenarioRunner.run(scenario, in: world) == [
          ScenarioDifference(
            at: "when[0]", expected: "done",
            found: "nothing came of it that could be called 'x1'")
        ])
    }
  }
}
