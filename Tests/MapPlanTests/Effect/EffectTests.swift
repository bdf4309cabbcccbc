import MapPlan
import MapRuntime
import Testing

/// When a mapping does something else with the records that it has coupled
/// (docs/language.md#when-a-mapping-has-changed).
@Suite("What a mapping does, as a digest")
struct EffectTests {
  private static let mapping = """
    description: Customers.
    direction: both
    filter: { bc: { Blocked: ' ' }, sales: { statecode: Active } }
    create: { to-sales: true }
    templates: [{ to: sales, set: { owner: somebody } }]
    schedule: { every: 30m }
    refuse: [{ when: { bc: { Visits: { above: 5 } } }, because: too many }]
    fields:
      - { bc: Name, sales: name, too-long: cut }
      - { bc: Amount, sales: amount, direction: to-sales }
      - { bc: Currency Code, sales: currency, through: CURRENCY, uncoupled: wait }
      - { bc: Blocked, sales: kind, direction: to-sales, values: { ' ': Plain, Ship: Fancy }, otherwise: keep }
      - { bc: Visits, sales: visits }
      - { sales: owner, direction: to-sales, constant: me, enabled: false }

    """

  private func effects(
    _ mapping: String, inTeams: Bool = false
  ) throws -> [Direction: MappingEffect] {
    let project = try SmallProject(mapping)
    let checked = project.program.checked
    let program = try #require(
      project.program.mappings.filter { $0.name == "CUSTOMER" }.dropFirst(inTeams ? 1 : 0).first)
    var effects: [Direction: MappingEffect] = [:]
    for direction in Direction.allCases {
      effects[direction] = program.effect(direction, in: checked)
    }
    return effects
  }

  /// In which directions the mapping does something else after a change.
  private func changed(_ from: String, _ to: String) throws -> Set<Direction> {
    #expect(Self.mapping.contains(from), "\(from)")
    let before = try effects(Self.mapping)
    let after = try effects(Self.mapping.replacing(from, with: to))
    return Set(Direction.allCases.filter { before[$0] != after[$0] })
  }

  @Test(
    "is the same whatever does not reach a coupled record",
    arguments: [
      ("description: Customers.", "description: People who buy.  # and a comment"),
      ("every: 30m", "every: 10m, sleep: 2h"),
      ("create: { to-sales: true }", "create: { to-sales: true, to-bc: true }"),
      ("owner: somebody", "owner: somebody else"),
      ("because: too many", "because: nobody visits that often"),
      ("{ ' ': Plain, Ship: Fancy }", "{ Ship: Fancy, ' ': Plain }"),
      ("{ bc: Name, sales: name, too-long: cut }", "{ too-long: cut, sales: name, bc: Name }"),
      ("fields:\\n", "conflict: { update: bc-wins, by: field }\\nfields:\\n"),
      ("fields:\\n", "match: { groups: [[name]] }\\nfields:\\n"),
      (
        "fields:\\n",
        "tests: [{ name: a, direction: to-sales, bc: { Name: A }, sales: { name: A } }]\\nfields:\\n"
      ),
      // Moved to the end.
      (
        "- { bc: Visits, sales: visits }\\n",
        "- { bc: Is Closed, sales: isclosed, enabled: false }\\n  - { bc: Visits, sales: visits }\\n"
      ),
    ])
  func same(_ from: String, _ to: String) throws {
    #expect(
      try changed(from.replacing("\\n", with: "\n"), to.replacing("\\n", with: "\n")) == [])
  }

  @Test("is the same in another order of field maps")
  func order() throws {
    let visits = "  - { bc: Visits, sales: visits }\n"
    let moved = Self.mapping.replacing(visits, with: "")
      .replacing("fields:\n", with: "fields:\n" + visits)
    #expect(try effects(moved) == effects(Self.mapping))
  }

  @Test(
    "is another one in the direction that is touched, and in no other",
    arguments: [
      ("sales: amount,", "sales: amount, transform: { multiply: 2 },", [Direction.toSales]),
      ("enabled: false", "enabled: true", [.toSales]),
      ("constant: me, enabled: false", "constant: you", [.toSales]),
      ("Ship: Fancy", "Ship: Rare", [.toSales]),
      ("otherwise: keep", "otherwise: Rare", [.toSales]),
      ("statecode: Active", "statecode: Inactive", [.toBC]),
      ("{ Blocked: ' ' }", "{ Blocked: Ship }", [.toSales]),
      ("above: 5", "above: 6", [.toSales, .toBC]),
      ("sales: visits", "sales: visits, direction: to-sales", [.toSales, .toBC]),
      ("too-long: cut", "too-long: keep", [.toSales, .toBC]),
      ("uncoupled: wait", "uncoupled: clear", [.toSales, .toBC]),
      ("sales: currency,", "sales: currency, empty: keep,", [.toSales, .toBC]),
      (
        "- { bc: Visits",
        "- { bc: Short Name, sales: owner, direction: to-sales }\\n  - { bc: Visits", [.toSales]
      ),
      (
        "- { bc: Visits",
        "- { bc: Is Closed, sales: isclosed, direction: to-bc }\\n  - { bc: Visits", [.toBC]
      ),
    ])
  func touched(_ from: String, _ to: String, _ directions: [Direction]) throws {
    #expect(try changed(from, to.replacing("\\n", with: "\n")) == Set(directions))
  }

  @Test("a direction that is gone does nothing")
  func gone() throws {
    let effects = try effects(
      """
      direction: to-sales
      fields: [{ bc: Name, sales: name }]
      """)
    #expect(effects[.toSales] != nil)
    #expect(effects[.toBC] == nil)
  }

  @Test("is that of the features that are on")
  func features() throws {
    let mapping = """
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { bc: Visits, sales: visits, if: teams }
      """
    #expect(try effects(mapping) != effects(mapping, inTeams: true))
    #expect(
      try effects(mapping)
        == effects("direction: to-sales\nfields: [{ bc: Name, sales: name }]"))
  }

  @Test("names the settings whose values it writes")
  func settings() throws {
    let effects = try effects(
      """
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { sales: kind, constant: $kind-of-account }
      """)
    #expect(effects[.toSales]?.settings == ["kind-of-account"])
  }

  @Test("stays what it is from one program to the next: states keep it for years")
  func pinned() throws {
    let effects = try effects(Self.mapping)
    #expect(effects[.toSales]?.writes.bits == 2_408_092_563_086_835_270)
    #expect(effects[.toBC]?.writes.bits == 1_559_053_293_736_654_233)
  }
}
