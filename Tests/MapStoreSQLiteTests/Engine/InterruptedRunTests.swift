import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

/// A customer and its account, and a run that ends between its writes and their record.
private struct Interrupted {
  let workshop: Workshop
  let mapping: BoundMapping
  let customer: Guid
  private let stranger: Stranger

  init(_ conflict: UpdateConflict) async throws {
    let stranger = Stranger()
    self.stranger = stranger
    workshop = try Workshop(
      change: { policy in
        policy.conflict.update = conflict
        if policy.name == "CUSTOMER" { policy.scope = .all }
      }, patience: 0.05,
      checkpoint: { point, folder in if point == .afterWrite { stranger.hold(folder) } })
    mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    customer = try workshop.add(
      "Customer", ["No.": .text("10000"), "Name": .text("Adatum"), "City": .text("London")])
  }

  func synchronize() async throws -> [JobReport] {
    try await Synchronizer(workshop.integration).synchronize(mapping)
  }

  /// A scheduled run that has written and cannot record it.
  func interrupt() async throws {
    stranger.arm()
    await #expect(throws: StoreFailure.self) { _ = try await synchronize() }
    try stranger.letGo()
  }

  func account() throws -> [String: Value] {
    let found = try workshop.find("account")
    #expect(found.count == 1)
    return try #require(found.first)
  }

  func edit(account fields: [String: Value]) throws {
    let id = try #require(try workshop.sales.find("account", [:]).first)
    #expect(try workshop.sales.change("account", id, fields, by: .person).get())
  }

  func edit(customer fields: [String: Value]) throws {
    let isChanged = try workshop.bc.change(
      "Customer", customer, fields, by: .person, company: workshop.company
    ).get()
    #expect(isChanged)
  }

  func customerNow() throws -> [String: Value] {
    try #require(try workshop.bc.record("Customer", customer, company: workshop.company))
  }
}

@Suite("What follows after a crash is what would have followed without it (B6)")
struct InterruptedRunTests {
  static let conflicts: [UpdateConflict] = [.refuse, .bcWins, .salesWins]

  @Test("an edit of a record that was just created travels", arguments: conflicts)
  func createdAndEdited(conflict: UpdateConflict) async throws {
    let world = try await Interrupted(conflict)
    try await world.interrupt()
    try world.edit(account: ["name": .text("Adatum Ltd")])
    for _ in 0..<2 { #expect(try await world.synchronize().allSatisfy { $0.counters.failed == 0 }) }
    #expect(try world.account()["name"] == .text("Adatum Ltd"))
    #expect(try world.customerNow()["Name"] == .text("Adatum Ltd"))
  }

  @Test("an edit of the target after an update travels, whatever field", arguments: conflicts)
  func updatedAndEdited(conflict: UpdateConflict) async throws {
    for field in ["name", "address1_city"] {
      let world = try await Interrupted(conflict)
      _ = try await world.synchronize()
      try world.edit(customer: ["Name": .text("Adatum plc")])
      try await world.interrupt()
      #expect(try world.account()["name"] == .text("Adatum plc"))
      try world.edit(account: [field: .text("Leeds")])
      for _ in 0..<2 {
        #expect(try await world.synchronize().allSatisfy { $0.counters.failed == 0 })
      }
      #expect(try world.account()[field] == .text("Leeds"))
      let own = field == "name" ? "Name" : "City"
      #expect(try world.customerNow()[own] == .text("Leeds"))
    }
  }

  @Test("an edit of the source after an update travels too", arguments: conflicts)
  func sourceEdited(conflict: UpdateConflict) async throws {
    let world = try await Interrupted(conflict)
    _ = try await world.synchronize()
    try world.edit(customer: ["Name": .text("Adatum plc")])
    try await world.interrupt()
    try world.edit(customer: ["City": .text("Leeds")])
    for _ in 0..<2 { #expect(try await world.synchronize().allSatisfy { $0.counters.failed == 0 }) }
    #expect(try world.account()["address1_city"] == .text("Leeds"))
    #expect(try world.account()["name"] == .text("Adatum plc"))
  }

  @Test("both sides changed different fields: both changes travel", arguments: conflicts)
  func merged(conflict: UpdateConflict) async throws {
    let world = try await Interrupted(conflict)
    _ = try await world.synchronize()
    // The credit limit goes only to Sales, and the state only to Business Central.
    try world.edit(customer: ["Credit Limit (LCY)": .decimal(DecimalValue(500))])
    try world.edit(account: ["statecode": .option(OptionValue(1))])
    try await world.interrupt()
    for _ in 0..<2 { #expect(try await world.synchronize().allSatisfy { $0.counters.failed == 0 }) }
    #expect(try world.account()["creditlimit"] == .decimal(DecimalValue(500)))
    #expect(try world.customerNow()["Blocked"] == .option(OptionValue(3)))
  }

  @Test("a person who uncoupled the records meanwhile has decided")
  func uncoupled() async throws {
    let world = try await Interrupted(.refuse)
    _ = try await world.synchronize()
    try world.edit(customer: ["Name": .text("Adatum plc")])
    try await world.interrupt()
    let state = world.workshop.integration.state
    // As a program did it that knows nothing of leases.
    try await state.uncouple(
      world.mapping.pair, bcIDs: [world.customer], releases: false, job: 0,
      at: Samples.moment(1000))
    try await IntentSettlement(world.workshop.integration).settle()
    #expect(try await state.count(world.mapping.pair) == 0)
  }
}

@Suite("A pair that was never in step has changed on both sides (R D-4, D-25; F11)")
struct NeverInStepTests {
  private func coupled(
    _ conflict: UpdateConflict, _ name: String
  ) async throws -> (Workshop, BoundMapping, Guid) {
    let workshop = try Workshop(change: { $0.conflict.update = conflict })
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    let customer = try workshop.add("Customer", ["No.": .text("10000"), "Name": .text("Adatum")])
    let account = try workshop.sales.create(
      "account",
      [
        "name": .text(name), "telephone1": .text("0123"), "accountnumber": .text("10000"),
        "customertypecode": .option(OptionValue(3)), "statecode": .option(OptionValue(0)),
      ], by: .system
    ).get()
    let result = try await Coupler(workshop.integration).couple(
      mapping, bc: customer, sales: account)
    #expect(result == .coupled)
    return (workshop, mapping, customer)
  }

  @Test("where the mapping refuses conflicts, nothing is written over, and the fields are named")
  func refused() async throws {
    let (workshop, mapping, _) = try await coupled(.refuse, "Adatum Inc")
    let reports = try await Synchronizer(workshop.integration).synchronize(mapping)
    #expect(reports.map(\.counters.failed).reduce(0, +) > 0)
    let account = try #require(try workshop.find("account").first)
    #expect(account["name"] == .text("Adatum Inc"))
    #expect(account["telephone1"] == .text("0123"))
    #expect(try await workshop.failures("CUSTOMER").contains { $0.contains("'name'") })
  }

  @Test("a full synchronization refuses it as well")
  func full() async throws {
    let (workshop, _, _) = try await coupled(.refuse, "Adatum Inc")
    #expect(try await workshop.run("CUSTOMER").failed == 1)
    #expect(try workshop.find("account").first?["telephone1"] == .text("0123"))
  }

  @Test("where a side wins, its values go over, the empty ones too")
  func won() async throws {
    let (workshop, mapping, customer) = try await coupled(.salesWins, "Adatum Inc")
    _ = try await Synchronizer(workshop.integration).synchronize(mapping)
    let record = try workshop.bc.record("Customer", customer, company: workshop.company)
    #expect(record?["Name"] == .text("Adatum Inc"))
    #expect(record?["Phone No."] == .text("0123"))
  }

  @Test("a preview says that both sides changed, and a person chooses")
  func chosen() async throws {
    let (workshop, mapping, customer) = try await coupled(.refuse, "Adatum Inc")
    let preview = try #require(
      try await Preview(workshop.integration).records(mapping, .toSales, .now, ids: [customer])
        .first)
    let advice = SyncAdvice(
      isBCChanged: preview.isSourceChanged, isSalesChanged: preview.isTargetChanged,
      hasConflict: !preview.conflicts.isEmpty)
    #expect(advice.suggestion == nil)
    let report = try await Synchronizer(workshop.integration).run(
      mapping, .toSales, .now, ids: [customer])
    #expect(report.counters.modified == 1)
    #expect(try workshop.find("account").first?["name"] == .text("Adatum"))
  }
}
