import Foundation
import Testing

@Suite("Orders on their way to Business Central, as people and kills meet them (F15 to F19, B6)")
struct OrderCommandTests {
  private func inStep() throws -> DemoFolder { try .forOrders() }

  private func submit(
    _ number: String, customer: String = "Adatum", in folder: DemoFolder
  ) throws { try folder.submit(number, customer: customer) }

  private func orders(_ folder: DemoFolder) throws -> [[String: String]] {
    try folder.answer(ShownRecords.self, "record", "list", "Sales Header").records.map(\.fields)
  }

  private func lines(_ folder: DemoFolder) throws -> [[String: String]] {
    try folder.answer(ShownRecords.self, "record", "list", "Sales Line").records.map(\.fields)
  }

  @Test("a submitted order is listed, taken in by command with all that belongs to it, and marked")
  func created() throws {
    let folder = try inStep()
    try submit("ORD-1", in: folder)
    let listed = try folder.answer(ListedDocuments.self, "orders", "list").documents
    #expect(listed.map(\.standing) == ["ready"])
    let created = try folder.run("orders", "create", "ORD-1")
    #expect(created.status == 0, "\(created.output)\(created.error)")
    let order = try #require(try orders(folder).first)
    #expect(order["Your Reference"] == "ORD-1" && order["Document Type"] == "Order")
    let lines = try lines(folder)
    #expect(lines.compactMap { $0["Line Amount"] }.sorted() == ["100", "100", "25"])
    #expect(lines.compactMap { $0["Inv. Discount Amount"] }.sorted() == ["0", "10", "10"])
    #expect(try folder.answer(ListedDocuments.self, "orders", "list").documents.isEmpty)
    // What was looked at on the way and written anew counts once.
    let customers = try folder.answer(ShownRecords.self, "record", "list", "Customer").records
    let customer = try #require(customers.first { $0.fields["Name"] == "Adatum" })
    #expect(customer.fields["Outstanding Orders (LCY)"] == "205")
    let sales = try folder.run("record", "show", "salesorder", "ORD-1")
    #expect(sales.output.contains("lastbackofficesubmit") && sales.output.contains("Submitted"))
    // Once.
    #expect(try folder.run("run", "--now").status == 0)
    #expect(try orders(folder).count == 1)
  }

  @Test("why tells how an order ended: invoiced, or deleted in Business Central (B7)")
  func ended() throws {
    let folder = try inStep()
    try submit("ORD-1", in: folder)
    try submit("ORD-2", in: folder)
    #expect(try folder.run("orders", "create", "ORD-1", "ORD-2").status == 0)
    var numbers: [String: String] = [:]
    for order in try orders(folder) {
      if let reference = order["Your Reference"] { numbers[reference] = order["No."] }
    }
    let posted = try folder.run("record", "post", try #require(numbers["ORD-1"]))
    #expect(posted.status == 0, "\(posted.error)")
    let gone = try folder.run(
      "record", "delete", "Sales Header", "Order,\(try #require(numbers["ORD-2"]))")
    #expect(gone.status == 0, "\(gone.error)")
    #expect(try folder.run("run", "--now", "--only", "SALESORDER-ORDER").status == 0)
    let first = try folder.run("why", "salesorder:ORD-1").output
    #expect(
      first.contains(
        "uncoupled by SALESORDER-ORDER to-sales: all of it is invoiced in Business Central; in Sales"
          + " it is 'Invoiced' now"), "\(first)")
    let second = try folder.run("why", "salesorder:ORD-2").output
    #expect(
      second.contains("it was deleted in Business Central; in Sales it is 'Active/Pending' now"),
      "\(second)")
  }

  @Test(
    "an order that lacks something says what, leaves the others alone, and comes once it is there")
  func waits() throws {
    let folder = try inStep()
    let account = try folder.run(
      "record", "create", "account", "name=Newcomer", "customertypecode=Customer")
    #expect(account.status == 0, "\(account.error)")
    try submit("ORD-1", customer: "Newcomer", in: folder)
    try submit("ORD-2", in: folder)
    #expect(try folder.run("run", "--now").status == 0)
    #expect(try orders(folder).map { $0["Your Reference"] } == ["ORD-2"])
    let listed = try #require(
      try folder.answer(ListedDocuments.self, "orders", "list").documents.first)
    #expect(listed.standing == "waiting" && listed.message.contains("'Newcomer'"))
    #expect(try folder.run("create", "CUSTOMER", "account:Newcomer").status == 0)
    #expect(try folder.run("run", "--now").status == 0)
    #expect(Set(try orders(folder).map { $0["Your Reference"] }) == ["ORD-1", "ORD-2"])
  }

  @Test("a refusal names the line of its mapping, of an order and of a line (B7)")
  func refusing() throws {
    let world = try OrderingFolder()
    try world.done("record", "create", "account", "name=Supplier", "customertypecode=Vendor")
    try world.submit("ORD-1", customer: "Supplier")
    try world.submit("ORD-2")
    try world.done("record", "change", "product", "1896", "statecode=Retired")
    #expect(try world.folder.run("orders", "create", "ORD-1", "ORD-2").status == 1)
    let errors = try world.folder.run("errors").output
    let mappings = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "mappings")
    for (file, sentence) in [
      ("ORDER.yaml", "its account is no customer"),
      ("ORDER-LINE.yaml", "its product is not active"),
    ] {
      let lines = try String(contentsOf: mappings.appending(path: file), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let place = try #require(lines.firstIndex { $0.contains(sentence) }) + 1
      #expect(errors.contains("\(file):\(place)"), "\(file):\(place) in \(errors)")
    }
  }

  @Test("a round of everything tells the timelines too, and the one after it has nothing to tell")
  func timelines() throws {
    let world = try OrderingFolder()
    try world.submit("ORD-1")
    try world.done("orders", "create", "ORD-1")
    try world.done("record", "release", try #require(try world.number(of: "ORD-1")))
    try world.done("run", "--now")
    #expect(try world.records("post").count == 1)
    try world.done("run", "--now")
    #expect(try world.records("post").count == 1)
  }

  @Test(
    "while orders are not integrated nothing comes back, and all of it does once they are (F20)")
  func switchedOff() throws {
    let world = try OrderingFolder()
    try world.submit("ORD-1")
    try world.done("orders", "create", "ORD-1")
    let order = try #require(try world.number(of: "ORD-1"))
    try world.folder.edit { $0.replacing("- one-way-orders", with: "- no-orders") }
    try world.done(
      "record", "change", "Sales Header", "Order,\(order)", "Requested Delivery Date=2026-02-14")
    try world.done("record", "release", order)
    try world.done("run", "--now")
    #expect(try world.records("salesorder").first?["requestdeliveryby"] ?? "" == "")
    try world.folder.edit { $0.replacing("- no-orders", with: "- one-way-orders") }
    try world.done("run", "--now")
    #expect(try world.records("salesorder").first?["requestdeliveryby"] == "2026-02-14")
  }

  @Test("an order that archives its quote and takes its number says so, and so does the quote (B7)")
  func archiving() throws {
    let world = try OrderingFolder()
    let order = try world.orderOfQuote()
    try world.done("record", "submit", order)
    try world.done("orders", "create", order)
    let document = try #require(try world.number(of: order))
    let told = try world.done("why", document)
    #expect(told.contains("came from quote 'Quote,SQ-00001', and has its number"), "\(told)")
    let quote = try world.done("why", "Quote,SQ-00001")
    #expect(quote.contains("is archived: order '\(order)' came of it"), "\(quote)")
  }

  @Test("an order whose quote is gone from Business Central is taken in and marked (R E-5, E-19)")
  func withoutQuote() throws {
    let world = try OrderingFolder()
    let order = try world.orderOfQuote()
    try world.done("record", "submit", order)
    try world.done("record", "delete", "Sales Header", "Quote,SQ-00001")
    try world.done("orders", "create", order)
    #expect(try world.records("salesorder").first?["lastbackofficesubmit"] != nil)
    #expect(try world.listed("orders").line == nil)
    let told = try world.done("why", "salesorder:\(order)")
    #expect(told.contains("the quote that it came from is gone in Business Central"), "\(told)")
  }

  @Test("the order in Business Central of a cancelled Sales order goes on, which why says (R K-1)")
  func canceled() throws {
    let world = try OrderingFolder()
    try world.submit("ORD-1")
    try world.done("orders", "create", "ORD-1")
    try world.done("record", "cancel", "ORD-1")
    let told = try world.done("why", "salesorder:ORD-1")
    #expect(
      told.contains("is 'Canceled' in Sales, and its order in Business Central goes on"), "\(told)")
    try world.done("record", "post", try #require(try world.number(of: "ORD-1")))
    try world.done("run", "--now", "--only", "SALESORDER-ORDER")
    #expect(try world.state(of: "ORD-1") == "Canceled")
    let ended = try world.done("why", "salesorder:ORD-1")
    #expect(ended.contains("in Sales it stays 'Canceled'"), "\(ended)")
  }

  @Test("where both sides work on orders, why tells of lines that changed, and nothing else (B7)")
  func changedLines() throws {
    let world = try OrderingFolder()
    try world.folder.edit { $0.replacing("- one-way-orders", with: "- both-way-orders") }
    try world.done(
      "record", "change", "Sales & Receivables Setup", "", "Archive Orders=true")
    try world.submit("ORD-1")
    let made = try world.done("create", "SALESORDER-ORDER", "ORD-1", "--preview")
    #expect(made.contains("with 2 lines"), "\(made)")
    try world.done("orders", "create", "ORD-1")
    try world.done("run", "--now", "--only", "SALESORDER-ORDER")
    let order = try #require(try world.number(of: "ORD-1"))
    try world.done("record", "reopen", order)
    try world.done("record", "change", "Sales Line", "Order,\(order),10000", "Quantity=3")
    try world.done("record", "release", order)
    let preview = try world.done(
      "sync", "SALESORDER-ORDER", order, "--direction", "to-sales", "--preview")
    #expect(preview.contains("its lines: 2 changed"), "\(preview)")
    try world.done("run", "--now", "--only", "SALESORDER-ORDER")
    let told = try world.done("why", "salesorder:ORD-1")
    #expect(told.contains("its lines: "), "\(told)")
    #expect(told.contains("its lines: 2 changed"), "\(told)")
  }

  @Test(
    "a kill leaves no order twice, none half, and none unmarked",
    arguments: ["after-intent", "after-write", "after-coupling"])
  func killed(_ point: String) throws {
    let folder = try inStep()
    for number in 1...3 { try submit("ORD-\(number)", in: folder) }
    let killed = try folder.run(
      "run", "--now", "--only", "ORDER", environment: ["MAPSYNC_KILL_AT": "\(point):1"])
    #expect(killed.status == 9, "\(killed.output)\(killed.error)")
    for _ in 0..<2 { #expect(try folder.run("run", "--now").status == 0) }
    #expect(
      try orders(folder).compactMap { $0["Your Reference"] }.sorted()
        == ["ORD-1", "ORD-2", "ORD-3"])
    #expect(try lines(folder).count == 9)
    for number in 1...3 {
      let sales = try folder.run("record", "show", "salesorder", "ORD-\(number)")
      #expect(sales.output.contains("lastbackofficesubmit"), "ORD-\(number) is not marked")
    }
    #expect(try folder.run("errors", "--held").output.contains("no errors"))
  }
}
