import DefaultMappings
import EmbeddedSystems
import MapRuntime
import MapStoreSQLite
import MapSync
import Testing

@Suite("The local currency in Sales (R B-19, M-11, M-12)")
struct LocalCurrencyTests {
  /// The workshop's systems without a known local currency.
  private func integration(_ workshop: Workshop) -> Integration {
    let old = workshop.integration
    return Integration(
      mappings: old.mappings, bc: old.bc, sales: old.sales, state: old.state,
      company: old.company, tables: old.tables, settings: old.settings, clock: old.clock)
  }

  private func made(_ code: String, _ workshop: Workshop) async throws -> [String: Value]? {
    let ensured = try await LocalCurrency.ensured(integration(workshop), code: code)
    let local = try #require(ensured.localCurrency)
    #expect(local.table == "transactioncurrency")
    return try workshop.sales.record("transactioncurrency", local.id)
  }

  @Test("the record that is there is the one")
  func known() async throws {
    let workshop = try Workshop()
    let ensured = try await LocalCurrency.ensured(integration(workshop), code: "DKK")
    #expect(ensured.localCurrency?.id == workshop.localCurrency)
    #expect(try workshop.find("transactioncurrency").count == 1)
  }

  @Test("where Sales counts in nothing yet, it counts in the local currency")
  func first() async throws {
    let workshop = try Workshop()
    _ = try workshop.sales.delete("transactioncurrency", workshop.localCurrency, by: .system)
    let currency = try await made("DKK", workshop)
    #expect(currency?["isocurrencycode"] == .text("DKK"))
    #expect(currency?["currencysymbol"] == .text("DKK"))
    #expect(currency?["exchangerate"] == .decimal(DecimalValue(1)))
  }

  @Test(
    "a write that breaks on the way is tried again, and makes one record", arguments: [false, true])
  func broken(hasEffect: Bool) async throws {
    let workshop = try Workshop()
    _ = try workshop.sales.delete("transactioncurrency", workshop.localCurrency, by: .system)
    workshop.sales.faults.add(
      .broken(1, of: "transactioncurrency", hasEffect: hasEffect, message: "the connection broke"))
    #expect(try await made("DKK", workshop)?["isocurrencycode"] == .text("DKK"))
    #expect(try workshop.find("transactioncurrency").count == 1)
  }

  @Test("where Sales counts in another one, the rate is that of BC")
  func foreignBase() async throws {
    let workshop = try Workshop()
    try workshop.add("Currency", ["Code": .text("DKK"), "Description": .text("Krone")])
    try workshop.add(
      "Currency Exchange Rate",
      [
        "Currency Code": .text("DKK"), "Starting Date": .date(DateValue(days: -1)),
        "Exchange Rate Amount": .decimal(DecimalValue(100)),
        "Relational Exch. Rate Amount": .decimal(DecimalValue(25)),
      ])
    // One euro, the local currency, is four kroner: so a krone, which Sales counts in, is 0.25.
    let currency = try await made("EUR", workshop)
    #expect(currency?["isocurrencycode"] == .text("EUR"))
    let quarter = try DecimalValue(1) / DecimalValue(4)
    #expect(currency?["exchangerate"] == .decimal(quarter))
    #expect(try workshop.find("transactioncurrency").count == 2)
  }

  @Test("without a rate between the two nothing is made, and the reason is said")
  func noRate() async throws {
    let workshop = try Workshop()
    let sentence: String?
    do {
      _ = try await made("EUR", workshop)
      sentence = nil
    } catch let failure as StoreFailure {
      sentence = failure.sentence
    }
    #expect(
      sentence
        == "the local currency 'EUR' is not in Sales, which counts in DKK; Business Central has no"
        + " exchange rate between them to make it with")
    #expect(try workshop.find("transactioncurrency").count == 1)
  }

  @Test("without the rule Sales keeps the currencies that it has")
  func noRule() async throws {
    let workshop = try Workshop { if $0.name == "CURRENCY" { $0.rules = [] } }
    let ensured = try await LocalCurrency.ensured(integration(workshop), code: "EUR")
    #expect(ensured.localCurrency == nil)
  }
}
