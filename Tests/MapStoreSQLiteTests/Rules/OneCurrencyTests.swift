import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("One currency a price list (R C-47, M-14, M-15)")
struct OneCurrencyTests {
  private static func workshop(_ currencies: String...) throws -> (Workshop, Guid) {
    let workshop = try Workshop()
    _ = try Workshop.currency("EUR", in: workshop.sales)
    _ = try Workshop.currency("USD", in: workshop.sales)
    for code in ["EUR", "USD"] {
      try workshop.add("Currency", ["Code": .text(code)])
      try workshop.add(
        "Currency Exchange Rate",
        [
          "Currency Code": .text(code), "Starting Date": .date(DateValue(days: -10)),
          "Exchange Rate Amount": .decimal(DecimalValue(100)),
          "Relational Exch. Rate Amount": .decimal(DecimalValue(745)),
        ])
    }
    try workshop.item("1000")
    let header = try workshop.add(
      "Price List Header",
      [
        "Code": .text("S00001"), "Currency Code": .text("EUR"),
        "Price Type": .option(OptionValue(1)), "Amount Type": .option(OptionValue(17)),
        "Status": .option(OptionValue(1)),
      ])
    for (place, code) in currencies.enumerated() {
      try workshop.add(
        "Price List Line",
        [
          "Price List Code": .text("S00001"), "Line No.": .integer(Int64(place + 1) * 10000),
          "Asset Type": .option(OptionValue(10)), "Asset No.": .text("1000"),
          "Unit of Measure Code": .text("PCS"), "Currency Code": .of(text: code),
          "Unit Price": .decimal(DecimalValue(4)), "Price Type": .option(OptionValue(1)),
          "Amount Type": .option(OptionValue(17)),
        ])
    }
    return (workshop, header)
  }

  @Test("a list whose lines share its currency goes to Sales")
  func same() async throws {
    let (workshop, _) = try Self.workshop("EUR", "EUR")
    try await workshop.run("CURRENCY", "PLHEADER-PRICE")
    #expect(try await workshop.failures("PLHEADER-PRICE") == [])
    #expect(try workshop.find("pricelevel").map { $0["name"] } == [.text("S00001")])
  }

  @Test(
    "a list whose lines differ fails",
    arguments: [["EUR", "USD"], ["USD", "USD"], ["EUR", ""]])
  func different(currencies: [String]) async throws {
    let (workshop, _) = try Self.workshop(currencies[0], currencies[1])
    try await workshop.run("CURRENCY", "PLHEADER-PRICE")
    let other = currencies.contains("USD") ? "'EUR', 'USD'" : "the local currency, 'EUR'"
    #expect(
      try await workshop.failures("PLHEADER-PRICE") == [
        "its lines and it are in several currencies (\(other)); a price list has one"
      ])
    #expect(try workshop.find("pricelevel").isEmpty)
  }

  @Test(
    "a list that Sales has keeps its currency: another one in BC fails", arguments: ["USD", ""])
  func kept(code: String) async throws {
    let (workshop, header) = try Self.workshop()
    try await workshop.run("CURRENCY", "PLHEADER-PRICE")
    let before = try workshop.find("pricelevel").first?["transactioncurrencyid"]
    _ = try workshop.bc.change(
      "Price List Header", header, ["Currency Code": .of(text: code)], company: workshop.company
    ).get()
    #expect(try await workshop.run("PLHEADER-PRICE").failed == 1)
    let shown = code.isEmpty ? "the local currency" : "'USD'"
    #expect(
      try await workshop.failures("PLHEADER-PRICE") == [
        "it is in \(shown) now, and a price list in Sales keeps its currency; make a new list"
      ])
    #expect(try workshop.find("pricelevel").first?["transactioncurrencyid"] == before)
    #expect(before != nil)
  }
}
