import EmbeddedSystems
import MapRuntime
import Testing

@testable import MapSync

/// A customer and its account, in step.
private struct Pair {
  let workshop: Workshop
  let mapping: BoundMapping
  let customer: Guid
  private let account: Guid

  init(_ update: UpdateConflict, by unit: ConflictUnit) async throws {
    workshop = try Workshop(change: { policy in
      policy.conflict.update = update
      policy.conflict.by = unit
      if policy.name == "CUSTOMER" { policy.scope = .all }
    })
    mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    customer = try workshop.add(
      "Customer",
      [
        "No.": .text("10000"), "Name": .text("Adatum"), "City": .text("London"),
        "Phone No.": .text("100"),
      ])
    _ = try await Synchronizer(workshop.integration).synchronize(mapping)
    account = try #require(try workshop.sales.find("account", [:]).first)
  }

  /// What both runs count together.
  @discardableResult
  func synchronize() async throws -> JobCounters {
    try await Synchronizer(workshop.integration).synchronize(mapping)
      .reduce(into: JobCounters()) { $0 += $1.counters }
  }

  func merge() async throws -> JobCounters {
    var counters = JobCounters()
    for (direction, id) in [(Direction.toSales, customer), (.toBC, account)] {
      counters += try await Synchronizer(workshop.integration).run(
        mapping, direction, .merge, ids: [id]
      ).counters
    }
    return counters
  }

  func edit(bc fields: [String: String]) throws {
    try workshop.edit(.bc, "Customer", customer, fields)
  }

  func edit(sales fields: [String: String]) throws {
    try workshop.edit(.sales, "account", account, fields)
  }

  /// City and telephone, of Business Central and of Sales.
  func contents() throws -> [String] {
    let bc = try workshop.bc.record("Customer", customer, company: workshop.company) ?? [:]
    let sales = try workshop.sales.record("account", account) ?? [:]
    return [
      bc["City"], bc["Phone No."], sales["address1_city"], sales["telephone1"],
    ].map { $0?.description ?? "-" }
  }

  /// As a program left the coupling that kept nothing of its fields.
  func forgetFields() async throws {
    let state = workshop.integration.state
    let known = try await state.couplings(mapping.pair, .bc, ids: [customer])
    var coupling = try #require(known[0])
    #expect(coupling.agreed != nil)
    coupling.agreed = nil
    let job = try await state.startJob(
      Job(
        mapping: mapping.name, direction: .toSales, trigger: .person, started: Samples.moment(1)))
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
      at: Samples.moment(1))
    outcome.couplings = [coupling]
    #expect(try await state.record(outcome).refused.isEmpty)
  }
}

@Suite("Where both sides changed a record, each field by itself (R D-26; F11)")
struct FieldConflictTests {
  @Test(
    "what only one side changed travels, whoever wins",
    arguments: UpdateConflict.allCases)
  func apart(_ update: UpdateConflict) async throws {
    let pair = try await Pair(update, by: .field)
    try pair.edit(bc: ["City": "Leeds"])
    try pair.edit(sales: ["telephone1": "200"])
    #expect(try await pair.synchronize().failed == 0)
    #expect(try pair.contents() == ["Leeds", "200", "Leeds", "200"])
    #expect(try await pair.synchronize().didSomething == false)
  }

  @Test("only what both changed differently is in conflict, and the rest travels")
  func conflict() async throws {
    let pair = try await Pair(.refuse, by: .field)
    try pair.edit(bc: ["City": "Leeds", "Phone No.": "300"])
    try pair.edit(sales: ["telephone1": "200", "websiteurl": "adatum.example"])
    #expect(try await pair.synchronize().failed > 0)
    #expect(try pair.contents() == ["Leeds", "300", "Leeds", "200"])
    let customer = try pair.workshop.bc.record(
      "Customer", pair.customer, company: pair.workshop.company)
    #expect(customer?["Home Page"] == .text("adatum.example"))
    let failures = try await pair.workshop.failures("CUSTOMER")
    #expect(failures.contains { $0.contains("'telephone1'") || $0.contains("'Phone No.'") })
    #expect(!failures.contains { $0.contains("City") || $0.contains("websiteurl") })
  }

  @Test(
    "where a side wins, it wins in what both changed",
    arguments: [(UpdateConflict.bcWins, "300"), (.salesWins, "200")])
  func won(_ update: UpdateConflict, _ phone: String) async throws {
    let pair = try await Pair(update, by: .field)
    try pair.edit(bc: ["City": "Leeds", "Phone No.": "300"])
    try pair.edit(sales: ["telephone1": "200", "address1_line1": "Dock 1"])
    #expect(try await pair.synchronize().failed == 0)
    #expect(try pair.contents() == ["Leeds", phone, "Leeds", phone])
    let customer = try pair.workshop.bc.record(
      "Customer", pair.customer, company: pair.workshop.company)
    #expect(customer?["Address"] == .text("Dock 1"))
  }

  @Test("what both changed to the same is no conflict")
  func same() async throws {
    let pair = try await Pair(.refuse, by: .field)
    try pair.edit(bc: ["Phone No.": "300", "City": "Leeds"])
    try pair.edit(sales: ["telephone1": "300"])
    #expect(try await pair.synchronize().failed == 0)
    #expect(try pair.contents() == ["Leeds", "300", "Leeds", "300"])
  }

  @Test("edits that follow one another, on either side, are told apart each time")
  func again() async throws {
    let pair = try await Pair(.refuse, by: .field)
    for round in 1...4 {
      try pair.edit(bc: ["City": "Leeds \(round)"])
      try pair.edit(sales: ["telephone1": "20\(round)"])
      #expect(try await pair.synchronize().failed == 0)
      try pair.edit(bc: ["Phone No.": "30\(round)"])
      try pair.edit(sales: ["address1_city": "York \(round)"])
      #expect(try await pair.synchronize().failed == 0)
      #expect(
        try pair.contents() == ["York \(round)", "30\(round)", "York \(round)", "30\(round)"])
    }
  }

  @Test("by record, changes of different fields are a conflict; a merge takes each field over")
  func merged() async throws {
    let pair = try await Pair(.refuse, by: .record)
    try pair.edit(bc: ["City": "Leeds"])
    try pair.edit(sales: ["telephone1": "200"])
    let preview = try await Preview(pair.workshop.integration).records(
      pair.mapping, .toSales, .now, ids: [pair.customer])
    #expect(preview.first?.conflicts == [])
    #expect(try await pair.merge().failed == 0)
    #expect(try pair.contents() == ["Leeds", "200", "Leeds", "200"])
    try pair.edit(bc: ["City": "Hull"])
    try pair.edit(sales: ["telephone1": "400"])
    #expect(try await pair.synchronize().failed > 0)
    #expect(try pair.contents() == ["Hull", "200", "Leeds", "400"])
  }

  @Test("of a coupling that knows nothing of its fields, all that differs is in conflict")
  func older() async throws {
    let pair = try await Pair(.refuse, by: .field)
    try await pair.forgetFields()
    try pair.edit(bc: ["City": "Leeds"])
    try pair.edit(sales: ["telephone1": "200"])
    #expect(try await pair.synchronize().failed > 0)
    #expect(try pair.contents() == ["Leeds", "100", "London", "200"])
  }

  @Test("a full synchronization finds out how the fields of such a coupling stand")
  func found() async throws {
    let pair = try await Pair(.refuse, by: .field)
    try await pair.forgetFields()
    _ = try await Synchronizer(pair.workshop.integration).run(
      pair.mapping, .toSales, .full, ids: [pair.customer])
    try pair.edit(bc: ["City": "Leeds"])
    try pair.edit(sales: ["telephone1": "200"])
    #expect(try await pair.synchronize().failed == 0)
    #expect(try pair.contents() == ["Leeds", "200", "Leeds", "200"])
  }
}

@Suite("What a coupling keeps of its fields")
struct AgreedFieldsTests {
  private let layout = TwoWayLayout(
    fields: (0..<9).map { TwoWayField(bc: FieldSet([$0]), sales: FieldSet([$0])) }, tag: 7)

  private func sides() -> AgreedSides {
    var sides = AgreedSides(count: 9)
    for place in [0, 3, 4, 8] {
      sides.bc[place] = FieldDigest(bits: UInt32(place) + 1)
      sides.sales[place] = sides.bc[place]
    }
    sides.sales[3] = FieldDigest(bits: .max)
    sides.sales[5] = FieldDigest(bits: 9)
    sides.bc[6] = FieldDigest(bits: 10)
    return sides
  }

  @Test("it comes back as it went, and takes little room")
  func roundTrip() {
    let agreed = AgreedFields(layout, sides())
    #expect(agreed.sides(in: layout) == sides())
    #expect(agreed.bytes.count == 4 + 3 + 4 * (3 + 2 * 3))
    #expect(!agreed.isOpen(in: layout))
    var open = sides()
    open.open = [1, 7]
    #expect(AgreedFields(layout, open).sides(in: layout) == open)
    #expect(AgreedFields(layout, open).isOpen(in: layout))
    #expect(AgreedFields(layout, open).bytes.count == agreed.bytes.count)
    let empty = AgreedFields(layout, AgreedSides(count: 9))
    #expect(empty.bytes.count == 7)
    #expect(empty.sides(in: layout) == AgreedSides(count: 9))
  }

  @Test("of other fields it says nothing, nor where it is damaged")
  func unreadable() {
    let agreed = AgreedFields(layout, sides())
    #expect(agreed.sides(in: TwoWayLayout(fields: layout.fields, tag: 8)) == nil)
    for length in agreed.bytes.indices {
      #expect(AgreedFields(bytes: Array(agreed.bytes.prefix(length))).sides(in: layout) == nil)
    }
    #expect(AgreedFields(bytes: agreed.bytes + [0]).sides(in: layout) == nil)
  }
}
