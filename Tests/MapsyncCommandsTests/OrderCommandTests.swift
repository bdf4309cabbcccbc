import Foundation
import Testing

@Suite("Orders on their way to Business Central, as people and kills meet them (F15 to F19, B6)")
struct OrderCommandTests {
  /// A folder in step, with what orders need set up.
  private func inStep() throws -> DemoFolder {
    let folder = try DemoFolder(customers: 2)
    #expect(try folder.run("full").status == 0)
    try folder.edit {
      $0 + """
        settings:
          auto-create-sales-orders: true
          write-in-product-type: Item
          write-in-product-number: "1908"
          freight-account: "6810"

        """
    }
    let account = try folder.run(
      "record", "create", "G/L Account", "No.=6810", "Name=Freight", "Direct Posting=true")
    #expect(account.status == 0, "\(account.error)")
    return folder
  }

  /// A submitted order of two lines, one of them without a product.
  private func submit(
    _ number: String, customer: String = "Adatum", in folder: DemoFolder
  ) throws {
    let product = try #require(
      try folder.answer(ShownRecords.self, "record", "show", "product", "1896").records.first)
    let unit = try #require(product.fields["defaultuomid"]).replacing("uom ", with: "uom:")
    let steps = [
      [
        "create", "salesorder", "name=Desks \(number)", "ordernumber=\(number)",
        "customerid=\(customer)", "transactioncurrencyid=USD", "discountpercentage=10",
        "freightamount=25",
      ],
      [
        "create", "salesorderdetail", "salesorderid=\(number)", "productid=1896",
        "uomid=\(unit)", "quantity=2", "ispriceoverridden=true", "priceperunit=50",
      ],
      [
        "create", "salesorderdetail", "salesorderid=\(number)", "isproductoverridden=true",
        "productdescription=Delivery by crane", "quantity=1", "ispriceoverridden=true",
        "priceperunit=100",
      ],
      ["change", "salesorder", number, "statecode=Submitted"],
    ]
    for step in steps {
      let run = try MapsyncProcess(["record"] + step, in: folder.root)
      #expect(run.status == 0, "\(step): \(run.error)")
    }
  }

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
