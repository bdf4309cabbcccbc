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

  private func records(_ table: String) throws -> [[String: String]] { try folder.shown(table) }

  private func status(of invoice: String) throws -> String? {
    try folder.status(ofInvoice: invoice)
  }

  private func post(_ order: String) throws -> String { try folder.post(order) }

  /// What a command counts as modified and unchanged.
  private func counters(_ arguments: String...) throws -> [String: Int] {
    struct Answer: Decodable {
      struct Run: Decodable {
        let counters: [String: Int]
      }

      let runs: [Run]
    }
    let run = try MapsyncProcess(arguments + ["--format", "json"], in: folder.root)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    return answer.runs.first?.counters.filter { ["modified", "unchanged"].contains($0.key) } ?? [:]
  }

  @Test("posted invoices are listed, sent, and follow what is paid of them")
  func invoices() throws {
    let (first, second) = (try post("S-1"), try post("S-2"))
    let listed = try folder.answer(ListedDocuments.self, "invoices", "list").documents
    #expect(Set(listed.map(\.number)) == [first, second])
    #expect(
      listed.allSatisfy { $0.standing == "ready" && $0.message.contains("mapsync invoices send") })
    _ = try done("invoices", "send", first)
    #expect(try folder.answer(ListedDocuments.self, "invoices").documents.map(\.number) == [second])
    let all = try folder.answer(ListedDocuments.self, "invoices", "list", "--all").documents
    #expect(all.first { $0.number == first }?.standing == "taken")
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
    #expect(listed.number == first && listed.standing == "waiting")
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

  @Test(
    "why tells each payment, foretells what comes of one, and takes no write of ours for a change")
  func payments() throws {
    let number = try post("S-1")
    #expect(
      try done("why", number).contains(
        "next run to-sales would pass it over: the setting 'auto-send-invoices' is off; "
          + "'mapsync invoices send \(number)' takes it in"))
    _ = try done("invoices", "send", number)
    var said = try done("why", number)
    #expect(said.contains("is coupled with invoice:\(number), in step"), "\(said)")
    #expect(said.contains("would pass it over: is taken in already"), "\(said)")
    #expect(said.contains("created by POSTEDSALESINV-INV to-sales [job "), "\(said)")
    _ = try done("record", "pay", number, "--amount", "40")
    let first = "Paid/Partial, as the customer's ledger has it: 60 of 100 is left to pay"
    said = try done("why", number)
    #expect(
      said.contains("next run to-sales would go on with it: in Sales it is then \(first)"),
      "\(said)")
    _ = try done("invoices", "refresh", number)
    _ = try done("record", "pay", number, "--amount", "10")
    // Once, however often it is looked at.
    for _ in 0..<2 { _ = try done("invoices", "refresh") }
    said = try done("why", number)
    let second = "Paid/Partial, as the customer's ledger has it: 50 of 100 is left to pay"
    #expect(said.contains("told in Sales by POSTEDSALESINV-INV to-sales: \(first) [job"), "\(said)")
    let taken = "payment taken in by POSTEDSALESINV-INV to-sales: \(second) [job"
    #expect(said.components(separatedBy: taken).count == 2, "\(said)")
    #expect(said.contains("is coupled with invoice:\(number), in step"), "\(said)")
    #expect(try done("why", "invoice:\(number)").contains(taken))
  }

  @Test("a payment that Sales was not told of is in the list, with the command that tells it")
  func untold() throws {
    let number = try post("S-1")
    _ = try done("invoices", "send", number)
    #expect(try folder.answer(ListedDocuments.self, "invoices", "list").documents.isEmpty)
    _ = try done("record", "pay", number, "--amount", "40")
    let line = try #require(
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.first)
    #expect(line.number == number && line.standing == "ready")
    #expect(line.message.hasPrefix("Sales is still to be told that it is Paid/Partial"))
    let command = try #require(
      line.message.split(separator: "'mapsync ").last?.split(separator: "'").first)
    let run = try MapsyncProcess(
      command.split(separator: " ").map(String.init), in: folder.root)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(try status(of: number) == "Paid/Partial")
    #expect(try folder.answer(ListedDocuments.self, "invoices", "list").documents.isEmpty)
  }

  @Test("what Business Central works out of a customer is shown, not what is stored")
  func shownFigures() throws {
    _ = try post("S-1")
    let customer = try #require(try records("Customer").compactMap { $0["No."] }.min())
    let fields = try #require(
      try folder.answer(ShownRecords.self, "record", "show", "Customer", customer).records.first
    )
    .fields
    #expect(fields["Total Sales (LCY)"] == "100" && fields["Total (LCY)"] == "100", "\(fields)")
  }

  @Test("a payment that cannot be is refused: finer than the currency, before the invoice, none")
  func refusedPayments() throws {
    let number = try post("S-1")
    for (arguments, why) in [
      (["--amount", "0.001"], "a payment of 0.001 is finer than 0.01, the smallest amount of"),
      (["--on", "2020-01-01"], "a payment on 2020-01-01 would be before invoice '\(number)'"),
      (["--amount", "0"], "a payment must be more than 0"),
    ] {
      let run = try MapsyncProcess(["record", "pay", number] + arguments, in: folder.root)
      #expect(run.status == 1 && run.error.contains(why), "\(arguments): \(run.error)")
    }
    #expect(
      try done("record", "pay", number, "--amount", "130").contains(
        "nothing is left to pay; 30 is more than that, and stays open for the customer"))
  }

  @Test("an invoice of both systems is cancelled where it was posted")
  func cancelled() throws {
    let number = try post("S-1")
    _ = try done("invoices", "send", number)
    let said = try done("record", "cancel", number)
    #expect(said.hasPrefix("posted invoice '\(number)' is cancelled by credit memo '"), "\(said)")
    _ = try done("invoices", "refresh")
    #expect(try status(of: number)?.hasPrefix("Canceled") == true)
  }

  @Test("the figures of chosen customers come beside their accounts, and those of all")
  func statistics() throws {
    let number = try post("S-1")
    let customers = try records("Customer").compactMap { $0["No."] }.sorted()
    // The full synchronization brought those of before the invoice.
    func sales() throws -> [String?] {
      try records("nav_accountstatistics").sorted {
        ($0["nav_customerno"] ?? "") < ($1["nav_customerno"] ?? "")
      }.map { $0["nav_totalsaleslcy"] }
    }
    #expect(try sales() == customers.map { _ in "0" })
    _ = try done("statistics", "update", customers[0])
    #expect(try sales() == ["100"] + customers.dropFirst().map { _ in "0" })
    _ = try done("statistics", "update")
    #expect(try records("nav_accountstatistics").count == customers.count)
    // What did not change is not written again (R I-5).
    #expect(try counters("statistics", "update") == ["modified": 0, "unchanged": customers.count])
    _ = try done("record", "change", "Customer", customers[0], "Credit Limit (LCY)=500")
    #expect(
      try counters("statistics", "update")
        == ["modified": 1, "unchanged": customers.count - 1])
    #expect(try counters("statistics", "update", customers[0]) == ["modified": 0, "unchanged": 1])
    _ = try done("record", "pay", number)
    _ = try done("statistics")
    let balances = try records("nav_accountstatistics").compactMap { $0["nav_balancelcy"] }
    #expect(balances.allSatisfy { $0 == "0" }, "\(balances)")
  }
}
