import MapRuntime
import MapScenario
import MapSync
import Testing

@Suite("A scenario in a world that only takes notes")
struct RunningTests {
  private func run(
    _ text: String, _ answers: RecordingWorld.Answers = .init()
  ) async throws -> (world: RecordingWorld, differences: [ScenarioDifference]) {
    let scenario = try #require(ScenarioSample(text).output.scenario)
    let world = RecordingWorld(answers)
    return (world, await ScenarioRunner.run(scenario, in: world))
  }

  @Test("what is given is made first, then each step a second after the one before")
  func order() async throws {
    let (world, differences) = try await run(
      ScenarioSample.given + """
        when:
          - change: { bc: c1, set: { Name: Adatum Ltd } }
          - synchronize: CUSTOMER
          - advance: 31m
          - synchronize-now: { mapping: CUSTOMER, bc: [c1], direction: to-sales }
          - retry: { mapping: CUSTOMER }
          - delete: { sales: a1 }
        then: { errors: [] }
        """)
    #expect(differences == [])
    #expect(
      world.steps == [
        "create Customer 1 Name=Adatum No.=10000",
        "create account 2 name=Adatum statecode=0",
        "assume CUSTOMER Customer 1 account 2 in-step true skipped false",
        "change Customer 1 Name=Adatum Ltd by person",
        "synchronize some([\"CUSTOMER\"])", "synchronize-now CUSTOMER Customer 1 toSales",
        "retry CUSTOMER all", "delete account 2",
      ])
    #expect(world.seconds == 6 + 31 * 60)
  }

  @Test("a step that is refused against its will ends it, with its place and the reason")
  func refused() async throws {
    let (world, differences) = try await run(
      ScenarioSample.given + """
        when:
          - match: CUSTOMER
          - synchronize: CUSTOMER
        then: { errors: [] }
        """, .init(refusals: ["match": "the moon is full"]))
    #expect(
      differences == [
        ScenarioDifference(at: "when[0]", expected: "done", found: "the moon is full")
      ])
    #expect(world.steps.last == "match CUSTOMER")
  }

  @Test("a step that says it fails must fail, and with these words")
  func fails() async throws {
    let text =
      ScenarioSample.given + "when:\n  - { match: CUSTOMER, fails: full }\nthen: { errors: [] }\n"
    let moon = RecordingWorld.Answers(refusals: ["match": "the moon is full"])
    #expect(try await run(text, moon).differences == [])
    #expect(
      try await run(text).differences == [
        ScenarioDifference(at: "when[0]", expected: "… full …", found: "done")
      ])
    let other = RecordingWorld.Answers(refusals: ["match": "no"])
    #expect(
      try await run(text, other).differences == [
        ScenarioDifference(at: "when[0]", expected: "… full …", found: "no")
      ])
  }

  @Test("what cannot be made is said of what is given, and nothing happens")
  func given() async throws {
    let (world, differences) = try await run(
      ScenarioSample.given + "when:\n  - match: CUSTOMER\nthen: { errors: [] }\n",
      .init(refusals: ["assume": "no such pair"]))
    #expect(
      differences == [
        ScenarioDifference(
          at: "given.coupled.CUSTOMER.c1", expected: "done", found: "no such pair")
      ])
    #expect(world.steps.last?.hasPrefix("assume") == true)
  }

  @Test("what a record holds in the end is compared, field by field")
  func then() async throws {
    let (_, differences) = try await run(
      ScenarioSample.given + """
        then:
          bc: { Customer: [{ $id: c1, Name: Adatum Ltd, No.: '10000' }] }
          count: { bc: { Customer: 2 } }
        """, .init(values: ["Name": .text("Adatum"), "No.": .text("10000")]))
    #expect(
      differences == [
        ScenarioDifference(
          at: "then.bc.Customer.c1.Name", expected: "Adatum Ltd", found: "Adatum"),
        ScenarioDifference(at: "then.count.bc.Customer", expected: "2", found: "1"),
      ])
  }

  @Test("what must be true by now is compared between steps, which it takes no time to do")
  func thenAsAStep() async throws {
    let text =
      ScenarioSample.given + """
        when:
          - synchronize: CUSTOMER
          - then:
              bc: { Customer: [{ $id: c1, Name: Adatum Ltd }] }
          - match: CUSTOMER
        then: { errors: [] }
        """
    let (world, differences) = try await run(text, .init(values: ["Name": .text("Adatum")]))
    #expect(
      differences == [
        ScenarioDifference(
          at: "when[1].then.bc.Customer.c1.Name", expected: "Adatum Ltd", found: "Adatum")
      ])
    #expect(world.seconds == 1)
    #expect(world.steps.last == "synchronize some([\"CUSTOMER\"])", "what is not so ends it")
    let (other, none) = try await run(text, .init(values: ["Name": .text("Adatum Ltd")]))
    #expect(none == [])
    #expect(other.steps.last == "match CUSTOMER")
  }

  @Test("records refer to each other whatever their order, and are made in one moment")
  func later() async throws {
    let (world, differences) = try await run(
      """
      scenario: an account and its first contact
      given:
        sales:
          account: [{ $id: a1, name: Adatum, primarycontactid: p1 }]
          contact: [{ $id: p1, lastname: Doe, parentcustomerid: a1 }]
      then: { errors: [] }
      """)
    #expect(differences == [])
    #expect(
      world.steps == [
        "create account 1 name=Adatum primarycontactid=contact 2",
        "create contact 2 lastname=Doe parentcustomerid=account 1",
      ])
  }
}
