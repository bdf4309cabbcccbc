import EmbeddedSystems
import MapRuntime
import MapStoreSQLite
import Synchronization
import Testing

@testable import MapSync

@Suite("Keys that a mapping makes (R C-38)")
struct GeneratedKeyTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func salesperson(_ code: String, in company: Company? = nil) throws {
    _ = try workshop.bc.create(
      "Salesperson/Purchaser", ["Code": .text(code)], by: .system,
      company: company ?? workshop.company
    ).get()
  }

  private func users(_ count: Int) throws -> [Guid] {
    try (0..<count).map { number in
      try workshop.sales.create(
        "systemuser",
        [
          "firstname": .text("U"), "lastname": .text("\(number)"),
          "domainname": .text("u\(number)@x.example"),
          "isdisabled": .boolean(false), "islicensed": .boolean(true),
        ], by: .system
      ).get()
    }
  }

  private func integration(
    bc: (any SystemStore)? = nil, state: (any StateStore)? = nil
  ) -> Integration {
    let old = workshop.integration
    return Integration(
      mappings: old.mappings, bc: bc ?? old.bc, sales: old.sales, state: state ?? old.state,
      company: old.company, tables: old.tables, settings: old.settings,
      localCurrency: old.localCurrency, clock: old.clock)
  }

  private func create(
    _ users: [Guid], _ integration: Integration? = nil
  ) async throws -> JobCounters {
    let integration = integration ?? workshop.integration
    return try await Synchronizer(integration).run(
      try #require(integration.mapping("SALESPEOPLE")), .toBC, .create, ids: users
    ).counters
  }

  private func codes(in company: Company? = nil) throws -> [String] {
    let company = company ?? workshop.company
    return try workshop.bc.find("Salesperson/Purchaser", company: company).compactMap {
      try workshop.bc.record("Salesperson/Purchaser", $0, company: company)?["Code"]?.text
    }.sorted()
  }

  @Test("new ones, whatever is there")
  func gaps() async throws {
    try salesperson("DV00001")
    try salesperson("DV00003")
    let counters = try await create(try users(3))
    #expect(counters.inserted == 3)
    #expect(counters.failed == 0)
    #expect(try codes() == ["DV00001", "DV00002", "DV00003", "DV00004", "DV00005"])
  }

  @Test("a number that was given once is not given again, though its record is gone")
  func deleted() async throws {
    let users = try users(2)
    #expect(try await create([users[0]]).inserted == 1)
    let first = try #require(
      try workshop.bc.find("Salesperson/Purchaser", company: workshop.company).first)
    #expect(
      try workshop.bc.delete(
        "Salesperson/Purchaser", first, by: .system, company: workshop.company
      ).get())
    #expect(try await create([users[1]]).inserted == 1)
    #expect(try codes() == ["DV00002"])
  }

  @Test("a batch of many pages, with a store that takes few at a time")
  func pages() async throws {
    for number in 10...38 where number != 25 { try salesperson("DV000\(number)") }
    let small = SmallPages(store: workshop.integration.bc, batchSize: 4)
    let counters = try await create(try users(12), integration(bc: small))
    #expect(counters.inserted == 12)
    #expect(counters.failed == 0)
    let codes = try codes()
    #expect(codes.prefix(9) == (1...9).map { "DV0000\($0)" }[...])
    #expect(codes.contains("DV00025"))
    #expect(codes.suffix(2) == ["DV00039", "DV00040"])
  }

  @Test("after a lost state, and in another company with a state of its own")
  func lostState() async throws {
    let users = try users(4)
    #expect(try await create([users[0], users[1]]).inserted == 2)
    let folder = try StateFolder()
    let lost = integration(state: try folder.open(company: workshop.company.id))
    #expect(try await create([users[2]], lost).inserted == 1)
    #expect(try codes() == ["DV00001", "DV00002", "DV00003"])
    let other = try workshop.bc.createCompany("Other")
    try salesperson("DV00001", in: other)
    let otherFolder = try StateFolder()
    let elsewhere = integration(
      bc: EmbeddedStore(workshop.bc, company: other), state: try otherFolder.open(company: other.id)
    )
    #expect(try await create([users[3]], elsewhere).inserted == 1)
    #expect(try codes(in: other) == ["DV00001", "DV00002"])
  }

  @Test("and another one where somebody takes it meanwhile")
  func takenMeanwhile() async throws {
    let taken = Mutex(0)
    let (bc, company) = (workshop.bc, workshop.company)
    let busy = SmallPages(
      store: workshop.integration.bc, batchSize: 1000,
      creating: {
        let number = taken.withLock { count in
          count += 1
          return count
        }
        // Twice, and then nobody does.
        guard number <= 2 else { return }
        _ = try? bc.create(
          "Salesperson/Purchaser", ["Code": .text(number == 1 ? "DV00002" : "DV00004")],
          by: .person, company: company)
      })
    let counters = try await create(try users(3), integration(bc: busy))
    #expect(counters.inserted == 3)
    #expect(counters.failed == 0)
    #expect(try codes() == ["DV00001", "DV00002", "DV00003", "DV00004", "DV00005"])
    let pair = try #require(workshop.integration.mapping("SALESPEOPLE")?.pair)
    let couplings = try await workshop.integration.state.couplings(pair, after: nil, limit: 9)
    #expect(couplings.map(\.bcKey).sorted() == ["DV00001", "DV00003", "DV00005"])
  }

  @Test("a preview shows the key that comes next, and uses none up")
  func preview() async throws {
    try salesperson("DV00001")
    let user = try users(1)
    let mapping = try #require(workshop.integration.mapping("SALESPEOPLE"))
    for _ in 1...2 {
      let previews = try await Preview(workshop.integration).records(
        mapping, .toBC, .create, ids: user)
      let code = previews.first?.fields.first { $0.field == "Code" }
      #expect(code?.new == .text("DV00002"))
    }
    #expect(try await create(user).inserted == 1)
    #expect(try codes() == ["DV00001", "DV00002"])
  }

  @Test("after the last of its digits a number has more of them, as long as the field has room")
  func moreDigits() async throws {
    try await workshop.integration.state.noteNumber(99_998, "SALESPEOPLE")
    #expect(try await create(try users(2)).inserted == 2)
    #expect(try codes() == ["DV100000", "DV99999"])
  }

  @Test("a series without room goes on with what was left open, and then says that it ended")
  func end() async throws {
    let prefix = "SALESPERSON-NUMBER-"
    let keys = try #require(
      GeneratedKeys(
        workshop.integration, "SALESPEOPLE",
        RecordTable(.bc, "Salesperson/Purchaser", [.init("Code", .code(length: 20))]),
        [KeySeries("Code", prefix: prefix, digits: 1, suffix: "")]))
    for number in 1...9 where number != 4 { try salesperson("\(prefix)\(number)") }
    try await workshop.integration.state.noteNumber(9, "SALESPEOPLE")
    #expect(try await keys.numbers(2, areUsed: true) == [4])
    #expect(
      keys.end == "every key '\(prefix){0}' that fits is taken; give the pattern in the mapping"
        + " another text")
  }

  @Test("the greatest number is the greatest that fits, of at most 18 digits")
  func lastNumber() {
    let series = KeySeries("Code", prefix: "DV", digits: 5, suffix: "X")
    #expect(series.last(in: 20) == 99_999_999_999_999_999)
    #expect(series.last(in: 8) == 99_999)
    #expect(series.last(in: 7) == 0)
    #expect(series.last(in: nil) == 999_999_999_999_999_999)
    #expect(series.key(100_000) == "DV100000X")
    #expect(series.pattern == "DV{00000}X")
  }
}
