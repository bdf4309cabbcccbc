import Foundation
import Testing

@Suite("The lists of documents say what the next run would do, and print commands that work")
struct DocumentListTests {
  @Test("an order that was posted completely is not lost: the command that is printed tells Sales")
  func posted() throws {
    let world = try OrderingFolder()
    try world.submit("ORD-1")
    try world.done("orders", "create", "ORD-1")
    try world.done("record", "post", try #require(try world.number(of: "ORD-1")))
    let (line, status) = try world.listed("orders")
    let posted = try #require(line)
    #expect(status == 0 && posted.standing == "posted", "\(posted)")
    #expect(posted.message.contains("all of it is invoiced in Business Central"))
    let again = try world.done("orders", "create", "ORD-1")
    #expect(again.contains("ORD-1: all of it is invoiced in Business Central"), "\(again)")
    try world.paste(from: posted.message)
    #expect(try world.state(of: "ORD-1") == "Invoiced")
    #expect(try world.listed("orders").line == nil)
  }

  @Test("an order that was deleted in Business Central is lost: the command brings it back")
  func deleted() throws {
    let world = try OrderingFolder()
    try world.submit("ORD-1")
    try world.done("orders", "create", "ORD-1")
    try world.done(
      "record", "delete", "Sales Header", "Order,\(try #require(try world.number(of: "ORD-1")))")
    let (line, status) = try world.listed("orders")
    let lost = try #require(line)
    #expect(status == 1 && lost.standing == "lost", "\(lost)")
    #expect(lost.message.contains("'Active/Pending'"), "\(lost.message)")
    try world.paste(from: lost.message)
    #expect(try world.state(of: "ORD-1") == "Active")
    #expect(try world.listed("orders").line == nil)
  }

  @Test("where nobody tells Sales, the commands that are printed take a lost document in again")
  func lost() throws {
    let world = try OrderingFolder()
    try world.folder.edit { $0 + "mappings:\n  SALESORDER-ORDER: { enabled: false }\n" }
    try world.submit("ORD-1")
    try world.done("orders", "create", "ORD-1")
    try world.done(
      "record", "delete", "Sales Header", "Order,\(try #require(try world.number(of: "ORD-1")))")
    let refused = try world.folder.run("orders", "create", "ORD-1")
    #expect(refused.status == 1 && refused.output.contains("mapsync uncouple ORDER "))
    try world.paste(from: try #require(try world.listed("orders").line).message)
    #expect(try world.number(of: "ORD-1") != nil)
    #expect(try world.listed("orders").line == nil)

    try world.activate("QUO-1")
    try world.done("quotes", "process", "QUO-1")
    try world.done(
      "record", "delete", "Sales Header", "Quote,\(try #require(try world.number(of: "QUO-1")))")
    try world.paste(from: try #require(try world.listed("quotes").line).message)
    #expect(try world.number(of: "QUO-1") != nil)

    try world.done("record", "post", try #require(try world.number(of: "ORD-1")))
    let invoice = try #require(try world.records("Sales Invoice Header").first?["No."])
    try world.done("invoices", "send", invoice)
    try world.done("record", "delete", "--side", "sales", "invoice", invoice)
    let (gone, status) = try world.listed("invoices")
    #expect(gone?.standing == "lost" && status == 1)
    try world.paste(from: try #require(gone).message)
    #expect(try world.records("invoice").count == 1)
  }

  @Test("what was done with orders that are gone stands in the row of the run")
  func counted() throws {
    struct Runs: Decodable {
      struct Run: Decodable {
        let counters: [String: Int]
      }

      let runs: [Run]
    }
    let world = try OrderingFolder()
    for number in ["ORD-1", "ORD-2"] { try world.submit(number) }
    try world.done("orders", "create", "ORD-1", "ORD-2")
    try world.done("record", "post", try #require(try world.number(of: "ORD-1")))
    try world.done(
      "record", "delete", "Sales Header", "Order,\(try #require(try world.number(of: "ORD-2")))")
    let run = try world.folder.answer(Runs.self, "sync", "SALESORDER-ORDER").runs.first
    #expect(run?.counters["modified"] == 2 && run?.counters["uncoupled"] == 2)
  }

  @Test("what a person mended is ready before the next run, and what came since is told")
  func decidedAnew() throws {
    let world = try OrderingFolder()
    try world.done("record", "create", "account", "name=Newcomer", "customertypecode=Customer")
    try world.submit("ORD-1", customer: "Newcomer")
    try world.done("run", "--now", "--only", "ORDER")
    #expect(try world.listed("orders").line?.standing == "waiting")
    try world.done("create", "CUSTOMER", "account:Newcomer")
    var (line, status) = try world.listed("orders")
    #expect(line?.standing == "ready" && status == 0, "\(String(describing: line))")
    #expect(line?.message == "goes with the next run")

    // Only Business Central refuses this, and only when it is written.
    try world.done("record", "change", "Item", "1896", "Blocked=true")
    (line, status) = try world.listed("orders")
    #expect(line?.standing == "failed" && status == 1, "\(String(describing: line))")
    #expect(try world.folder.run("run", "--now", "--only", "ORDER").status == 1)
    let entries = try world.folder.run("errors").output
    #expect(entries.contains(try #require(line).message), "\(entries)")
    try world.done("record", "change", "Item", "1896", "Blocked=false")
    (line, status) = try world.listed("orders")
    #expect(line?.standing == "ready" && status == 0, "\(String(describing: line))")

    // Looking has written nothing.
    #expect(try world.records("Sales Header").isEmpty)
    try world.done("run", "--now", "--only", "ORDER")
    #expect(try world.records("Sales Header").map { $0["No."] } == ["S-00001"])
    #expect(try world.listed("orders").line == nil)
  }

  @Test("an order that was submitted before the setting was given goes once it is given (R E-1)")
  func settingGiven() throws {
    let world = try OrderingFolder(settings: "auto-create-sales-orders: false")
    try world.submit("ORD-1")
    try world.done("run", "--now", "--only", "ORDER")
    let message = try #require(try world.listed("orders").line).message
    #expect(message == "goes by 'mapsync orders create ORD-1'")
    try world.folder.edit {
      $0.replacing("auto-create-sales-orders: false", with: "auto-create-sales-orders: true")
    }
    #expect(try world.listed("orders").line?.message == "goes with the next run")
    try world.done("run", "--now", "--only", "ORDER")
    #expect(try world.number(of: "ORD-1") != nil)
  }

  @Test("a quote that was won unseen and without an order is refused beforehand as well")
  func wonWithoutOrder() throws {
    let world = try OrderingFolder(settings: "auto-process-quotes: true")
    try world.activate("QUO-1")
    try world.done("record", "win", "QUO-1")
    let (line, status) = try world.listed("quotes")
    #expect(line?.standing == "failed" && status == 1, "\(String(describing: line))")
    let words = "is won, and no 'salesorder' in Sales comes of it"
    #expect(line?.message.hasPrefix(words) == true)
    #expect(try world.folder.run("why", "quote:QUO-1").output.contains(words))
    #expect(try world.folder.run("run", "--now", "--only", "QUOTE").status == 1)
    #expect(try world.folder.run("errors").output.contains(words))
  }

  @Test("where quotes go by a command, the list says which settles one that was won since")
  func wonByCommand() throws {
    let world = try OrderingFolder(settings: "auto-process-quotes: false")
    try world.activate("QUO-1")
    try world.done("quotes", "process", "QUO-1")
    try world.done("record", "convert", "QUO-1")
    let line = try #require(try world.listed("quotes").line)
    #expect(line.standing == "ready")
    #expect(line.message.contains("; goes by 'mapsync quotes process QUO-1'"), "\(line.message)")
    let why = try world.done("why", "quote:QUO-1")
    #expect(
      why.contains("would pass it over: is won, and what follows is still to be done; the setting"),
      "\(why)")
    let said = try world.done("quotes", "process", "QUO-1")
    #expect(said.contains("QUO-1: was there, and what was still to follow is done"), "\(said)")
    #expect(try world.listed("quotes").line == nil)
    let again = try world.done("quotes", "process", "QUO-1")
    #expect(again.contains("is there already"), "\(again)")
  }

  @Test("a won quote waits for its order, and is ready once nothing keeps that")
  func won() throws {
    let world = try OrderingFolder(settings: "auto-process-quotes: true")
    let order = try world.orderOfQuote()
    #expect(try world.listed("quotes").line?.standing == "ready")
    try world.done("record", "submit", order)
    try world.done("record", "change", "Item", "1896", "Blocked=true")
    let (line, _) = try world.listed("quotes")
    #expect(line?.standing == "waiting", "\(String(describing: line))")
    #expect(line?.message.contains("waits for its order") == true)
    // The order is tried with its quote, and what keeps it is told with that.
    let run = try world.folder.run("run", "--now", "--only", "QUOTE")
    #expect(run.status == 1 && run.output.contains("the item is blocked"), "\(run.output)")
    #expect(try world.listed("quotes").line?.standing == "waiting")
    try world.done("record", "change", "Item", "1896", "Blocked=false")
    #expect(try world.listed("quotes").line?.standing == "ready")
    // The order goes first, and the quote then has what it waited for.
    try world.done("orders", "create", order)
    try world.done("run", "--now", "--only", "QUOTE")
    #expect(try world.listed("quotes").line == nil)
  }
}

@Suite("What setup check refuses, nobody makes documents with (F18)")
struct RefusedSetupTests {
  @Test("the write-in product that is coupled keeps orders and quotes back, and nothing else")
  func coupled() throws {
    let world = try OrderingFolder()
    try world.folder.edit { $0.replacing("\"1908\"", with: "\"1928\"") }
    try world.submit("ORD-1")
    try world.activate("QUO-1")
    let check = try world.folder.run("setup", "check")
    let words =
      "the write-in product, Item '1928', is coupled, and stands for lines without a product"
    #expect(check.status == 1 && check.output.contains(words), "\(check.output)")
    for command in [["orders", "create", "ORD-1"], ["quotes", "process", "QUO-1"]] {
      let run = try MapsyncProcess(command, in: world.folder.root)
      #expect(run.status == 2 && run.error.contains(words), "\(run.output)\(run.error)")
      #expect(run.error.contains("'mapsync uncouple ITEM-PRODUCT 1928'"))
    }
    let (line, status) = try world.listed("orders")
    #expect(line?.standing == "failed" && status == 1)
    #expect(line?.message.contains(words) == true)
    try world.done("record", "create", "Customer", "No.=C9", "Name=Late")
    let run = try world.folder.run("run", "--now")
    #expect(run.status == 1 && run.output.contains("ORDER: \(words)"), "\(run.output)\(run.error)")
    #expect(run.output.contains("CUSTOMER"))
    #expect(try world.records("Sales Header").isEmpty)
    try world.done("uncouple", "ITEM-PRODUCT", "1928")
    try world.done("orders", "create", "ORD-1")
    try world.done("quotes", "process", "QUO-1")
    #expect(try world.records("Sales Header").count == 2)
  }

  @Test("an unset account of freight stops the orders with freight, and no other (R E-3, E-33)")
  func unset() throws {
    let world = try OrderingFolder()
    try world.folder.edit {
      $0.replacing("  freight-account: \"6810\"\n", with: "")
        .replacing("  write-in-product-number: \"1908\"\n", with: "")
    }
    for number in ["ORD-1", "ORD-2"] {
      try world.done(
        "record", "create", "salesorder", "ordernumber=\(number)", "name=\(number)",
        "customerid=Adatum", "transactioncurrencyid=USD",
        "freightamount=\(number == "ORD-2" ? 25 : 0)")
      try world.addLine(to: number)
      try world.done("record", "submit", number)
    }
    let run = try world.folder.run("run", "--now", "--only", "ORDER")
    #expect(run.status == 1, "\(run.output)\(run.error)")
    #expect(try world.records("Sales Header").map { $0["Your Reference"] } == ["ORD-1"])
    let (line, _) = try world.listed("orders")
    #expect(
      line?.message
        == "has freight of 25, and no account for it: give the setting 'freight-account' a value")
    let again = try world.folder.run("orders", "create", "ORD-2")
    #expect(again.status == 1 && again.output.contains("has freight of 25"), "\(again.error)")
  }
}
