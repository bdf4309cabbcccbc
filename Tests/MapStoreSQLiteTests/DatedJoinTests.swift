import DefaultMappings
import EmbeddedSystems
import MapRuntime
import MapStoreSQLite
import MapSync
import Testing

@Suite("Records that read other rows with them")
struct DatedJoinTests {
  /// Two companies with a currency each, on a day of the test's.
  private struct Bank {
    let folder: StateFolder
    let clock = SystemClock { Samples.moment(1000) }
    let system: EmbeddedSystem
    let company: Company
    let store: EmbeddedStore
    let currency: Guid

    init() throws {
      folder = try StateFolder()
      system = try EmbeddedSystem(
        path: folder.newFile(), side: .bc, tables: Program.tables, clock: clock)
      company = try system.createCompany("CRONUS")
      store = EmbeddedStore(system, company: company)
      let other = try system.createCompany("Other")
      for place in [company, other] {
        _ = try system.create("Currency", ["Code": .text("EUR")], company: place).get()
      }
      currency = try #require(try system.find("Currency", company: company).first)
    }

    @discardableResult
    func rate(_ number: Int64, day: Int32) throws -> Guid {
      try system.create(
        "Currency Exchange Rate",
        [
          "Currency Code": .text("EUR"), "Starting Date": .date(DateValue(days: day)),
          "Exchange Rate Amount": .decimal(DecimalValue(number)),
        ], by: .system, company: company
      ).get()
    }

    func come(_ day: Int32) {
      clock.now = DateTimeValue(midnightOf: DateValue(days: day))
    }

    /// The currencies that changed after a mark, with their rates; nil where there is no row.
    func changes(since mark: ChangeMark) async throws -> [Guid: DecimalValue?] {
      let page = try await store.changes(BC.Currency.self, since: mark, .all, limit: 10)
      return Dictionary(page.records.map { ($0.id, $0.record.exchangeRate) }) { first, _ in first }
    }

    func mark() async throws -> ChangeMark { try await store.mark(of: BC.Currency.table) }
  }

  @Test("a change of the joined row is a change of the record, by whoever made it")
  func joined() async throws {
    let bank = try Bank()
    bank.come(20_000)
    let rate = try bank.rate(2, day: 19_000)
    let mark = try await bank.mark()
    _ = try bank.system.change(
      "Currency Exchange Rate", rate, ["Exchange Rate Amount": .decimal(DecimalValue(3))],
      company: bank.company
    ).get()
    #expect(try await bank.changes(since: mark) == [bank.currency: DecimalValue(3)])
    let later = try await bank.mark()
    _ = try bank.system.delete("Currency Exchange Rate", rate, company: bank.company).get()
    #expect(try await bank.changes(since: later) == [bank.currency: nil])
  }

  @Test("a row that is valid from a day on changes the record on that day, once")
  func dated() async throws {
    let bank = try Bank()
    bank.come(20_000)
    try bank.rate(2, day: 19_000)
    try bank.rate(5, day: 20_010)
    let mark = try await bank.mark()
    bank.come(20_009)
    #expect(try await bank.changes(since: mark) == [:])
    bank.come(20_010)
    #expect(try await bank.changes(since: mark) == [bank.currency: DecimalValue(5)])
    let page = try await bank.store.changes(BC.Currency.self, since: mark, .all, limit: 10)
    #expect(page.records.map(\.version.isOurs) == [false])
    let later = try await bank.mark()
    bank.come(20_020)
    #expect(try await bank.changes(since: later) == [:])
  }

  @Test("a row that is gone or moved by its day changes nothing then")
  func gone() async throws {
    let bank = try Bank()
    bank.come(20_000)
    let rate = try bank.rate(5, day: 20_010)
    _ = try bank.system.delete("Currency Exchange Rate", rate, company: bank.company).get()
    let mark = try await bank.mark()
    bank.come(20_011)
    #expect(try await bank.changes(since: mark) == [:])
  }

  @Test("a clock that was wrong for one look changes nothing for good", arguments: [3650, -3650])
  func wrongClock(_ days: Int32) async throws {
    let bank = try Bank()
    bank.come(20_000)
    try bank.rate(2, day: 19_000)
    try bank.rate(5, day: 20_010)
    var mark = try await bank.mark()
    bank.come(20_000 + days)
    #expect(
      try await bank.changes(since: mark) == [bank.currency: days > 0 ? DecimalValue(5) : nil])
    mark = try await bank.mark()
    // The clock is right again: what was read then is no longer so.
    bank.come(20_001)
    #expect(try await bank.changes(since: mark) == [bank.currency: DecimalValue(2)])
    mark = try await bank.mark()
    bank.come(20_010)
    #expect(try await bank.changes(since: mark) == [bank.currency: DecimalValue(5)])
  }

  @Test("a row that was made while the clock was wrong comes on its day", arguments: [3650, -3650])
  func madeWithWrongClock(_ days: Int32) async throws {
    let bank = try Bank()
    bank.come(20_000)
    try bank.rate(2, day: 19_000)
    bank.come(20_000 + days)
    try bank.rate(5, day: 20_010)
    bank.come(20_000)
    _ = try await bank.changes(since: bank.mark())
    let mark = try await bank.mark()
    bank.come(20_010)
    #expect(try await bank.changes(since: mark) == [bank.currency: DecimalValue(5)])
  }
}
