import Foundation
import Testing

@Suite("What commands on invoices and figures say of what they did not do (F26 to F28)")
struct InvoiceCommandAnswerTests {
  private let folder: DemoFolder

  init() throws { folder = try DemoFolder.inStep(customers: 2) }

  private func customer() throws -> [String: String] {
    try #require(
      try folder.answer(ShownRecords.self, "record", "list", "Customer").records.map(\.fields)
        .min { $0["No."] ?? "" < $1["No."] ?? "" })
  }

  /// Posts an order over two pieces at 50; the number of its invoice.
  private func post(_ order: String) throws -> String {
    let number = try #require(try customer()["No."])
    try folder.does(
      "record", "create", "Sales Header", "Document Type=Order", "No.=\(order)",
      "Sell-to Customer No.=\(number)")
    try folder.does(
      "record", "create", "Sales Line", "Document Type=Order", "Document No.=\(order)",
      "Line No.=10000", "Type=Item", "No.=1896", "Quantity=2", "Unit Price=50")
    let said = try folder.does("record", "post", order)
    let words = said.split(separator: "invoice '", omittingEmptySubsequences: false)
    return try #require(words.dropFirst().first?.split(separator: "'").first.map(String.init))
  }

  @Test("a list that is cut says so, and shows at least one")
  func cutList() throws {
    for order in ["S-1", "S-2", "S-3"] { _ = try post(order) }
    let cut = try folder.does("invoices", "list", "--limit", "2")
    #expect(cut.contains("and more; --limit shows them"), "\(cut)")
    let whole = try folder.does("invoices", "list", "--limit", "3")
    #expect(!whole.contains("and more"), "\(whole)")
    let none = try folder.run("invoices", "list", "--limit", "0")
    #expect(none.status == 2 && none.error.contains("--limit is at least 1"), "\(none.error)")
  }

  @Test("an invoice that is not in Sales cannot be refreshed, and the command that sends it works")
  func refreshedUnsent() throws {
    let number = try post("S-1")
    let run = try folder.run("invoices", "refresh", number)
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains("'\(number)' is not in Sales: goes by 'mapsync invoices send"))
    try folder.does("invoices", "send", number)
    try folder.does("invoices", "refresh", number)
  }

  @Test("figures are updated of a customer that is named by its name")
  func named() throws {
    _ = try post("S-1")
    try folder.does("statistics", "update", try #require(try customer()["Name"]))
    let figures = try folder.answer(ShownRecords.self, "record", "list", "nav_accountstatistics")
      .records.map(\.fields)
    let own = try #require(try customer()["No."])
    let figure = figures.first { $0["nav_customerno"] == own }
    #expect(figure?["nav_balancelcy"] == "100", "\(figures)")
  }

  @Test("a change of a state by a person is told as the change of any field")
  func changedByAPerson() throws {
    let number = try post("S-1")
    try folder.does("invoices", "send", number)
    try folder.does("record", "pay", number)
    try folder.does("sync", "POSTEDSALESINV-INV")
    let changed = try folder.does(
      "record", "change", "--side", "sales", "invoice", number, "statecode=Active")
    #expect(changed.contains("statecode: 'Paid' is now 'Active'"), "\(changed)")
  }

  @Test("a posted invoice that was deleted in Business Central is found as lost")
  func deleted() throws {
    let number = try post("S-1")
    try folder.does("invoices", "send", number)
    try folder.does("record", "delete", "Sales Invoice Header", number)
    let found = try folder.run("skipped", "POSTEDSALESINV-INV", "--find-deleted")
    #expect(found.output.contains(number), "\(found.output)")
  }

  @Test("errors of a mapping that was switched off are nobody's any more")
  func switchedOff() throws {
    let world = try OrderingFolder()
    try world.done("record", "create", "account", "name=Supplier", "customertypecode=Vendor")
    try world.submit("ORD-1", customer: "Supplier")
    _ = try world.folder.run("orders", "create", "ORD-1")
    let errors = try world.folder.run("errors")
    guard errors.status == 1 else {
      Issue.record("the order was to fail: \(errors.output)")
      return
    }
    #expect(errors.output.contains("ORDER"), "\(errors.output)")
    try world.folder.edit { $0.replacing("- one-way-orders", with: "- no-orders") }
    try world.folder.does("errors")
    try world.folder.edit { $0.replacing("- no-orders", with: "- one-way-orders") }
    #expect(try world.folder.run("errors").status == 1)
  }

  @Test("the story of a quote whose document was deleted says the way out that the list has")
  func deletedQuote() throws {
    let world = try OrderingFolder()
    try world.activate("QUO-1")
    try world.done("quotes", "process", "QUO-1")
    try world.done(
      "record", "delete", "Sales Header", "Quote,\(try #require(try world.number(of: "QUO-1")))")
    let why = try world.folder.run("why", "quote:QUO-1").output
    #expect(why.contains("'mapsync uncouple QUOTE "), "\(why)")
  }
}
