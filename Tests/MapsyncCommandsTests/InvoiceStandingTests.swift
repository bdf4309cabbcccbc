import Foundation
import Testing

@Suite("The list of invoices and 'why' say what comes next, and the way out (F26, F27, B7)")
struct InvoiceStandingTests {
  private let folder: DemoFolder

  init() throws { folder = try DemoFolder.inStep(customers: 2) }

  @Test("what a person changed in Sales waits for the next payment or a command, and all say so")
  func changedInSales() throws {
    let number = try folder.post("S-1")
    try folder.does("invoices", "send", number)
    try folder.does("run")
    try folder.does("record", "change", "invoice", number, "statecode=Paid", "statuscode=Complete")
    let said =
      "in Sales it is in another state than Active/Billed, as the customer's ledger has it; a run "
      + "sees that with the next payment, 'mapsync invoices refresh \(number)' at once"
    func listed() throws -> [String] {
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.map(\.message)
    }
    #expect(try listed() == [said])
    #expect(
      try folder.does("why", number).contains("next run to-sales would pass it over: \(said)"))
    try folder.does("sync", "POSTEDSALESINV-INV")
    #expect(try folder.status(ofInvoice: number) == "Paid/Complete")
    #expect(try listed() == [said])
    // A payment is news, and the next run sees it.
    try folder.does("record", "pay", number, "--amount", "40")
    let news = try listed()
    #expect(news.count == 1 && news[0].contains("; the next run does, or 'mapsync"), "\(news)")
    try folder.does("sync", "POSTEDSALESINV-INV")
    #expect(try folder.status(ofInvoice: number) == "Paid/Partial")
    #expect(try listed().isEmpty)
  }

  @Test("why says what of a changed invoice goes to Sales, and why nothing does")
  func changed() throws {
    let number = try folder.post("S-1")
    try folder.does("invoices", "send", number)
    let header = "Sales Invoice Header"
    try folder.does("record", "change", header, number, "Work Description=Thank you")
    #expect(try folder.does("why", number).contains("next run to-sales would write description"))
    try folder.does("sync", "POSTEDSALESINV-INV")
    let sent = try #require(try folder.shown("invoice").first)
    #expect(sent["description"] == "Thank you")
    try folder.does("record", "change", "invoice", number, "description=Mine")
    try folder.does("record", "change", header, number, "Work Description=Thanks")
    let stays =
      "next run to-sales has nothing to do: was changed by a person in Sales, and stays as it is"
    #expect(try folder.does("why", number).contains(stays))
    try folder.does("sync", "POSTEDSALESINV-INV")
    #expect(try folder.shown("invoice").map { $0["description"] } == ["Mine"])
  }

  @Test("what was paid of an invoice that Sales no longer has cannot be told, and all say so")
  func deletedInSales() throws {
    let number = try folder.post("S-1")
    try folder.does("invoices", "send", number)
    try folder.does("record", "delete", "--side", "sales", "invoice", number)
    try folder.does("record", "pay", number, "--amount", "40")
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
    let number = try folder.post("S-1")
    let account = try #require(
      try folder.shown("Customer").first { $0["No."] == "10000" }?["Name"])
    try folder.does("record", "delete", "--side", "sales", "account", account)
    let said =
      "needs '10000' of CUSTOMER, whose partner in Sales was deleted; 'mapsync skipped CUSTOMER "
      + "--find-deleted --then restore' makes it again, 'mapsync uncouple CUSTOMER 10000' forgets"
    func listed() throws -> String? {
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.first?.message
    }
    var message = try #require(try listed())
    #expect(message.hasPrefix(said), "\(message)")
    #expect(try folder.does("why", number).contains("' would refuse it: \(said)"))
    let refused = try folder.run("invoices", "send", number)
    #expect(refused.status == 1 && refused.output.contains(said), "\(refused.output)")
    try folder.does("skipped", "CUSTOMER", "--find-deleted", "--then", "restore")
    try folder.does("record", "delete", "--side", "sales", "product", "1896")
    let line = "line 1 needs '1896' of ITEM-PRODUCT, whose partner in Sales was deleted; "
    message = try #require(try listed())
    #expect(message.hasPrefix(line), "\(message)")
    try folder.does("skipped", "ITEM-PRODUCT", "--find-deleted", "--then", "restore")
    try folder.does("invoices", "send", number)
    #expect(try folder.status(ofInvoice: number) == "Active/Billed")
  }

  @Test("what waits for a record whose partner was deleted is not told that it is not coupled")
  func deadCustomer() throws {
    let account = try #require(
      try folder.shown("Customer").first { $0["No."] == "10010" }?["Name"])
    try folder.does(
      "record", "create", "salesorder", "ordernumber=ORD-1", "name=Chairs",
      "customerid=account:\(account)")
    try folder.does("record", "submit", "ORD-1")
    try folder.does("record", "delete", "--side", "bc", "Customer", "10010")
    _ = try folder.run("orders", "create", "ORD-1")
    let said = try folder.does("why", "ORD-1")
    #expect(said.contains("of CUSTOMER, whose partner was deleted"), "\(said)")
    #expect(said.contains("waits for account:\(account), whose partner is still gone"), "\(said)")
  }

  @Test("an invoice whose coupling was taken away is not sent again beside itself")
  func uncoupled() throws {
    let number = try folder.post("S-1")
    try folder.does("invoices", "send", number)
    try folder.does("uncouple", "POSTEDSALESINV-INV", number)
    let foretold = try folder.does("why", number)
    #expect(
      foretold.contains("send \(number)' would refuse it: is in Sales already"), "\(foretold)")
    let run = try folder.run("invoices", "send", number)
    #expect(run.status == 1 && run.output.contains("is in Sales already"), "\(run.output)")
    #expect(try folder.shown("invoice").count == 1)
    let line = try #require(
      try folder.answer(ListedDocuments.self, "invoices", "list").documents.first)
    let command = try #require(
      line.message.split(separator: "'mapsync ").last?.split(separator: "'").first)
    let coupled = try MapsyncProcess(
      command.split(separator: " ").map(String.init), in: folder.root)
    #expect(coupled.status == 0, "\(coupled.output)\(coupled.error)")
    // The two are looked at once more, as whatever a person couples is.
    try folder.does("run")
    #expect(try folder.answer(ListedDocuments.self, "invoices", "list").documents.isEmpty)
    #expect(try folder.shown("invoice").count == 1)
    #expect(try folder.status(ofInvoice: number) == "Active/Billed")
  }
}
