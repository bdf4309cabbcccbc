import MapRuntime
import MapScenario
import MapSync
import Testing

@Suite struct ComparisonTests {
  private static func then(_ text: String) throws -> ScenarioExpectation {
    let sample = ScenarioSample.then(text)
    #expect(sample.marks == [])
    return try #require(sample.output.scenario).then
  }

  @Test func aFieldIsComparedInItsType() throws {
    let then = try Self.then(
      "bc: { Customer: [{ $id: c1, No.: abc, Name: Adatum, Blocked: All }] }")
    var found = ScenarioFound()
    found.records["c1"] = [
      .value(.text("ABC")), .value(.text("Adatum Ltd")), .value(.option(OptionValue(0))),
    ]
    #expect(
      ScenarioComparison.differences(then, found) == [
        ScenarioDifference(
          at: "then.bc.Customer.c1.Name", expected: "Adatum", found: "Adatum Ltd"),
        ScenarioDifference(at: "then.bc.Customer.c1.Blocked", expected: "All", found: " "),
      ])
  }

  @Test func aRecordThatIsGoneIsOneDifference() throws {
    let then = try Self.then("bc: { Customer: [{ $id: c1, Name: Adatum, Blocked: All }] }")
    #expect(
      ScenarioComparison.differences(then, ScenarioFound()) == [
        ScenarioDifference(at: "then.bc.Customer.c1", expected: "a record", found: nil)
      ])
  }

  @Test func nullMustBeEmpty() throws {
    let then = try Self.then("bc: { Customer: [{ $id: c1, Name: null }] }")
    var found = ScenarioFound()
    found.records["c1"] = [.value(.text("A"))]
    #expect(ScenarioComparison.differences(then, found).map(\.expected) == ["null"])
    found.records["c1"] = [.value(.text(""))]
    #expect(ScenarioComparison.differences(then, found) == [])
  }

  @Test func couplingsCountsJobsAndReviewsAreCompared() throws {
    let then = try Self.then(
      "coupled: [{ mapping: CUSTOMER, bc: c1, sales: a1, skipped: true }], "
        + "count: { bc: { Customer: 1 }, coupled: { CUSTOMER: 2 } }, "
        + "jobs: [{ mapping: CUSTOMER, direction: to-bc, modified: 1, failed: 0 }], "
        + "review: [{ mapping: CUSTOMER, recommend: full }]")
    var found = ScenarioFound()
    found.couplings["CUSTOMER"] = [ScenarioFound.Coupling(bc: "c1", sales: "a1")]
    found.counts = [3]
    found.jobs[ExpectedJob.Subject("CUSTOMER", .toBC)] = JobCounters()
    found.review["CUSTOMER"] = .couple
    #expect(
      ScenarioComparison.differences(then, found) == [
        ScenarioDifference(
          at: "then.coupled.CUSTOMER.c1.skipped", expected: "true", found: "false"),
        ScenarioDifference(at: "then.count.bc.Customer", expected: "1", found: "3"),
        ScenarioDifference(at: "then.count.coupled.CUSTOMER", expected: "2", found: "1"),
        ScenarioDifference(at: "then.jobs.CUSTOMER.to-bc.modified", expected: "1", found: "0"),
        ScenarioDifference(at: "then.review.CUSTOMER", expected: "full", found: "couple"),
      ])
  }

  @Test func everyErrorIsExpectedAndNoOtherThere() throws {
    let then = try Self.then(
      "errors: [{ mapping: CUSTOMER }, { mapping: CUSTOMER, bc: c1, contains: deleted }]")
    var found = ScenarioFound()
    // The second one is taken by the expectation that asks for it, not by the general one.
    found.failures = [
      ScenarioFound.Failure(mapping: "CUSTOMER", bc: "c1", message: "the account is deleted"),
      ScenarioFound.Failure(mapping: "CUSTOMER", bc: "c2", message: "no name"),
    ]
    #expect(ScenarioComparison.differences(then, found) == [])
    found.failures.append(
      ScenarioFound.Failure(mapping: "CONTACT", sales: "p1", message: "no name"))
    #expect(
      ScenarioComparison.differences(then, found) == [
        ScenarioDifference(at: "then.errors", expected: nil, found: "CONTACT p1: no name")
      ])
  }

  @Test func theReportHasTheShapeOfTheLanguage() {
    let report = ScenarioReport([
      ScenarioReport.Result(
        file: "a.yaml", scenario: "a",
        differences: [ScenarioDifference(at: "then.x", expected: "1", found: nil)])
    ])
    #expect(
      report.json
        == #"{"scenarios":[{"differences":[{"at":"then.x","expected":"1","found":null}],"#
        + #""file":"a.yaml","ok":false,"scenario":"a"}],"version":1}"# + "\n")
    #expect(report.exitCode == 1)
    #expect(report.text.contains("FAIL a.yaml: a\n       then.x\n"))
  }
}
