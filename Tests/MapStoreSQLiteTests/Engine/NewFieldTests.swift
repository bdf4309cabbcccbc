import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

/// A two-way field that was mapped only after its records were coupled: nobody has agreed on it yet
/// (R D-25; docs/language.md#when-a-mapping-has-changed).
@Suite("A two-way field that is mapped later is nobody's loss")
struct NewFieldTests {
  @Test(
    "what one side has goes over, whoever wins a conflict",
    arguments: UpdateConflict.allCases, ConflictUnit.allCases)
  func oneSided(_ update: UpdateConflict, _ unit: ConflictUnit) async throws {
    for (bc, sales) in [("100", ""), ("", "200")] {
      let world = try await OlderWorkshop(
        bcPhone: bc, salesPhone: sales, update: update, by: unit)
      #expect(try await world.bringUpToDate(world.now).failed == 0)
      #expect(try world.phones() == [bc + sales, bc + sales])
      #expect(try await world.older(world.now) == 0)
      #expect(try await world.synchronize(world.now).didSomething == false)
    }
  }

  @Test(
    "what both have is in conflict: the mapping says who wins",
    arguments: [
      (UpdateConflict.refuse, ["100", "200"]), (.bcWins, ["100", "100"]),
      (.salesWins, ["200", "200"]),
    ], ConflictUnit.allCases)
  func bothSides(_ outcome: (UpdateConflict, [String]), _ unit: ConflictUnit) async throws {
    let world = try await OlderWorkshop(
      bcPhone: "100", salesPhone: "200", update: outcome.0, by: unit)
    let failed = try await world.bringUpToDate(world.now).failed
    #expect(try world.phones() == outcome.1)
    #expect((failed > 0) == (outcome.0 == .refuse))
    #expect(try await world.older(world.now) == (outcome.0 == .refuse ? 1 : 0))
  }

  @Test("a refused one names the field and what each side has, and a person's word settles it")
  func chosen() async throws {
    let world = try await OlderWorkshop(bcPhone: "100", salesPhone: "200", by: .field)
    try await world.bringUpToDate(world.now)
    let failures = try await world.workshop.failures("CUSTOMER")
    #expect(failures.count == 1)
    #expect(failures.allSatisfy { $0.contains("'Phone No.' is '100'") && $0.contains("'200'") })
    #expect(failures.allSatisfy { $0.contains("was never in step") })
    let mapping = try world.mapping(world.now)
    _ = try await Synchronizer(world.now).run(mapping, .toBC, .now, ids: [world.account])
    #expect(try world.phones() == ["200", "200"])
    try await world.bringUpToDate(world.now)
    #expect(try await world.older(world.now) == 0)
  }

  @Test("an edit of another field does not write nothing over what the other side has")
  func edited() async throws {
    let world = try await OlderWorkshop(salesPhone: "200", by: .field)
    for city in ["Leeds", "York"] {
      try world.edit(bc: ["City": city])
      try await world.synchronize(world.now)
      let account = try world.workshop.sales.record("account", world.account)
      #expect(account?["address1_city"] == .text(city))
      #expect(try world.phones() == ["-", "200"])
    }
    try await world.bringUpToDate(world.now)
    #expect(try world.phones() == ["200", "200"])
  }

  @Test("fields that were mapped before are known as they were: an edit of each side travels")
  func knownFields() async throws {
    let world = try await OlderWorkshop(by: .field)
    try world.edit(bc: ["City": "Leeds"])
    try world.edit(sales: ["websiteurl": "adatum.example"])
    #expect(try await world.synchronize(world.now).failed == 0)
    let account = try world.workshop.sales.record("account", world.account)
    let customer = try world.workshop.bc.record(
      "Customer", world.customer, company: world.workshop.company)
    #expect(account?["address1_city"] == .text("Leeds"))
    #expect(customer?["Home Page"] == .text("adatum.example"))
  }
}
