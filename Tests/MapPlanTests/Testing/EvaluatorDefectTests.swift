import MapPlan
import Testing

/// Defects that the shipped tests brought to light.
@Suite("What the evaluator once got wrong")
struct EvaluatorDefectTests {
  @Test(
    "of several values that mean one, the stored one stays",
    arguments: [
      ("Fancy", "Fancy"), ("Rare", "Rare"), ("Plain", "Fancy"),
    ])
  func values(before: String, after: String) throws {
    let problem = try SmallProject.problem(
      """
      fields:
        - { bc: Is Closed, sales: kind, values: { 'false': Plain, 'true': [Fancy, Rare] }, empty: keep }
      tests:
        - name: closed
          direction: to-sales
          before: { kind: \(before) }
          bc: { Is Closed: true }
          sales: { kind: \(after) }
      """)
    #expect(problem == nil)
  }

  @Test("an empty reference takes the field that stands in for it")
  func standIn() throws {
    let problem = try SmallProject.problem(
      """
      direction: to-sales
      fields:
        - { bc: Currency Code, sales: currency, through: CURRENCY, empty: { use: Home Currency } }
      tests:
        - name: no currency of its own
          coupled: [{ mapping: CURRENCY, bc: EUR, sales: c1 }]
          bc: { Home Currency: EUR }
          sales: { currency: c1 }
      """)
    #expect(problem == nil)
  }

  @Test("a stored text comes back compared with the source itself, not with what is written")
  func wayBackOfTransforms() throws {
    let problem = try SmallProject.problem(
      """
      fields:
        - { bc: Name, sales: name, transform: { prefix: 'BC ' }, too-long: cut }
      tests:
        - name: a text that was cut on arrival
          direction: to-sales
          before: { name: BC Adatum and Company }
          bc: { Name: Adatum and }
          sales: { name: BC Adatum and Company }
      """)
    #expect(problem == nil)
  }

  @Test("a made key is written once")
  func generated() throws {
    let problem = try SmallProject.problem(
      """
      direction: to-bc
      fields:
        - { bc: No., generate: 'C{000}' }
      tests:
        - { name: an update, before: { No.: C007 }, sales: { name: A }, bc: { No.: C007 } }
      """)
    #expect(problem == nil)
  }

  @Test("a field that a new record keeps gets its default")
  func keptDefault() throws {
    let problem = try SmallProject.problem(
      """
      direction: to-sales
      fields:
        - { bc: Name, sales: owner, empty: keep }
      tests:
        - { name: new, bc: { No.: '1' }, sales: { owner: nobody } }
      """)
    #expect(problem == nil)
  }

  @Test("an empty source is refused even where the target is empty too")
  func emptyBoth() throws {
    let problem = try SmallProject.problem(
      """
      fields:
        - { bc: Name, sales: name, empty: refuse, too-long: cut }
      tests:
        - { name: nothing, direction: to-sales, before: { kind: Plain }, bc: { No.: '1' }, fails: empty }
      """)
    #expect(problem == nil)
  }

  @Test("an empty source goes by its own rule, though spaces are stored that come back as nothing")
  func emptyBesideSpaces() throws {
    let problem = try SmallProject.problem(
      """
      fields:
        - { bc: Home Currency, sales: name, empty: refuse, too-long: cut }
      tests:
        - { name: nothing, direction: to-sales, before: { name: ' ' }, bc: { No.: '1' }, fails: empty }
      """)
    #expect(problem == nil)
  }

  @Test(
    "what a step leaves nothing of is empty to the rules after it",
    arguments: [
      ("{ bc: Currency Code, sales: name, direction: to-bc, too-long: cut", "'  '"),
      ("{ bc: Name, sales: name, direction: to-bc, too-long: cut, transform: trim", "'  '"),
      (
        "{ bc: Name, sales: name, direction: to-bc, too-long: cut, "
          + "transform: { matches: ['x*', '$0'] }", "abc"
      ),
    ])
  func emptied(field: String, name: String) throws {
    for (answer, outcome) in [
      ("refuse", "fails: empty"), ("keep", "bc: { Name: Old, Currency Code: OLD }"),
    ] {
      let problem = try SmallProject.problem(
        """
        fields:
          - \(field), empty: \(answer) }
        tests:
          - name: nothing left
            direction: to-bc
            before: { Name: Old, Currency Code: OLD }
            sales: { name: \(name) }
            \(outcome)
        """)
      #expect(problem == nil, "\(answer)")
    }
  }

  @Test(
    "nothing in Sales is what BC has where nobody filled it in, so neither side counts as changed",
    arguments: [
      ("{ bc: Is Closed, sales: isclosed }", "Is Closed", "isclosed", "false", "true"),
      ("{ bc: Level, sales: level }", "Level", "level", "Bronze", "Silver"),
      ("{ bc: Level, sales: level, empty: keep }", "Level", "level", "Bronze", "Silver"),
      ("{ bc: Visits, sales: visits }", "Visits", "visits", "0", "7"),
      (
        "{ bc: Visits, sales: visits, transform: { multiply: 2 }, too-precise: round, too-large: refuse }",
        "Visits",
        "visits", "0", "14"
      ),
      ("{ bc: Amount, sales: amount, too-precise: round }", "Amount", "amount", "0", "12.50"),
      (
        "{ bc: Is Closed, sales: kind, values: { 'false': Plain, 'true': [Fancy, Rare] }, empty: clear }",
        "Is Closed", "kind", "false", "Fancy"
      ),
    ])
  func blanks(
    field: String, bc: String, sales: String, blank: String, filled: String
  ) throws {
    let value = filled == "Fancy" ? "true" : filled == "14" ? "7" : filled
    let results = try SmallProject(
      """
      fields:
        - \(field)
      tests:
        - name: nothing stands for the blank
          direction: to-sales
          before: { name: Adatum }
          bc: { \(bc): \(blank) }
          sales: { \(sales): null }
        - name: what is filled in travels
          direction: to-sales
          before: { name: Adatum }
          bc: { \(bc): \(value) }
          sales: { \(sales): \(filled) }
        - name: and so does emptying it
          direction: to-sales
          before: { \(sales): \(filled) }
          bc: { \(bc): \(blank) }
          sales: { \(sales): \(blank == "false" && filled == "Fancy" ? "Plain" : blank) }
        - name: nothing empties BC's field to its blank
          direction: to-bc
          before: { \(bc): \(blank) }
          sales: { name: Adatum }
          bc: { \(bc): \(blank) }
      """
    ).results()
    for result in results {
      #expect(result.hasPassed, "\(result.test.name.value): \(result.differences)")
    }
  }

  @Test("a new record gets the blank, and what `empty` refuses is no blank")
  func blankOfNew() throws {
    let results = try SmallProject(
      """
      fields:
        - { bc: Is Closed, sales: isclosed }
        - { bc: Visits, sales: visits, empty: refuse }
      tests:
        - { name: new, direction: to-sales, bc: { No.: '1' }, sales: { isclosed: false, visits: 0 } }
        - name: filled
          direction: to-sales
          before: { name: Adatum }
          bc: { No.: '1' }
          sales: { isclosed: null, visits: 0 }
      """
    ).results()
    #expect(results.map(\.hasPassed) == [true, true])
  }

  @Test(
    "a setting's option is that of the field by name, whatever their numbers",
    arguments: [("Fancy", true), ("Rare", false)])
  func settingByName(kind: String, isRefused: Bool) throws {
    // 'kind-of-account' knows Rare first; the field has Fancy first.
    let problem = try SmallProject.problem(
      """
      direction: to-bc
      refuse: [{ when: { sales: { kind: $kind-of-account } }, because: of that kind }]
      fields:
        - { bc: Name, sales: name, too-long: cut }
      tests:
        - name: one of a kind
          settings: { kind-of-account: Fancy }
          sales: { kind: \(kind), name: Adatum }
          \(isRefused ? "fails: refuse" : "bc: { Name: Adatum }")
      """)
    #expect(problem == nil)
  }
}
