import DefaultMappings
import MapRuntime
import MapSetup
import Testing

@Suite struct SetupTests {
  @Test func whatIsNotSaidIsTheEmbeddedPair() throws {
    let setup = try #require(SetupSample("durability: full").output.setup)
    #expect(setup.company == "CRONUS")
    #expect(setup.bc == .embedded(path: "data/bc.sqlite"))
    #expect(setup.sales == .embedded(path: "data/sales.sqlite"))
    #expect(setup.state == "data/state.sqlite")
    #expect(setup.durability == .full)
    for name in ["auto-create-sales-orders", "auto-process-quotes", "auto-send-invoices"] {
      #expect(setup.settings[name] == .boolean(false))
    }
  }

  @Test func historyIsKeptForAYearUnlessSaid() throws {
    #expect(try #require(SetupSample("company: CRONUS").output.setup).history == 365 * 86_400)
    #expect(try #require(SetupSample("history: 30d").output.setup).history == 30 * 86_400)
    #expect(SetupSample("history: 12h").marks == ["invalid-value \"12h\""])
    #expect(SetupSample("history: long").marks == ["invalid-value \"long\""])
  }

  @Test func theFirstOfEachChoiceIsOnUnlessNamed() throws {
    let setup = try #require(SetupSample("features: [both-way-orders]").output.setup)
    #expect(
      setup.features == ["person-ownership", "unit-groups", "price-lists", "both-way-orders"])
  }

  @Test func allProblemsAreFoundAtOnce() {
    let sample = SetupSample(
      """
      compny: CRONUS
      durability: often
      features: [team-ownership, person-ownership, no-ordres]
      settings: { auto-create-sales-orders: perhaps, freight-acount: '1', nothing: 1 }
      mappings:
        CUSTMER: { scope: all }
        NOTHING-LIKE-IT: { scope: all }
      """)
    #expect(
      sample.marks == [
        "unknown-key \"compny\"", "invalid-value \"often\"", "invalid-value \"person-ownership\"",
        "unknown-feature \"no-ordres\"", "invalid-value \"perhaps\"",
        "unknown-setting \"freight-acount\"", "unknown-setting \"nothing\"",
        "unknown-mapping \"CUSTMER\"", "unknown-mapping \"NOTHING-LIKE-IT\"",
      ])
    #expect(sample.output.setup == nil)
  }

  @Test func aMappingThatIsOffSaysSo() {
    let sample = SetupSample("features: no-orders\nmappings: { ORDER: { scope: all } }")
    #expect(sample.marks == ["unknown-mapping \"ORDER\""])
    #expect(sample.output.findings.first?.message.contains("under these features") == true)
  }

  @Test func anOptionSettingTakesOneOfItsValues() throws {
    let sample = SetupSample("settings: { write-in-product-type: Itme }")
    #expect(sample.marks == ["unknown-option \"Itme\""])
    let setup = try #require(
      SetupSample("settings: { write-in-product-type: Resource }").output.setup)
    #expect(setup.settings["write-in-product-type"]?.option != nil)
  }

  @Test func aSettingHoldsNoMoreThanItsType() {
    let long = String(repeating: "9", count: 21)
    let sample = SetupSample("settings: { freight-account: '\(long)' }")
    #expect(sample.marks == ["text-truncation \"'\(long)'\""])
    #expect(SetupSample("settings: { freight-account: '\(long.dropFirst())' }").marks == [])
  }

  @Test func anEmptyFileIsAFinding() {
    #expect(SetupSample("").marks == ["missing-key \"\""])
  }

  @Test func systemsAndStateAreThreeFiles() {
    let sample = SetupSample("systems: { bc: { embedded: data/state.sqlite } }")
    #expect(sample.marks == ["invalid-value \"data/state.sqlite\""])
    let both = SetupSample("systems: { bc: { embedded: a }, sales: { embedded: a } }")
    #expect(both.marks == ["invalid-value \"a\""])
  }
}
