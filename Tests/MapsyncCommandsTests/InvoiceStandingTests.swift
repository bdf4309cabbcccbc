import Foundation
import Testing

@Suite("The list of invoices and 'why' say what comes next, and the way out (F26, F27, B7)")
struct InvoiceStandingTests {
  private let folder: DemoFolder

  init() throws { folder = try DemoFolder.inStep(customers: 2) }

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

  @Test("what a person changed in Sales waits for the next payment or a command, and all say so")
  func changedInSales() throws {
    let number = try post("S-1")
    _ = try done("invoices", "send", number)
    _ = try done("run")
    _ = try done("record", "change", "invoice", number, "statecode=Paid", "statuscode=Complete")
    let said =
      "in Sales it is in another state than Active/Billed, as the customer's ledger has it; a run "
      + "sees that with the next payment, 'mapsync invoices refresh \(number)' at once"
    func listed() throws -> [String] {
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.map(\.message)
    }
    #expect(try listed() == [said])
    #expect(try done("why", number).contains("next run to-sales would pass it over: \(said)"))
    _ = try done("sync", "POSTEDSALESINV-INV")
    #expect(try status(of: number) == "Paid/Complete")
    #expect(try listed() == [said])
    // A payment is news, and the next run sees it.
    _ = try done("record", "pay", number, "--amount", "40")
    let news = try listed()
    #expect(news.count == 1 && news[0].contains("; the next run does, or 'mapsync"), "\(news)")
    _ = try done("sync", "POSTEDSALESINV-INV")
    #expect(try status(of: number) == "Paid/Partial")
    #expect(try listed().isEmpty)
  }

  @Test("why says what of a changed invoice goes to Sales, and why nothing does")
  func changed() throws {
    let number = try post("S-1")
    _ = try done("invoices", "send", number)
    let header = "Sales Invoice Header"
    _ = try done("record", "change", header, number, "Work Description=Thank you")
    #expect(try done("why", number).contains("next run to-sales would write description"))
    _ = try done("sync", "POSTEDSALESINV-INV")
    let sent = try #require(try records("invoice").first)
    #expect(sent["description"] == "Thank you")
    _ = try done("record", "change", "invoice", number, "description=Mine")
    _ = try done("record", "change", header, number, "Work Description=Thanks")
    let stays =
      "next run to-sales has nothing to do: was changed by a person in Sales, and stays as it is"
    #expect(try done("why", number).contains(stays))
    _ = try done("sync", "POSTEDSALESINV-INV")
    #expect(try records("invoice").map { $0["description"] } == ["Mine"])
  }

  @Test("what was paid of an invoice that Sales no longer has cannot be told, and all say so")
  func deletedInSales() throws {
    let number = try post("S-1")
    _ = try done("invoices", "send", number)
    _ = try done("record", "delete", "--side", "sales", "invoice", number)
    _ = try done("record", "pay", number, "--amount", "40")
    let gone = "its document in Sales is gone; 'mapsync uncouple POSTEDSALESINV-INV "
    let refreshed = try folder.run("invoices", "refresh", number)
    #expect(refreshed.status == 1, "\(refreshed.output)")
    #expect(try folder.run("errors").output.contains(gone))
    let line = try #require(
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.first)
    #expect(line.standing == "lost" && line.message.hasPrefix(gone), "\(line.message)")
    #expect(try folder.run("why", number).output.contains(gone))
  }

  @Test("an invoice of a customer or an item whose partner was deleted says so, and the way out")
  func deadPartners() throws {
    let number = try post("S-1")
    let account = try #require(
      try records("Customer").first { $0["No."] == "10000" }?["Name"])
    _ = try done("record", "delete", "--side", "sales", "account", account)
    let said =
      "needs '10000' of CUSTOMER, whose partner in Sales was deleted; 'mapsync skipped CUSTOMER "
      + "--find-deleted --then restore' makes it again, 'mapsync uncouple CUSTOMER 10000' forgets"
    func listed() throws -> String? {
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.first?.message
    }
    var message = try #require(try listed())
    #expect(message.hasPrefix(said), "\(message)")
    #expect(try done("why", number).contains("' would refuse it: \(said)"))
    let refused = try folder.run("invoices", "send", number)
    #expect(refused.status == 1 && refused.output.contains(said), "\(refused.output)")
    _ = try done("skipped", "CUSTOMER", "--find-deleted", "--then", "restore")
    _ = try done("record", "delete", "--side", "sales", "product", "1896")
    let line = "line 1 needs '1896' of ITEM-PRODUCT, whose partner in Sales was deleted; "
    message = try #require(try listed())
    #expect(message.hasPrefix(line), "\(message)")
    _ = try done("skipped", "ITEM-PRODUCT", "--find-deleted", "--then", "restore")
    _ = try done("invoices", "send", number)
    #expect(try status(of: number) == "Active/Billed")
  }

  @Test("what waits for a record whose partner was deleted is not told that it is not coupled")
  func deadCustomer() throws {
    let account = try #require(
      try records("Customer").first { $0["No."] == "10010" }?["Name"])
    _ = try done(
      "record", "create", "salesorder", "ordernumber=ORD-1", "name=Chairs",
      "customerid=account:\(account)")
    _ = try done("record", "submit", "ORD-1")
    _ = try done("record", "delete", "--side", "bc", "Customer", "10010")
    _ = try folder.run("orders", "create", "ORD-1")
    let said = try done("why", "ORD-1")
    #expect(said.contains("of CUSTOMER, whose partner was deleted"), "\(said)")
    #expect(said.contains("waits for account:\(account), whose partner is still gone"), "\(said)")
  }

  @Test("an invoice whose coupling was taken away is not sent again beside itself")
  func uncoupled() throws {
    let number = try post("S-1")
    _ = try done("invoices", "send", number)
    _ = try done("uncouple", "POSTEDSALESINV-INV", number)
    let foretold = try done("why", number)
    #expect(
      foretold.contains("send \(number)' would refuse it: is in Sales already"), "\(foretold)")
    let run = try folder.run("invoices", "send", number)
    #expect(run.status == 1 && run.output.contains("is in Sales already"), "\(run.output)")
    #expect(try records("invoice").count == 1)
    let line = try #require(
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.first)
    let command = try #require(
      line.message.split(separator: "'mapsync ").last?.split(separator: "'").first)
    let coupled = try MapsyncProcess(
      command.split(separator: " ").map(String.init), in: folder.root)
    #expect(coupled.status == 0, "\(coupled.output)\(coupled.error)")
    // The two are looked at once more, as whatever a person couples is.
    _ = try done("run")
    #expect(try folder.answer(ListedDocuments.self, "invoices", "list").documents.isEmpty)
    #expect(try records("invoice").count == 1)
    #expect(try status(of: number) == "Active/Billed")
  }
}
