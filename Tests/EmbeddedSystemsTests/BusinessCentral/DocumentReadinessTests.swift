import EmbeddedSystems
import MapRuntime
import Testing

/// What a company's setup lacks is told before there is a document (F18).
@Suite("What documents will ask of a company")
struct DocumentReadinessTests {
  private func lacks(_ sample: SampleCompany, _ demand: DocumentDemand? = nil) throws -> [SetupLack]
  {
    try sample.system.lacks(of: demand ?? everything, in: sample.company)
  }

  private let everything = DocumentDemand(
    quotes: true, orders: true, postings: true,
    sold: [
      DocumentDemand.Sold(
        "Item", "1000", shown: "the write-in product", source: "the setting 'write-in'"),
      .account("6610", shown: "the account of freight", source: "the setting 'freight'"),
    ])

  @Test("a company that has everything lacks nothing")
  func complete() throws {
    #expect(try lacks(SampleCompany()).isEmpty)
  }

  @Test("a number series that the setup names must be able to give a number today")
  func numbers() throws {
    let sample = try SampleCompany()
    try sample.make("No. Series", ["Code": .text("S-ORD"), "Default Nos.": .boolean(true)])
    try sample.make(
      "No. Series Line",
      [
        "Series Code": .text("S-ORD"), "Starting No.": .text("SO-1"),
        "Starting Date": .date(try #require(DateValue(year: 2027, month: 1, day: 1))),
      ])
    try sample.setUp("Sales & Receivables Setup", ["Order Nos.": .text("S-ORD")])
    let lack = try #require(try lacks(sample).first)
    #expect(
      lack.message
        == "'Order Nos.' of Sales & Receivables Setup: the number series 'S-ORD' has no line that is"
        + " open on 2026-03-10")
    #expect(lack.help.contains("'S-ORD'"))
    #expect(try lacks(sample, DocumentDemand(quotes: true)).isEmpty)
    try sample.make(
      "No. Series Line",
      ["Series Code": .text("S-ORD"), "Line No.": .integer(20000), "Starting No.": .text("SO-1")])
    #expect(try lacks(sample).isEmpty)
    let order = try sample.order([("1000", 1, nil)])
    #expect(
      try sample.record("Sales Header", order).text("No.") == "SO-1", "asking draws no number")
  }

  @Test("every group of customers and of products has a VAT posting setup")
  func taxes() throws {
    let sample = try SampleCompany()
    try sample.make("VAT Business Posting Group", ["Code": .text("EXPORT")])
    try sample.make(
      "Customer", ["No.": .text("20000"), "VAT Bus. Posting Group": .text("EXPORT")])
    let messages = try lacks(sample).map(\.message)
    #expect(
      messages == [
        "there is no VAT posting setup for the groups 'EXPORT' and 'REDUCED', of customer '20000'"
          + " and '2000'",
        "there is no VAT posting setup for the groups 'EXPORT' and 'STANDARD', of customer '20000'"
          + " and '1000'",
        "there is no VAT posting setup for the groups 'EXPORT' and 'STANDARD', of customer '20000'"
          + " and G/L Account '6610'",
      ])
    let blocked = try #require(
      try sample.system.find("Customer", ["No.": .text("20000")], company: sample.company).first)
    try sample.change("Customer", blocked, ["Blocked": .option(OptionValue(3))])
    #expect(try lacks(sample).isEmpty, "who is blocked orders nothing")
  }

  @Test("the currencies of customers have an exchange rate today")
  func currencies() throws {
    let sample = try SampleCompany()
    try sample.make("Currency", ["Code": .text("SEK")])
    try sample.make(
      "Customer",
      [
        "No.": .text("20000"), "Currency Code": .text("SEK"),
        "VAT Bus. Posting Group": .text("DOMESTIC"),
      ])
    try sample.make(
      "Currency Exchange Rate",
      [
        "Currency Code": .text("SEK"),
        "Starting Date": .date(try #require(DateValue(year: 2026, month: 3, day: 11))),
        "Exchange Rate Amount": .decimal(10), "Relational Exch. Rate Amount": .decimal(1),
      ])
    let lack = try #require(try lacks(sample).first { $0.message.contains("SEK") })
    #expect(
      lack.message
        == "customer '20000' has Currency Code 'SEK': there is no Currency Exchange Rate for currency "
        + "'SEK' with a Starting Date up to 2026-03-10; add one there")
    #expect(lack.isOfSome, "who buys in another currency orders")
    try sample.make(
      "Currency Exchange Rate",
      [
        "Currency Code": .text("SEK"),
        "Starting Date": .date(try #require(DateValue(year: 2026, month: 3, day: 10))),
        "Exchange Rate Amount": .decimal(10), "Relational Exch. Rate Amount": .decimal(1),
      ])
    #expect(try !lacks(sample).contains { $0.message.contains("SEK") })
  }

  @Test("products need their posting group where the company has groups")
  func products() throws {
    let sample = try SampleCompany()
    try sample.make("Item", ["No.": .text("3000")])
    let lack = try #require(try lacks(sample).first)
    #expect(
      lack.message
        == "item '3000' has no Gen. Prod. Posting Group, without which no line sells it")
    try sample.make("Item", ["No.": .text("3100")])
    #expect(
      try lacks(sample).first?.message.hasPrefix("2 items, '3000' the first of them, have no")
        == true)
  }

  @Test("what the setup names to be sold is there, and can be sold")
  func sold() throws {
    let sample = try SampleCompany()
    func sold(_ table: String, _ number: String) throws -> String? {
      let sold = DocumentDemand.Sold(
        table, number, shown: "the write-in product", source: "the setting 'write-in'")
      return try lacks(sample, DocumentDemand(orders: true, sold: [sold])).first?.message
    }
    #expect(
      try sold("Resource", "LINDA")
        == "the write-in product is Resource 'LINDA', which is not there")
    try sample.make(
      "G/L Account", ["No.": .text("1"), "Account Type": .option(OptionValue(1))])
    #expect(
      try sold("G/L Account", "1")
        == "the write-in product is G/L Account '1': nothing can be posted to G/L account '1'")
    try sample.make(
      "Item",
      [
        "No.": .text("4000"), "Gen. Prod. Posting Group": .text("RETAIL"),
        "VAT Prod. Posting Group": .text("STANDARD"), "Sales Blocked": .boolean(true),
      ])
    #expect(
      try sold("Item", "4000")
        == "the write-in product is Item '4000': the item is blocked; take its 'Blocked' off first")
    #expect(try sold("Item", "1000") == nil)
  }

  @Test("invoice rounding needs an account in each customer's posting group")
  func rounding() throws {
    let sample = try SampleCompany()
    try sample.setUp("Sales & Receivables Setup", ["Invoice Rounding": .boolean(true)])
    #expect(try lacks(sample).isEmpty)
    try sample.make("Customer Posting Group", ["Code": .text("FOREIGN")])
    try sample.make(
      "Customer",
      [
        "No.": .text("30000"), "Customer Posting Group": .text("FOREIGN"),
        "VAT Bus. Posting Group": .text("DOMESTIC"),
      ])
    #expect(
      try lacks(sample).map(\.message)
        == ["customer posting group 'FOREIGN' names no Invoice Rounding Account"])
    #expect(try lacks(sample, DocumentDemand(orders: true)).isEmpty, "nothing is posted")
  }
}
