import MapRuntime
import MapScenario
import Testing

@Suite struct ReadingTests {
  @Test func theExampleOfTheLanguageIsRead() throws {
    let sample = ScenarioSample(
      """
      scenario: both sides changed and Sales wins
      features: []
      settings: { auto-create-sales-orders: true }
      now: 2026-01-15T09:00:00Z
      given:
        bc: { Customer: [{ $id: c1, No.: '10000', Name: Adatum }] }
        sales: { account: [{ $id: a1, accountnumber: '10000', name: Adatum, statecode: Active, customertypecode: Customer }] }
        coupled: [{ mapping: CUSTOMER, bc: c1, sales: a1 }]
        mappings: { CUSTOMER: { conflict: { update: sales-wins } } }
      when:
        - change: { bc: c1, set: { Name: Adatum Ltd } }
        - change: { sales: a1, set: { name: Adatum Inc } }
        - synchronize: CUSTOMER
      then:
        bc: { Customer: [{ $id: c1, Name: Adatum Inc }] }
        coupled: [{ mapping: CUSTOMER, bc: c1, sales: a1 }]
        count: { bc: { Customer: 1 }, sales: { account: 1 }, coupled: { CUSTOMER: 1 } }
        jobs: [{ mapping: CUSTOMER, direction: to-bc, inserted: 0, modified: 1, unchanged: 0, skipped: 0, held: 0, failed: 0 }]
        errors: []
      """)
    #expect(sample.marks == [])
    let scenario = try #require(sample.output.scenario)
    #expect(scenario.given.map(\.name) == ["c1", "a1"])
    #expect(scenario.steps.count == 3)
    #expect(scenario.then.jobs.first?.counters[.modified] == 1)
    #expect(scenario.then.errors == [])
    #expect(scenario.choices.overrides.count == 1)
  }

  @Test(
    arguments: [
      "create: { sales: { quote: [{ $id: q2, name: Offer }] } }",
      "change: { bc: c1, set: { Name: A }, by: integration }", "delete: { sales: a1 }",
      "synchronize: all", "synchronize: [CUSTOMER, CONTACT]",
      "synchronize-now: { mapping: CUSTOMER, bc: [c1], direction: merge }",
      "full-synchronization: all", "couple: { mapping: CUSTOMER, bc: c1, sales: a1 }",
      "create-and-couple: { mapping: CUSTOMER, bc: [c1] }", "match: CUSTOMER",
      "uncouple: { mapping: CUSTOMER, bc: [c1] }", "uncouple: { mapping: CUSTOMER, all: true }",
      "create-orders: [a1]", "process-quotes: [a1]",
      "note: { sales: a1, text: Called }", "send-invoices: true", "update-invoice-status: true",
      "update-statistics: [a1]", "update-statistics: all", "find-deleted: CUSTOMER",
      "restore: { mapping: CUSTOMER, bc: [c1] }",
      "delete-partner: { mapping: CUSTOMER, sales: [a1] }", "review: true", "run-jobs: true",
      "advance: 31m", "retry: { mapping: CUSTOMER }", "company: CRONUS DK",
      "fail: { side: sales, table: account, record: a1, with: message, times: 2 }",
      "then: { bc: { Customer: [{ $id: c1, Name: A }] }, count: { sales: { account: 1 } } }",
    ])
  func everyStepIsRead(step: String) {
    let sample = ScenarioSample.when(step)
    #expect(sample.marks == [])
    #expect(sample.output.scenario?.steps.count == 1)
  }

  @Test(
    arguments: [
      ("chnge: { bc: c1, set: { Name: A } }", "unknown-key \"chnge\""),
      ("change: { bc: c9, set: { Name: A } }", "unknown-record \"c9\""),
      ("change: { sales: c1, set: { name: A } }", "unknown-record \"c1\""),
      ("change: { bc: c1, set: { Nmae: A } }", "unknown-field \"Nmae\""),
      ("change: { sales: a1, set: { statecode: Activ } }", "unknown-option \"Activ\""),
      ("change: { sales: a1, set: { primarycontactid: a1 } }", "lookup-wrong-table \"a1\""),
      (
        "change: { bc: c1, set: { Last Date Modified: 15.1.2026 } }",
        "invalid-value \"15.1.2026\""
      ),
      ("synchronize: CUSTOMR", "unknown-mapping \"CUSTOMR\""),
      ("advance: 31", "invalid-value \"31\""), ("review: false", "invalid-value \"false\""),
      ("delete: {}", "missing-key \"{}\""),
      ("then: { bc: { Customer: [{ Name: A }] } }", "missing-key \"{ Name: A }\""),
      (
        "fail: { side: bc, table: Contact, record: c1, with: no }", "unknown-record \"c1\""
      ),
    ])
  func aMistakeInAStepIsOneFindingAtItsPlace(step: String, mark: String) {
    #expect(ScenarioSample.when(step).marks == [mark])
  }

  @Test(
    arguments: [
      ("bc: { Custmer: [] }", "unknown-table \"Custmer\""),
      ("sales: { Customer: [] }", "unknown-table \"Customer\""),
      ("bc: { Customer: [{ Name: A }] }", "missing-key \"{ Name: A }\""),
      ("bc: { Contact: [{ $id: c1 }] }", "unknown-record \"c1\""),
      ("count: { bc: { Customer: -1 } }", "invalid-value \"-1\""),
      (
        "jobs: [{ mapping: CUSTOMER, direction: merge }]", "invalid-value \"merge\""
      ),
      ("errors: [{ bc: c1 }]", "missing-key \"{ bc: c1 }\""),
      ("reviews: []", "unknown-key \"reviews\""),
    ])
  func aMistakeInAnExpectationIsOneFindingAtItsPlace(expectation: String, mark: String) {
    #expect(ScenarioSample.then(expectation).marks == [mark])
  }

  @Test(
    arguments: [
      ("statecode: Active, statuscode: In Progress", nil),
      ("statuscode: Active/In Progress", nil),
      ("statuscode: Open", nil),
      ("statuscode: In Progress", "unknown-option \"In Progress\""),
      ("statecode: Active, statuscode: Draft/In Progess", "unknown-option \"Draft/In Progess\""),
    ] as [(String, String?)])
  func aStatusBelongsToItsState(fields: String, mark: String?) {
    let sample = ScenarioSample.when("create: { sales: { quote: [{ $id: q1, \(fields) }] } }")
    #expect(sample.marks == (mark.map { [$0] } ?? []))
  }

  @Test func namesAreUniqueOverBothSides() {
    let sample = ScenarioSample(
      """
      scenario: one name for two records
      given:
        bc: { Customer: [{ $id: x, Name: A }] }
        sales: { account: [{ $id: x, name: A }] }
      then: { errors: [] }
      """)
    #expect(sample.marks == ["invalid-value \"x\""])
  }

  @Test func aRecordIsSpokenOfFromItsStepOn() {
    let sample = ScenarioSample(
      ScenarioSample.given + """
        when:
          - delete: { sales: a2 }
          - create: { sales: { account: [{ $id: a2, name: B }] } }
          - delete: { sales: a2 }
          - delete: { sales: n1 }
        then: { sales: { account: [{ $new: n1, name: C }] } }
        """)
    #expect(sample.marks == ["unknown-record \"a2\"", "unknown-record \"n1\""])
  }

  @Test func whatMustBeNewByNowIsSpokenOfFromThereOn() {
    let sample = ScenarioSample(
      ScenarioSample.given + """
        when:
          - delete: { sales: n1 }
          - then: { sales: { account: [{ $new: n1, name: C }] } }
          - delete: { sales: n1 }
          - { then: { errors: [] }, fails: no }
        then: { sales: { account: [{ $id: n1, name: C }] } }
        """)
    #expect(sample.marks == ["unknown-record \"n1\"", "invalid-value \"{ errors: [] }\""])
  }

  @Test func allProblemsAreFoundAtOnce() {
    let sample = ScenarioSample(
      """
      given: { bc: { Customer: [{ $id: c1, Nam: A }] } }
      when: [{ delete: { bc: c2 } }]
      then: { count: { coupled: { CUSTOMR: 1 } } }
      """)
    #expect(
      sample.marks == [
        "missing-key \"given\"", "unknown-field \"Nam\"", "unknown-record \"c2\"",
        "unknown-mapping \"CUSTOMR\"",
      ])
  }
}
