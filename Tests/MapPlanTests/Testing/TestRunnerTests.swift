import MapPlan
import MapSource
import Testing

@Suite("Tests in mapping files")
struct TestRunnerTests {
  @Test("a record that comes out as expected passes")
  func passes() throws {
    let problem = try SmallProject.problem(
      """
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { bc: Currency Code, sales: currency, through: CURRENCY }
      tests:
        - name: a customer
          coupled: [{ mapping: CURRENCY, bc: eur, sales: c1 }]
          bc: { No.: '1', Name: Adatum, Currency Code: EUR }
          sales: { name: Adatum, currency: c1, kind: null, owner: nobody }
      """)
    #expect(problem == nil)
  }

  @Test("a field that differs is told with its rule, and a test that fails is a finding there")
  func differs() throws {
    let project = try SmallProject(
      """
      direction: to-sales
      fields:
        - { bc: Name, sales: name, transform: uppercase }
      tests:
        - { name: a customer, bc: { Name: Adatum }, sales: { name: Adatum, amount: 1 } }
      """)
    let result = try #require(try project.results().first)
    #expect(result.differences.map(\.field) == ["name", "amount"])
    #expect(result.differences.map(\.found) == ["ADATUM", ""])
    #expect(result.differences[0].writer?.name == "Name – name")
    #expect(result.differences[1].writer == nil)
    let finding = try #require(result.finding)
    #expect(finding.name == "test-failed")
    #expect(finding.span == result.test.name.span)
    #expect(
      finding.notes.map(\.message) == [
        "'name' is 'ADATUM', not 'Adatum' (written)",
        "'amount' is empty, not '1': nothing writes it",
      ])
  }

  @Test(
    "a refusal counts only by the key that the test names",
    arguments: [
      ("empty", nil), ("too-long", "'too-long' was to refuse it, but it was refused by 'empty'"),
    ])
  func fails(key: String, problem: String?) throws {
    let found = try SmallProject.problem(
      """
      direction: to-sales
      fields:
        - { bc: Name, sales: name, empty: refuse }
      tests:
        - { name: a customer without a name, bc: { No.: '1' }, fails: \(key) }
      """)
    #expect(found == problem)
  }

  @Test("a record that is held waits, and counts as one whose reference is uncoupled")
  func held() throws {
    func problem(_ uncoupled: String, _ key: String) throws -> String? {
      try SmallProject.problem(
        """
        direction: to-sales
        fields:
          - { bc: Currency Code, sales: currency, through: CURRENCY, uncoupled: \(uncoupled) }
        tests:
          - { name: a customer, bc: { Currency Code: EUR }, fails: \(key) }
        """)
    }
    #expect(try problem("wait", "uncoupled") == nil)
    #expect(try problem("wait", "wait") == nil)
    #expect(try problem("refuse", "uncoupled") == nil)
    #expect(
      try problem("refuse", "wait") == "it was to wait, but it was refused by 'uncoupled'")
    #expect(try problem("clear", "wait") == "nothing held it")
  }

  @Test("a record outside the filter is not converted, unless it is followed")
  func filter() throws {
    func problem(_ more: String) throws -> String? {
      try SmallProject.problem(
        """
        direction: to-sales
        filter: { bc: { Blocked: ' ' } }
        \(more)
        fields:
          - { bc: Name, sales: name }
        tests:
          - { name: blocked, bc: { Name: A, Blocked: All }, before: { name: B }, sales: { name: A } }
        """)
    }
    #expect(
      try problem("schedule: none")
        == "it is outside the mapping's filter: Blocked is 'All', and must be ' '")
    #expect(try problem("outside-filter: follow") == nil)
  }

  @Test("states that are not taken in refuse", arguments: ["ignore", "refuse", "state-only"])
  func states(rule: String) throws {
    let problem = try SmallProject.problem(
      """
      direction: to-bc
      states: { Active: take-in, Inactive: \(rule) }
      fields:
        - { bc: Name, sales: name, too-long: cut }
      tests:
        - { name: an inactive account, sales: { name: A, statecode: Inactive }, fails: states }
      """)
    #expect(problem == nil)
  }

  @Test(
    "'refuse' asks for related records",
    arguments: [
      ("related: { other: { code: EUR } }\n    fails: refuse", nil),
      ("sales: { name: A }", nil),
      (
        "related: { other: { code: EUR } }\n    sales: { name: A }",
        "it was refused: there is one"
      ),
    ])
  func refuse(expectation: String, problem: String?) throws {
    let found = try SmallProject.problem(
      """
      direction: to-sales
      related: { other: { sales: currency, where: { code: Currency Code } } }
      refuse: [{ when: { other: exists }, because: there is one }]
      fields:
        - { bc: Name, sales: name }
      tests:
        - name: a customer
          bc: { Name: A }
      \("    " + expectation)
      """)
    #expect(found == problem)
  }

  @Test("functions answer for computed fields, in the field's type")
  func computed() throws {
    let problem = try SmallProject.problem(
      """
      direction: to-sales
      fields:
        - { bc: Total, sales: amount }
      tests:
        - { name: a total, functions: { total: 12.5 }, bc: { No.: '1' }, sales: { amount: 12.50 } }
      """)
    #expect(problem == nil)
  }

  @Test("a test runs where its mapping exists, without naming its features")
  func features() throws {
    let results = try SmallProject(
      """
      if: teams
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
      tests:
        - { name: a team's customer, bc: { Name: A }, sales: { name: A } }
      """
    ).results()
    #expect(results.map(\.features) == [["teams"]])
    #expect(results.map(\.hasPassed) == [true])
  }
}
