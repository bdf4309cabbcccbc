import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

/// Records that a mapping wrote before it was changed (docs/language.md#when-a-mapping-has-changed).
@Suite("What an older mapping wrote is brought up to date")
struct OlderCouplingTests {
  @Test(
    "a new field map makes it older both ways, and nothing is older to the mapping that wrote it")
  func counted() async throws {
    let world = try await OlderWorkshop(bcPhone: "100")
    #expect(try await world.older(world.before) == 0)
    #expect(try await world.older(world.now) == 1)
    let run = try await world.synchronize(world.now)
    #expect(!run.didSomething, "no scheduled run does it")
    #expect(try await world.older(world.now) == 1)
    let counters = try await world.bringUpToDate(world.now)
    #expect(counters.modified == 1)
    #expect(try world.phones() == ["100", "100"])
    #expect(try await world.older(world.now) == 0)
    #expect(try await world.older(world.before) == 1, "the other way round it is older now")
    #expect(try await world.synchronize(world.now).didSomething == false)
  }

  @Test("an equal record is only marked: nobody writes it")
  func equal() async throws {
    let world = try await OlderWorkshop()
    let version = try world.workshop.sales.record("account", world.account)
    let counters = try await world.bringUpToDate(world.now)
    #expect(counters.modified == 0 && counters.unchanged == 2)
    #expect(try world.workshop.sales.record("account", world.account) == version)
    #expect(try await world.older(world.now) == 0)
  }

  @Test("an edit that a run takes along brings its record up to date in that direction")
  func edited() async throws {
    let world = try await OlderWorkshop(bcPhone: "100")
    try world.edit(bc: ["City": "Leeds"])
    #expect(try await world.synchronize(world.now).modified == 1)
    #expect(try world.phones() == ["100", "100"])
    let found = try await world.now.state.couplings(
      world.mapping(world.now).pair, .bc, ids: [world.customer])
    let coupling = try #require(found[0])
    let effects = try await MappingEffects(world.now)
    #expect(try effects.older(world.mapping(world.now), coupling) == [.toBC])
  }

  @Test("an edit of the partner alone comes back first, and then it is brought up to date")
  func returning() async throws {
    let world = try await OlderWorkshop(bcPhone: "100", update: .bcWins)
    try world.edit(sales: ["address1_city": "Leeds"])
    try await world.bringUpToDate(world.now)
    let bc = try world.workshop.bc.record(
      "Customer", world.customer, company: world.workshop.company)
    #expect(bc?["City"] == .text("Leeds"))
    #expect(try world.phones() == ["100", "100"])
    #expect(try await world.older(world.now) == 0)
  }

  @Test("a conflict stays one, and stays older until somebody decides")
  func conflict() async throws {
    let world = try await OlderWorkshop()
    try world.edit(bc: ["City": "Leeds"])
    try world.edit(sales: ["address1_city": "York"])
    #expect(try await world.bringUpToDate(world.now).failed > 0)
    #expect(try await world.older(world.now) == 1)
    let mapping = try world.mapping(world.now)
    _ = try await Synchronizer(world.now).run(mapping, .toSales, .now, ids: [world.customer])
    _ = try await world.bringUpToDate(world.now)
    #expect(try await world.older(world.now) == 0)
  }

  @Test("a record that rests goes on resting, and stays older")
  func resting() async throws {
    let world = try await OlderWorkshop(bcPhone: "100")
    let mapping = try world.mapping(world.now)
    let entry = Entry(
      mapping: "CUSTOMER", direction: .toSales, kind: .skipped, sourceID: world.customer,
      sourceName: "10000", message: "rests", at: Samples.moment(1))
    try await world.now.state.skip(mapping.pair, [entry])
    #expect(try await world.bringUpToDate(world.now).skipped == 2)
    #expect(try world.phones() == ["100", "-"])
    #expect(try await world.older(world.now) == 1)
  }

  @Test("one that the mapping leaves alone by now is as it wants it")
  func outside() async throws {
    let world = try await OlderWorkshop(bcPhone: "100")
    let now = world.now.with { mapping in
      guard mapping.name == "CUSTOMER" else { return mapping }
      var policy = mapping.policy
      policy.outsideFilter = .skip
      policy.filters[.bc] = RowCondition([.init("Name", .equals(.text("Contoso")))])
      policy.filters[.sales] = RowCondition([.init("name", .equals(.text("Contoso")))])
      return BoundMapping(mapping.type, policy: policy)
    }
    #expect(try await world.older(now) == 1)
    #expect(try await world.bringUpToDate(now).unchanged == 2)
    #expect(try world.phones() == ["100", "-"])
    #expect(try await world.older(now) == 0)
  }

  @Test("a filter counts where records outside of it are left alone, and in no other mapping")
  func filtered() async throws {
    let world = try await OlderWorkshop()
    func integration(_ outside: OutsideFilter, _ name: String) -> Integration {
      world.before.with { mapping in
        guard mapping.name == "CUSTOMER" else { return mapping }
        var policy = mapping.policy
        policy.outsideFilter = outside
        policy.filters[.bc] = RowCondition([.init("Name", .equals(.text(name)))])
        return BoundMapping(mapping.type, policy: policy)
      }
    }
    #expect(try await world.older(integration(.follow, "Contoso")) == 0)
    #expect(try await world.older(integration(.skip, "Adatum")) == 1)
    try await world.bringUpToDate(integration(.skip, "Adatum"))
    #expect(try await world.older(integration(.skip, "Adatum")) == 0)
    #expect(try await world.older(integration(.skip, "Contoso")) == 1)
  }

  @Test("what was written before the state kept any of it is older only once the mapping changes")
  func adopted() async throws {
    let world = try await OlderWorkshop(bcPhone: "100")
    try await world.workshop.folder.stranger().write { database in
      try database.execute(
        sql: """
          DELETE FROM effects;
          UPDATE couplings SET to_sales_effect = NULL, to_bc_effect = NULL;
          """)
    }
    #expect(try await world.older(world.now) == 0, "nobody knows better")
    _ = try await MappingEffects.note(world.before.mappings, world.before)
    #expect(try await world.older(world.before) == 0)
    #expect(try await world.older(world.now) == 1)
    try await world.bringUpToDate(world.now)
    #expect(try world.phones() == ["100", "100"])
    #expect(try await world.older(world.now) == 0)
  }

  @Test("records that were just coupled by hand are not older: nobody wrote them yet")
  func coupledByHand() async throws {
    let world = try await OlderWorkshop()
    let customer = try world.workshop.add("Customer", ["No.": .text("20000"), "Name": .text("B")])
    let account = try world.workshop.sales.create(
      "account", ["name": .text("B")], by: .person
    ).get()
    let mapping = try world.mapping(world.before)
    _ = try await Coupler(world.before).couple(mapping, bc: customer, sales: account)
    #expect(try await world.older(world.now) == 1)
  }

  @Test(
    "what a killed run wrote is of the mapping that wrote it, whoever settles it",
    arguments: [true, false])
  func settled(byTheSame: Bool) async throws {
    let stranger = Stranger()
    let world = try await OlderWorkshop(
      bcPhone: "100", patience: 0.05,
      checkpoint: { point, folder in if point == .afterWrite { stranger.hold(folder) } })
    stranger.arm()
    await #expect(throws: StoreFailure.self) { try await world.bringUpToDate(world.now) }
    try stranger.letGo()
    #expect(try world.phones() == ["100", "100"], "it was written, and not recorded")
    let next = byTheSame ? world.now : world.before
    _ = try await world.synchronize(next)
    let found = try await world.now.state.couplings(
      world.mapping(world.now).pair, .bc, ids: [world.customer])
    let coupling = try #require(found[0])
    let effects = try await MappingEffects(world.now)
    #expect(try effects.older(world.mapping(world.now), coupling) == [.toBC])
    try await world.bringUpToDate(world.now)
    #expect(try await world.older(world.now) == 0)
  }

  @Test("the review tells what would be written, and writes nothing")
  func reviewed() async throws {
    let world = try await OlderWorkshop(bcPhone: "100")
    let reviews = try await OlderCouplings(world.now).review(world.mapping(world.now))
    #expect(reviews.map(\.direction) == [.toSales, .toBC])
    #expect(reviews.first?.fates == [.update: 1])
    #expect(reviews.first?.examples.first?.fields.map(\.field) == ["telephone1"])
    #expect(try world.phones() == ["100", "-"])
    #expect(try await world.older(world.now) == 1)
  }
}
