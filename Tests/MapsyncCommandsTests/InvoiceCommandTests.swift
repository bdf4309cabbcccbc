import Foundation
import Testing

@Suite("Invoices and figures at the prompt (F26 to F28)")
struct InvoiceCommandTests {
  private let folder: DemoFolder

  init() throws {
    folder = try DemoFolder(customers: 2)
    #expect(try folder.run("full").status == 0)
  }

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
    let (first, second) = (try folder.post("S-1"), try folder.post("S-2"))
    let listed = try folder.answer(ListedDocuments.self, "invoices", "list").documents
    #expect(Set(listed.map(\.number)) == [first, second])
    #expect(
      listed.allSatisfy { $0.standing == "ready" && $0.message.contains("mapsync invoices send") })
    try folder.does("invoices", "send", first)
    #expect(try folder.answer(ListedDocuments.self, "invoices").documents.map(\.number) == [second])
    let all = try folder.answer(ListedDocuments.self, "invoices", "list", "--all").documents
    #expect(all.first { $0.number == first }?.standing == "taken")
    #expect(try folder.status(ofInvoice: first) == "Active/Billed")
    try folder.does("record", "pay", first, "--amount", "40")
    try folder.does("invoices", "refresh", first)
    #expect(try folder.status(ofInvoice: first) == "Paid/Partial")
    try folder.does("record", "pay", first)
    try folder.does("invoices", "refresh")
    #expect(try folder.status(ofInvoice: first) == "Paid/Complete")
    // Once.
    try folder.does("invoices", "send", first)
    #expect(try folder.shown("invoice").count == 1)
    let unknown = try folder.run("invoices", "send", "nothing")
    #expect(unknown.status == 2 && unknown.error.contains("'nothing'"), "\(unknown.error)")
  }

  @Test("an invoice that waits for an item says so, and leaves the others alone")
  func waits() throws {
    try folder.does("record", "create", "Item", "No.=9", "Description=Lamp", "Unit Price=5")
    let (first, second) = (try folder.post("S-1"), try folder.post("S-2"))
    try folder.does(
      "record", "create", "Sales Invoice Line", "Document No.=\(first)", "Line No.=20000",
      "Type=Item", "No.=9", "Quantity=1")
    try folder.does("invoices", "send", first, second)
    #expect(try folder.shown("invoice").map { $0["invoicenumber"] } == [second])
    let listed = try #require(
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.first)
    #expect(listed.number == first && listed.standing == "waiting")
    #expect(listed.message.contains("line 2 waits for '9'"), "\(listed.message)")
  }

  @Test("why tells how an invoice came to Sales, and each state that it took")
  func why() throws {
    let number = try folder.post("S-1")
    try folder.does("invoices", "send", number)
    try folder.does("record", "pay", number, "--amount", "40")
    try folder.does("invoices", "refresh")
    try folder.does("record", "pay", number)
    try folder.does("invoices", "refresh")
    let said = try folder.does("why", "Sales Invoice Header:\(number)")
    let places = [
      "created", "Active/Billed, as the customer's ledger has it",
      "Paid/Partial, as the customer's ledger has it",
      "Paid/Complete, as the customer's ledger has it",
    ].map { said.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil }, "\(said)")
    let id = try #require(try folder.shown("invoice").first?["invoicenumber"])
    #expect(try folder.does("why", "invoice:\(id)").contains("Paid/Complete"))
  }

  @Test(
    "why tells each payment, foretells what comes of one, and takes no write of ours for a change")
  func payments() throws {
    let number = try folder.post("S-1")
    #expect(
      try folder.does("why", number).contains(
        "next run to-sales would pass it over: the setting 'auto-send-invoices' is off; "
          + "'mapsync invoices send \(number)' takes it in"))
    try folder.does("invoices", "send", number)
    var said = try folder.does("why", number)
    #expect(said.contains("is coupled with invoice:\(number), in step"), "\(said)")
    #expect(said.contains("would pass it over: is taken in already"), "\(said)")
    #expect(said.contains("created by POSTEDSALESINV-INV to-sales [job "), "\(said)")
    try folder.does("record", "pay", number, "--amount", "40")
    let first = "Paid/Partial, as the customer's ledger has it: 60 of 100 is left to pay"
    said = try folder.does("why", number)
    #expect(
      said.contains("next run to-sales would go on with it: in Sales it is then \(first)"),
      "\(said)")
    try folder.does("invoices", "refresh", number)
    try folder.does("record", "pay", number, "--amount", "10")
    // Once, however often it is looked at.
    for _ in 0..<2 { try folder.does("invoices", "refresh") }
    said = try folder.does("why", number)
    let second = "Paid/Partial, as the customer's ledger has it: 50 of 100 is left to pay"
    #expect(said.contains("told in Sales by POSTEDSALESINV-INV to-sales: \(first) [job"), "\(said)")
    let taken = "payment taken in by POSTEDSALESINV-INV to-sales: \(second) [job"
    #expect(said.components(separatedBy: taken).count == 2, "\(said)")
    #expect(said.contains("is coupled with invoice:\(number), in step"), "\(said)")
    #expect(try folder.does("why", "invoice:\(number)").contains(taken))
  }

  @Test("a payment that Sales was not told of is in the list, with the command that tells it")
  func untold() throws {
    let number = try folder.post("S-1")
    try folder.does("invoices", "send", number)
    #expect(try folder.answer(ListedDocuments.self, "invoices", "list").documents.isEmpty)
    try folder.does("record", "pay", number, "--amount", "40")
    let line = try #require(
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.first)
    #expect(line.number == number && line.standing == "ready")
    #expect(line.message.hasPrefix("Sales is still to be told that it is Paid/Partial"))
    let command = try #require(
      line.message.split(separator: "'mapsync ").last?.split(separator: "'").first)
    let run = try MapsyncProcess(
      command.split(separator: " ").map(String.init), in: folder.root)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(try folder.status(ofInvoice: number) == "Paid/Partial")
    #expect(try folder.answer(ListedDocuments.self, "invoices", "list").documents.isEmpty)
  }

  @Test("what Business Central works out of a customer is shown, not what is stored")
  func shownFigures() throws {
    _ = try folder.post("S-1")
    let customer = try #require(try folder.shown("Customer").compactMap { $0["No."] }.min())
    let fields = try #require(
      try folder.answer(ShownRecords.self, "record", "show", "Customer", customer).records.first
    )
    .fields
    #expect(fields["Total Sales (LCY)"] == "100" && fields["Total (LCY)"] == "100", "\(fields)")
  }

  @Test("a payment that cannot be is refused: finer than the currency, before the invoice, none")
  func refusedPayments() throws {
    let number = try folder.post("S-1")
    for (arguments, why) in [
      (["--amount", "0.001"], "a payment of 0.001 is finer than 0.01, the smallest amount of"),
      (["--on", "2020-01-01"], "a payment on 2020-01-01 would be before invoice '\(number)'"),
      (["--amount", "0"], "a payment must be more than 0"),
    ] {
      let run = try MapsyncProcess(["record", "pay", number] + arguments, in: folder.root)
      #expect(run.status == 1 && run.error.contains(why), "\(arguments): \(run.error)")
    }
    #expect(
      try folder.does("record", "pay", number, "--amount", "130").contains(
        "nothing is left to pay; 30 is more than that, and stays open for the customer"))
  }

  @Test("an invoice of both systems is cancelled where it was posted")
  func cancelled() throws {
    let number = try folder.post("S-1")
    try folder.does("invoices", "send", number)
    let said = try folder.does("record", "cancel", number)
    #expect(said.hasPrefix("posted invoice '\(number)' is cancelled by credit memo '"), "\(said)")
    try folder.does("invoices", "refresh")
    #expect(try folder.status(ofInvoice: number)?.hasPrefix("Canceled") == true)
  }

  @Test("the figures of chosen customers come beside their accounts, and those of all")
  func statistics() throws {
    let number = try folder.post("S-1")
    let customers = try folder.shown("Customer").compactMap { $0["No."] }.sorted()
    // The full synchronization brought those of before the invoice.
    func sales() throws -> [String?] {
      try folder.shown("nav_accountstatistics").sorted {
        ($0["nav_customerno"] ?? "") < ($1["nav_customerno"] ?? "")
      }.map { $0["nav_totalsaleslcy"] }
    }
    #expect(try sales() == customers.map { _ in "0" })
    try folder.does("statistics", "update", customers[0])
    #expect(try sales() == ["100"] + customers.dropFirst().map { _ in "0" })
    try folder.does("statistics", "update")
    #expect(try folder.shown("nav_accountstatistics").count == customers.count)
    // What did not change is not written again (R I-5).
    #expect(try counters("statistics", "update") == ["modified": 0, "unchanged": customers.count])
    try folder.does("record", "change", "Customer", customers[0], "Credit Limit (LCY)=500")
    #expect(
      try counters("statistics", "update")
        == ["modified": 1, "unchanged": customers.count - 1])
    #expect(try counters("statistics", "update", customers[0]) == ["modified": 0, "unchanged": 1])
    try folder.does("record", "pay", number)
    try folder.does("statistics")
    let balances = try folder.shown("nav_accountstatistics").compactMap { $0["nav_balancelcy"] }
    #expect(balances.allSatisfy { $0 == "0" }, "\(balances)")
  }
}
