import DefaultMappings
import MapRuntime
import MapSetup
import Testing

@Suite struct PolicyTests {
  /// The policy of CUSTOMER under what a setup says of it.
  private static func customer(_ policies: String) throws -> MappingPolicy {
    try policy("CUSTOMER", policies)
  }

  private static func policy(_ name: String, _ policies: String) throws -> MappingPolicy {
    let sample = SetupSample.mapping(name, policies)
    #expect(sample.marks == [])
    let setup = try #require(sample.output.setup)
    let mappings = Program.mappings(setup.features)
    return try #require(setup.policies(for: mappings).first { $0.name == name })
  }

  @Test func anOverrideIsMergedKeyByKey() throws {
    let policy = try Self.customer(
      "conflict: { update: sales-wins, by: field }, schedule: { every: 10m }, create: { to-bc: false }"
    )
    #expect(policy.conflict.update == .salesWins)
    #expect(policy.conflict.by == .field)
    #expect(policy.conflict.delete == .refuse)
    #expect(policy.every == 600)
    #expect(policy.sleep == 43_200)
    #expect(policy.creates == [.toSales])
    #expect(policy.match?.groups.count == 2)
  }

  @Test func aMappingCanBeSwitchedOff() throws {
    #expect(try !Self.customer("enabled: false").isEnabled)
    #expect(try Self.customer("schedule: none").every == nil)
  }

  @Test func aFilterReplacesThatOfItsSide() throws {
    let policy = try Self.customer("filter: { bc: { Blocked: [' ', Ship] } }")
    let condition = try #require(policy.filters[.bc])
    #expect(
      condition.clauses == [
        RowCondition.Clause(
          "Blocked",
          .anyOf([.equals(.option(OptionValue(0))), .equals(.option(OptionValue(1)))]))
      ])
    #expect(policy.filters[.sales] == nil)
  }

  @Test(arguments: [("Draft/In Progress", Int32(1)), ("Active/In Progress", 2), ("Open", 3)])
  func aStatusIsNamedWithItsState(name: String, number: Int32) throws {
    let policy = try Self.policy("QUOTE", "filter: { sales: { statuscode: \(name) } }")
    #expect(
      policy.filters[.sales]?.clauses == [
        RowCondition.Clause("statuscode", .equals(.option(OptionValue(number))))
      ])
  }

  @Test func aStatusOfTwoStatesAsksOfWhich() {
    let sample = SetupSample.mapping("QUOTE", "filter: { sales: { statuscode: In Progress } }")
    #expect(sample.marks == ["unknown-option \"In Progress\""])
    #expect(
      sample.help == ["name the state too: 'Draft/In Progress' or 'Active/In Progress'"])
  }

  @Test func groupsToMatchAreThoseOfTheMappingOrPairs() throws {
    let policy = try Self.customer(
      "match: { groups: [[name], [{ bc: E-Mail, sales: emailaddress1 }]] }")
    #expect(policy.match?.groups.map { $0.map(\.bc) } == [["Name"], ["E-Mail"]])
    let wrong = SetupSample.mapping("CUSTOMER", "match: { groups: [[telephone1]] }")
    #expect(wrong.marks == ["unknown-field \"telephone1\""])
  }

  @Test func aReferenceIsMatchedByOnlyWhereTheMappingDoes() throws {
    let pair = "{ bc: Currency Code, sales: transactioncurrencyid }"
    let wrong = SetupSample.mapping("CUSTOMER", "match: { groups: [[\(pair), name]] }")
    #expect(wrong.marks == ["match-not-comparable \"\(pair)\""])
    let line = SetupSample.mapping(
      "PLLINE-PRODPRICE", "match: { groups: [[{ bc: Asset No., sales: productid }]] }")
    #expect(line.marks == [])
  }

  @Test func namesAndValuesAreThoseOfTheTables() {
    let sample = SetupSample.mapping(
      "CUSTOMER",
      "filter: { bc: { Blockd: ' ', Name: { likes: 'A*' } }, sales: { statecode: Activ } }, "
        + "templates: [{ to: sales, set: { customertypecode: Client } }]")
    #expect(
      sample.marks == [
        "unknown-field \"Blockd\"", "unknown-key \"likes\"", "unknown-option \"Activ\"",
        "unknown-option \"Client\"",
      ])
  }

  @Test func aFieldThatNoMappingUsesIsNotRead() {
    let sample = SetupSample.mapping("CUSTOMER", "filter: { bc: { Name 2: A } }")
    #expect(sample.marks == ["unknown-field \"Name 2\""])
    #expect(sample.help == ["name it in a mapping's file, and generate again"])
  }

  @Test func fieldMapsNeverChange() {
    let sample = SetupSample.mapping("CUSTOMER", "fields: []")
    #expect(sample.marks == ["unknown-key \"fields\""])
    #expect(sample.help.first?.contains("valid there, not here") == true)
  }

  @Test(
    arguments: [
      ("CUSTOMER", "scope: all, create: { to-sales: false, to-bc: false }", "all"),
      (
        "CUSTOMER", "match: { unmatched: create }, create: { to-sales: false }", "create"
      ),
      ("SALESPEOPLE", "create: { to-sales: true }", "true"),
    ])
  func whatCannotBeTogetherIsAFinding(mapping: String, policies: String, mark: String) {
    #expect(SetupSample.mapping(mapping, policies).marks == ["direction-conflict \"\(mark)\""])
  }

  @Test func aRecordWithoutItsPartnerIsNotCreatedAgainInSilence() {
    let sample = SetupSample.mapping("CUSTOMER", "scope: all, conflict: { delete: uncouple }")
    #expect(sample.marks == ["created-again \"uncouple\""])
    #expect(SetupSample.mapping("CUSTOMER", "conflict: { delete: uncouple }").marks == [])
  }

  @Test func aSleepMayGoOnWhateverChanges() throws {
    let policy = try Self.customer("schedule: { wake: false }")
    #expect(!policy.isWoken && policy.every == 1800 && policy.sleep == 43_200)
  }

  @Test func aSettingStandsInACondition() throws {
    let text = "settings: { freight-account: '10000' }\n"
    let sample = SetupSample(
      text + "mappings: { CUSTOMER: { filter: { bc: { Salesperson Code: $freight-account } } } }")
    #expect(sample.marks == [])
    let unset = SetupSample.mapping(
      "CUSTOMER", "filter: { bc: { Salesperson Code: $freight-account, Name: $today } }")
    #expect(unset.marks == ["invalid-value \"$freight-account\"", "invalid-value \"$today\""])
  }

  @Test func aTemplateAsksOfItsSource() {
    let sample = SetupSample.mapping(
      "CUSTOMER",
      "templates: [{ to: sales, when: { sales: { name: A } }, set: { name: B } }]")
    #expect(sample.marks == ["invalid-value \"{ name: A }\""])
  }
}
