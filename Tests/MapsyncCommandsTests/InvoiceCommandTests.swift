import Foundation
import Testing

@Suite("Invoices and figures at the prompt (F26 to F28)")
struct InvoiceCommandTests {
  private let folder: DemoFolder

  init() throws {
    folder = try DemoFolder(customers: 2)
    #expect(try folder.run("full").status == 0)
  }

  private func done(_ arguments: String...) throws -> String {
    let run = try MapsyncProcess(arguments, in: folder.root)
    #expect(run.status == 0, "\(arguments): \(run.output)\(run.error)")
    return run.output
  }

  private func records(_ table: String) throws -> [[String: String]] {
    try folder.answer(ShownRecords.self, "record", "list", table).records.map(\.fields)
  }

  private func status(of invoice: String) throws -> String? {
    try folder.answer(ShownRecords.self, "record", "show", "invoice", invoice).records.first?
      .fields["statuscode"]
  }

  /// The number of a posted invoice over two pieces at 50, of the first customer.
  private func post(_ order: String) throws -> String {
    let customer = try #require(try records("Customer").compactMap { $0["No."] }.min())
    _ = try done(
      "record", "create", "Sales Header", "Document Type=Order", "No.=\(order)",
      "Sell-to Customer No.=\(customer)")
    _ = try done(
      "record", "create", "Sales Line", "Document Type=Order", "Document No.=\(order)",
      "Line No.=10000", "Type=Item", "No.=1896", "Quantity=2", "Unit Price=50")
    let said = try done("record", "post", order)
    let words = said.split(separator: "invoice '", omittingEmptySubsequences: false)
    return try #require(words.dropFirst().first?.split(separator: "'").first.map(String.init))
  }

  @Test("posted invoices are listed, sent, and follow what is paid of them")
  func invoices() throws {
    let (first, second) = (try post("S-1"), try post("S-2"))
    let listed = try folder.answer(ListedDocuments.self, "invoices", "list").documents
    #expect(Set(listed.map(\.name)) == [first, second])
    #expect(listed.allSatisfy { $0.standing == "ready" && $0.message == "" })
    _ = try done("invoices", "send", first)
    #expect(try folder.answer(ListedDocuments.self, "invoices").documents.map(\.name) == [second])
    let all = try folder.answer(ListedDocuments.self, "invoices", "list", "--all").documents
    #expect(all.first { $0.name == first }?.standing == "taken")
    #expect(try status(of: first) == "Active/Billed")
    _ = try done("record", "pay", first, "--amount", "40")
    _ = try done("invoices", "refresh", first)
    #expect(try status(of: first) == "Paid/Partial")
    _ = try done("record", "pay", first)
    _ = try done("invoices", "refresh")
    #expect(try status(of: first) == "Paid/Complete")
    // Once.
    _ = try done("invoices", "send", first)
    #expect(try records("invoice").count == 1)
    let unknown = try folder.run("invoices", "send", "nothing")
    #expect(unknown.status == 2 && unknown.error.contains("'nothing'"), "\(unknown.error)")
  }

  @Test("an invoice that waits for an item says so, and leaves the others alone")
  func waits() throws {
    _ = try done("record", "create", "Item", "No.=9", "Description=Lamp", "Unit Price=5")
    let (first, second) = (try post("S-1"), try post("S-2"))
    _ = try done(
      "record", "create", "Sales Invoice Line", "Document No.=\(first)", "Line No.=20000",
      "Type=Item", "No.=9", "Quantity=1")
    _ = try done("invoices", "send", first, second)
    #expect(try records("invoice").map { $0["invoicenumber"] } == [second])
    let listed = try #require(
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.first)
    #expect(listed.name == first && listed.standing == "waiting")
    #expect(listed.message.contains("line 2 waits for '9'"), "\(listed.message)")
  }

  @Test("why tells how an invoice came to Sales, and each state that it took")
  func why() throws {
    let number = try post("S-1")
    _ = try done("invoices", "send", number)
    _ = try done("record", "pay", number, "--amount", "40")
    _ = try done("invoices", "refresh")
    _ = try done("record", "pay", number)
    _ = try done("invoices", "refresh")
    let said = try done("why", "Sales Invoice Header:\(number)")
    let places = [
      "created", "Active/Billed, as the customer's ledger has it",
      "Paid/Partial, as the customer's ledger has it",
      "Paid/Complete, as the customer's ledger has it",
    ].map { said.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil }, "\(said)")
    let id = try #require(try records("invoice").first?["invoicenumber"])
    #expect(try done("why", "invoice:\(id)").contains("Paid/Complete"))
  }

  @Test("the figures of chosen customers come beside their accounts, and those of all")
  func statistics() throws {
    let number = try post("S-1")
    let customers = try records("Customer").compactMap { $0["No."] }.sorted()
    _ = try done("statistics", "update", customers[0])
    let figures = try records("nav_accountstatistics")
    #expect(figures.map { $0["nav_customerno"] } == [customers[0]])
    #expect(figures.first?["nav_totalsaleslcy"] == "100")
    _ = try done("statistics", "update")
    #expect(try records("nav_accountstatistics").count == customers.count)
    _ = try done("record", "pay", number)
    _ = try done("statistics")
    let balances = try records("nav_accountstatistics").compactMap { $0["nav_balancelcy"] }
    #expect(balances.allSatisfy { $0 == "0" }, "\(balances)")
  }
}
