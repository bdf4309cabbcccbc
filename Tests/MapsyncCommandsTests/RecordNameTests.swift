import Testing

@Suite("How documents are named and told at the prompt")
struct RecordNameTests {
  private let folder: DemoFolder

  init() throws { folder = try .forOrders() }

  /// What a command says that does not go well, with its exit status.
  private func told(_ arguments: String...) throws -> String {
    let run = try MapsyncProcess(arguments, in: folder.root)
    return "\(run.status) \(run.output)\(run.error)"
  }

  private func order() throws -> String {
    let orders = try folder.answer(ShownRecords.self, "record", "list", "Sales Header").records
    return try #require(orders.first?.fields["No."])
  }

  @Test("an order of Business Central is found by its number, and by what lists print of it")
  func number() throws {
    try folder.submit("ORD-1")
    try folder.does("orders", "create", "ORD-1")
    let number = try order()
    for name in [number, number.lowercased(), "1,\(number)", "Order,\(number)", "order,\(number)"] {
      for text in [name, "Sales Header:\(name)", "ORDER:\(name)"] {
        let why = try folder.does("why", text)
        #expect(why.hasPrefix("Sales Header:Order,\(number) ("), "\(text): \(why)")
      }
      let shown = try folder.does("record", "show", "Sales Header", name)
      #expect(shown.contains(number))
      try folder.does("record", "change", "Sales Header", name, "Your Reference=\(name)")
      let sync = try folder.run("sync", "SALESORDER-ORDER", name)
      #expect(sync.output.contains("Order,\(number): is outside the mapping's filter"))
      try folder.does("record", "release", name)
      try folder.does("record", "reopen", name)
    }
    let listed = try folder.answer(ListedDocuments.self, "orders", "list", "--all").documents
    #expect(listed.map(\.message) == ["Order,\(number)"])
    try folder.does("uncouple", "ORDER", number)
    try folder.does("couple", "ORDER", number, "ORD-1")
    try folder.does("uncouple", "ORDER", "1,\(number)")
    try folder.does("couple", "ORDER", "1,\(number)", "salesorder:ORD-1")
  }

  @Test("an order that is gone is told of by its number, too")
  func gone() throws {
    try folder.submit("ORD-1")
    try folder.does("orders", "create", "ORD-1")
    let number = try order()
    try folder.does("record", "post", number)
    let why = try folder.does("why", number)
    #expect(why.hasPrefix("Sales Header:Order,\(number) (") && why.contains("is gone"), "\(why)")
    let next =
      "next run to-sales would go on with it: all of it is invoiced in Business Central; in Sales it "
      + "is 'Invoiced' then"
    #expect(why.contains(next), "\(why)")
    let sales = try folder.does("why", "ORD-1")
    #expect(sales.contains(next), "\(sales)")
    #expect(
      sales.contains("is coupled with Sales Header:Order,\(number), which was deleted"), "\(sales)")
    try folder.does("uncouple", "ORDER", number)
    #expect(try folder.does("why", "ORD-1").contains("is not coupled"))
  }

  @Test(
    "a number that two documents have is none of them: both are named, so that either can be said")
  func ambiguous() throws {
    for type in ["Order", "Quote"] {
      try folder.does(
        "record", "create", "Sales Header", "Document Type=\(type)", "No.=X-1",
        "Sell-to Customer No.=10000")
    }
    let sentence = "'X-1' may be Sales Header:Quote,X-1, Sales Header:Order,X-1; say which"
    let why = try told("why", "X-1")
    #expect(why.hasPrefix("2 ") && why.contains("Sales Header:Quote,X-1"), "\(why)")
    #expect(why.contains("Sales Header:Order,X-1") && why.contains("say which"), "\(why)")
    #expect(try folder.does("why", "Quote,X-1").hasPrefix("Sales Header:Quote,X-1 ("))
    // A mapping of orders alone means the order.
    try folder.submit("ORD-1")
    try folder.does("couple", "ORDER", "X-1", "ORD-1")
    let shown = try told("record", "show", "Sales Header", "X-1")
    #expect(shown.contains("'X-1' of Sales Header may be ") && shown.contains("say which"))
    #expect(shown.contains("Quote,X-1") && shown.contains("Order,X-1"), "\(sentence): \(shown)")
  }

  @Test(
    "records of one name are told apart by their numbers, and by ids only where nothing else does")
  func sameName() throws {
    for number in ["A-1", "A-2"] {
      try folder.does(
        "record", "create", "account", "name=Twin", "accountnumber=\(number)",
        "customertypecode=Customer")
    }
    let both = "may be account:A-1 ('Twin'), account:A-2 ('Twin'); say which"
    for command in [
      ["why", "Twin"], ["create", "CUSTOMER", "Twin"], ["couple", "CUSTOMER", "10000", "Twin"],
    ] {
      let run = try MapsyncProcess(command, in: folder.root)
      #expect(run.status == 2 && run.error.contains(both), "\(command): \(run.error)")
    }
    let shown = try told("record", "show", "account", "Twin")
    #expect(
      shown.contains("'Twin' of account may be A-1 ('Twin'), A-2 ('Twin'); say which"), "\(shown)")
    #expect(try folder.does("why", "account:A-2").hasPrefix("account:Twin ("))
    // The customer has a partner, which is named too.
    let taken = try told("couple", "CUSTOMER", "10000", "A-1")
    #expect(taken.contains("10000 is coupled with Adatum; uncouple that first"), "\(taken)")
  }

  @Test("lists tell documents by their numbers, names of any length beside them")
  func lists() throws {
    let long = String(repeating: "Long name ", count: 30)
    try folder.submit("ORD-1", named: "Desks")
    try folder.submit("ORD-2", named: "Desks")
    try folder.submit("ORD-3", named: long)
    let text = try folder.does("orders", "list")
    #expect(text.contains("ORD-1     Desks"), "\(text)")
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 100 }, "\(text)")
    #expect(text.contains("Long name Long name Long name Long name…"), "\(text)")
    let listed = try folder.answer(ListedDocuments.self, "orders", "list").documents
    #expect(Set(listed.map(\.number)) == ["ORD-1", "ORD-2", "ORD-3"])
    #expect(listed.contains { $0.name?.count == long.count }, "JSON has the whole name")
    let records = try folder.does("record", "list", "salesorder")
    #expect(records.split(separator: "\n").allSatisfy { $0.count < 300 }, "\(records)")
    try folder.does("record", "create", "account", "name=Newcomer", "customertypecode=Customer")
    try folder.submit("ORD-4", named: long, customer: "Newcomer")
    let created = try folder.does("orders", "create", "ORD-4")
    #expect(created.contains("held  ORD-4"), "\(created)")
    #expect(try folder.does("errors", "--held").contains("ORD-4"))
    let why = try folder.does("why", "ORD-4")
    #expect(why.hasPrefix("salesorder:ORD-4 ("), "\(why)")
    #expect(why.contains("next run to-bc would hold it: waits for 'Newcomer'"), "\(why)")
    try folder.edit { $0.replacing("sales-orders: true", with: "sales-orders: false") }
    #expect(
      try folder.does("why", "ORD-4").contains(
        "would pass it over: waits still, and comes by itself once what it waits for is there"))
    #expect(
      try folder.does("why", "ORD-1").contains(
        "would pass it over: the setting 'auto-create-sales-orders' is off; "
          + "'mapsync orders create ORD-1' takes it in"))
  }

  @Test("a name that means nothing is told, and the others of the command are done")
  func unknown() throws {
    try folder.submit("ORD-1")
    try folder.submit("ORD-2")
    let created = try told("orders", "create", "ORD-1", "NOTHING", "ORD-2")
    #expect(created.hasPrefix("1 ") && created.contains("ORDER knows no record 'NOTHING'"))
    #expect(
      try folder.answer(ShownRecords.self, "record", "list", "Sales Header").records.count == 2)
    #expect(try told("orders", "create", "NOTHING", "NOBODY").hasPrefix("2 mapsync: "))
    for customer in ["10000", "10010"] {
      try folder.does("record", "change", "Customer", customer, "Credit Limit (LCY)=500")
    }
    for command in [
      ["sync", "CUSTOMER", "10000", "NOTHING", "--direction", "to-sales"],
      ["sync", "CUSTOMER", "10000", "NOTHING", "--preview"],
      ["create", "CUSTOMER", "10000", "NOTHING"],
      ["statistics", "update", "10000", "NOTHING"],
      ["retry", "CUSTOMER", "10000", "NOTHING"],
      ["match", "CUSTOMER", "10000", "NOTHING"],
      ["uncouple", "CURRENCY", "EUR", "NOTHING"],
    ] {
      let run = try MapsyncProcess(command, in: folder.root)
      #expect(run.status == 1, "\(command): \(run.output)\(run.error)")
      #expect(run.output.contains("knows no record 'NOTHING'"), "\(command): \(run.output)")
    }
    // One row a customer, both since the full synchronization; only those of one were asked for now.
    let figures = try folder.answer(ShownRecords.self, "record", "list", "nav_accountstatistics")
    let limits = figures.records.reduce(into: [String?: String]()) {
      $0[$1.fields["nav_customerno"]] = $1.fields["nav_creditlimitlcy"]
    }
    #expect(figures.records.count == 2)
    #expect(limits["10000"] == "500" && limits["10010"] == "1000", "\(limits)")
    let quotes = try told("quotes", "process", "NOTHING")
    #expect(quotes == "2 mapsync: QUOTE knows no record 'NOTHING'\n")
  }

  @Test("a table that does not exist is one that a person may have meant")
  func tables() throws {
    for (name, meant) in [
      ("order", "salesorder"), ("orders", "salesorder"), ("invoices", "invoice"),
      ("sales order", "salesorder"), ("Sales Haeder", "Sales Header"), ("customers", "Customer"),
    ] {
      let said = try told("record", "create", name, "name=x")
      #expect(said == "2 mapsync: there is no table '\(name)'; did you mean '\(meant)'?\n")
    }
    #expect(try told("record", "list", "zzz") == "2 mapsync: there is no table 'zzz'\n")
  }
}

@Suite("People meet the names of records, and not their ids")
struct ReferredNameTests {
  private let folder: DemoFolder

  init() throws { folder = try DemoFolder.inStep(customers: 1) }

  /// The line of a field of a record that is shown.
  private func line(_ field: String, _ table: String, _ record: String) throws -> String {
    try folder.does("record", "show", table, record).split(separator: "\n").map(String.init)
      .first { $0.hasPrefix(field + " ") } ?? "no \(field)"
  }

  @Test("a record names those that it refers to; JSON has their ids")
  func shown() throws {
    #expect(try line("ownerid", "account", "Adatum").hasSuffix(" systemuser:Jim Olive"))
    #expect(try line("transactioncurrencyid", "account", "Adatum").hasSuffix(" USD"))
    #expect(
      try line("nav_accountstatisticsid", "account", "Adatum").hasSuffix(" Adatum"),
      "the table's file says which field is its name")
    let contacts = try folder.does("record", "list", "contact")
    #expect(contacts.contains("account:Adatum"), "\(contacts)")
    let records = try folder.answer(ShownRecords.self, "record", "list", "account").records
    #expect(records[0].fields["ownerid"]?.hasPrefix("systemuser ") == true)
    #expect(records[0].fields["ownerid"]?.contains("Jim") == false)
    let changed = try folder.does(
      "record", "change", "account", "Adatum", "ownerid=systemuser:Linda Martin")
    #expect(
      changed.contains("ownerid: 'systemuser:Jim Olive' is now 'systemuser:Linda Martin'"),
      "\(changed)")
    let preview = try folder.run(
      "sync", "CUSTOMER", "10000", "--direction", "to-sales", "--preview")
    #expect(preview.output.contains("systemuser:Linda Martin"), "\(preview.output)")
  }

  @Test("an owner who is gone is said in words")
  func gone() throws {
    try folder.does("record", "delete", "systemuser", "Jim Olive")
    #expect(
      try line("ownerid", "account", "Adatum").hasSuffix(" a record of systemuser that is gone"))
    try folder.does(
      "record", "create", "Customer", "No.=20000", "Name=Zed", "Salesperson Code=JO")
    let preview = try folder.run("create", "CUSTOMER", "20000", "--preview")
    #expect(preview.output.contains("a record of systemuser that is gone"), "\(preview.output)")
    let created = try folder.run("create", "CUSTOMER", "20000")
    #expect(
      created.output.contains("field 'ownerid' refers to a record of systemuser that is gone"),
      "\(created.output)")
    let why = try folder.does("why", "Salesperson/Purchaser:JO")
    #expect(why.contains("is coupled with a record of systemuser, which was deleted"), "\(why)")
  }

  @Test("a record that waits for another waits for its name, in 'why' too")
  func waits() throws {
    try folder.does("record", "create", "account", "name=Newcomer", "customertypecode=Customer")
    try folder.submit("ORD-4", named: "Desks", customer: "Newcomer")
    _ = try folder.run("orders", "create", "ORD-4")
    let why = try folder.does("why", "ORD-4")
    #expect(why.contains("waits for account:Newcomer, which is still not coupled"), "\(why)")
  }
}

@Suite("Options that were made at run time are read and written by their labels")
struct MadeOptionTests {
  private let folder: DemoFolder

  /// In step, with payment terms of which Sales made an option.
  init() throws {
    folder = try DemoFolder(customers: 1)
    try folder.does(
      "record", "create", "Payment Terms", "Code=77 DAYS", "Due Date Calculation=77D")
    try folder.does("full")
  }

  @Test("in records as people edit them, and in previews")
  func labels() throws {
    let changed = try folder.does(
      "record", "change", "account", "Adatum", "paymenttermscode=77 DAYS")
    #expect(changed.contains("is now '77 DAYS'"), "\(changed)")
    let shown = try folder.does("record", "show", "account", "Adatum")
    #expect(
      shown.split(separator: "\n").contains {
        $0.hasPrefix("paymenttermscode") && $0.hasSuffix("77 DAYS")
      }, "\(shown)")
    let preview = try folder.run(
      "sync", "CUSTOMER", "10000", "--direction", "to-sales", "--preview")
    #expect(preview.output.contains("77 DAYS"), "\(preview.output)")
  }

  @Test("a record that waits for one waits for its label, not for a number or an id")
  func held() throws {
    try folder.does("uncouple", "PAYMENT TERMS", "77 DAYS")
    try folder.does("record", "change", "account", "Adatum", "paymenttermscode=77 DAYS")
    let run = try folder.run("run", "--now", "--only", "CUSTOMER")
    #expect(run.output.contains("'77 DAYS' of PAYMENT TERMS"), "\(run.output)")
    #expect(!run.output.contains("6f707469"))
  }
}
