import MapRuntime

/// Posted invoices that are cancelled or corrected (DF-1 to DF-7).
extension WriteSession {
  /// Cancels a posted invoice by a credit memo of the same lines, which settles it.
  /// - Returns: the credit memo.
  public func cancel(_ id: Guid) throws -> PostedDocument.Made {
    let invoice = try postedInvoice(id)
    let table = invoice.table
    guard let open = try ledgerRow(ofInvoice: invoice) else {
      throw Refusal("invoice '\(invoice["No."])' has no ledger entry")
    }
    let lines = try linesOfInvoice(invoice)
    try checkCancelling(invoice, lines, open)
    let date = max(now.date, invoice["Posting Date"].date ?? now.date)
    let made = try addCreditMemo(invoice, lines.map(\.row), on: date)
    try settle(open, by: made.number, invoice, on: date)
    try returnGoods(lines.map(\.row), made.number, on: date)
    try openOrderAgain(lines.map(\.row))
    if let cancelled = schema["Cancelled Document"] {
      var row = NamedRow(cancelled)
      row["Source ID"] = .integer(112)
      row["Cancelled Doc. No."] = invoice["No."]
      row["Cancelled By Doc. No."] = .text(made.number)
      try add(row, id: system.newID())
    }
    // What remains of the invoice was written meanwhile.
    if var header = try row(id, of: table) {
      header["Cancelled"] = .boolean(true)
      try write(header, id)
    }
    return made
  }

  /// Cancels a posted invoice and begins an invoice with the same lines (DF-4).
  /// - Returns: the new invoice, which is open.
  public func correct(_ id: Guid) throws -> WrittenDocument {
    let invoice = try postedInvoice(id)
    _ = try cancel(id)
    guard let tables = schema.business,
      let headers = tables.copies[
        .init(from: "Sales Invoice Header", to: BusinessTables.headerName)],
      let copies = tables.copies[.init(from: "Sales Invoice Line", to: BusinessTables.lineName)]
    else { throw Refusal("there are no sales invoices here") }
    var header = BusinessRow(new: system.newID(), in: tables.headers)
    header.values = headers.copy(invoice.values).values
    header.set(.documentType, option: DocumentType.invoice.rawValue)
    header.set(.postingDate, now.date)
    header.set(.quoteNumber, "")
    header.set(.opportunity, "")
    if let column = header.table.layout.column("Coupled to Dataverse") {
      header.values[column] = .boolean(false)
    }
    var document = try BusinessDocument(
      header, [], tables: tables, company: CompanyData(session: self),
      isTyped: author == .person)
    document.take(
      number: try draw(.invoice, on: now.date) { number in
        try !find(
          BusinessTables.headerName,
          ["Document Type": header[.documentType], "No.": .text(number)]
        ).isEmpty
      })
    for line in try linesOfInvoice(invoice)
    where line.row["System-Created Entry"].boolean != true {
      var row = BusinessRow(new: system.newID(), in: tables.lines)
      row.values = copies.copy(line.row.values).values
      row[.documentType] = document.header[.documentType]
      row[.documentNumber] = document.header[.number]
      row[.billToCustomer] = document.header[.billToCustomer]
      row[.currency] = document.header[.currency]
      row[.quantityToShip] = row[.quantity]
      row[.quantityToInvoice] = row[.quantity]
      document.append(row)
    }
    try save(&document)
    return WrittenDocument(
      id: document.header.id, number: document.number, version: document.header.version,
      lines: document.lines.map {
        WrittenDocument.Line(id: $0.id, number: $0.integer(.lineNumber), version: $0.version)
      })
  }

  private func linesOfInvoice(_ invoice: NamedRow) throws -> [(id: Guid, row: NamedRow)] {
    let table = try schema.table("Sales Invoice Line")
    return try find(table.name, ["Document No.": invoice["No."]])
      .compactMap { id in try row(id, of: table).map { (id, $0) } }
      .sorted { ($0.1["Line No."].integer ?? 0) < ($1.1["Line No."].integer ?? 0) }
      .map { (id: $0.0, row: $0.1) }
  }

  /// DF-1.
  private func checkCancelling(
    _ invoice: NamedRow, _ lines: [(id: Guid, row: NamedRow)], _ open: LedgerRow
  ) throws {
    let shown = "invoice '\(invoice["No."])'"
    guard invoice["Cancelled"].boolean != true else {
      throw Refusal("\(shown) is cancelled already")
    }
    let total = invoice["Amount Including VAT"].decimal ?? .zero
    guard open.entry.remainingAmount == total else {
      throw Refusal("\(shown) is paid, at least in part: unapply the payment first")
    }
    let data = CompanyData(session: self)
    let setup = try data.setup()
    if let from = setup.postingFrom, now.date < from { throw closed(shown) }
    if let to = setup.postingTo, to < now.date { throw closed(shown) }
    for field in ["Sell-to Customer No.", "Bill-to Customer No."] {
      let customer = try data.record("Customer", invoice[field].blankText)
      guard let blocked = customer?.option("Blocked"), blocked >= 2 else { continue }
      throw Refusal("\(shown): customer '\(invoice[field])' is blocked")
    }
    for line in lines where line.row["Type"] == .option(OptionValue(LineType.item.rawValue)) {
      guard try data.record("Item", line.row["No."].blankText)?.isTrue("Blocked") == true else {
        continue
      }
      throw Refusal("\(shown): item '\(line.row["No."])' is blocked")
    }
  }

  private func closed(_ shown: String) -> Refusal {
    Refusal("\(shown): nothing can be posted on \(now.date)")
  }

  /// An exact copy with a number of its own (DF-2, DF-5, DF-6).
  private func addCreditMemo(
    _ invoice: NamedRow, _ lines: [NamedRow], on date: DateValue
  ) throws -> PostedDocument.Made {
    guard let tables = schema.business,
      let headers = tables.copies[
        .init(from: "Sales Invoice Header", to: "Sales Cr.Memo Header")],
      let rows = tables.copies[.init(from: "Sales Invoice Line", to: "Sales Cr.Memo Line")]
    else { throw Refusal("there are no credit memos here") }
    let number = try draw(.postedCreditMemo, on: date) {
      try !find(headers.target.name, ["No.": .text($0)]).isEmpty
    }
    let made = PostedDocument.Made(id: system.newID(), number: number)
    var header = headers.copy(invoice.values)
    header["No."] = .text(number)
    header["Posting Date"] = .date(date)
    header["Applies-to Doc. Type"] = .option(
      OptionValue(Int32(LedgerDocumentType.invoice.rawValue)))
    header["Applies-to Doc. No."] = invoice["No."]
    header["Pre-Assigned No."] = .empty
    header["User ID"] = .text(author.userName)
    header["Cust. Ledger Entry No."] = .empty
    try add(header, id: made.id)
    for line in lines {
      var row = rows.copy(line.values)
      row["Document No."] = .text(number)
      row["Posting Date"] = .date(date)
      try add(row, id: system.newID())
    }
    return made
  }

  /// The credit memo's entry, which settles the invoice's.
  private func settle(
    _ open: LedgerRow, by number: String, _ invoice: NamedRow, on date: DateValue
  ) throws {
    var row = NamedRow(try schema.table(Self.ledger))
    row["Document Type"] = .option(
      OptionValue(Int32(LedgerDocumentType.creditMemo.rawValue)))
    row["Document No."] = .text(number)
    for field in [
      "Customer No.", "Sell-to Customer No.", "External Document No.", "Your Reference",
      "Currency Code", "Adjusted Currency Factor", "Salesperson Code",
    ] { row[field] = open.row[field] }
    row["Posting Date"] = .date(date)
    row["Document Date"] = .date(date)
    row["Due Date"] = .date(date)
    row["Description"] = .text("Credit Memo \(number)")
    row["Applies-to Doc. No."] = invoice["No."]
    row["Sales (LCY)"] = .decimal(try .zero - (open.row["Sales (LCY)"].decimal ?? .zero))
    row["Inv. Discount (LCY)"] = .decimal(
      try .zero - (open.row["Inv. Discount (LCY)"].decimal ?? .zero))
    let entry = try add(
      entry: row, .zero - open.entry.remainingAmount,
      local: .zero - open.entry.remainingAmountLocal)
    // Of an invoice of nothing there is nothing to settle.
    guard open.entry.remainingAmount != 0 else { return }
    guard let added = try ledgerRow(entry.integer ?? 0) else {
      throw Refusal("the credit memo was not entered")
    }
    let setup = try CompanyData(session: self).setup()
    let applier = LedgerApplier(
      precision: try CompanyData(session: self).currency(open.entry.currency).amount,
      localPrecision: setup.localTerms.amount)
    let transaction = try nextTransaction()
    var rows = [open, added]
    let details = try counting { () throws(AmountRefusal) in
      var (old, new) = (rows[0].entry, rows[1].entry)
      let application = try applier.apply(&new, to: &old, transaction)
      (rows[0].entry, rows[1].entry) = (old, new)
      return application.details
    }
    try save(&rows, details)
  }

  /// Goods come back into the stock.
  private func returnGoods(_ lines: [NamedRow], _ number: String, on date: DateValue) throws {
    for line in lines where line["Type"] == .option(OptionValue(LineType.item.rawValue)) {
      let quantity = line["Quantity (Base)"].decimal ?? line["Quantity"].decimal ?? .zero
      guard quantity != 0 else { continue }
      try addStockEntry(
        line.values, named: { line.table.column($0) }, quantity: quantity, .salesCreditMemo,
        number: number, on: date)
    }
  }

  /// What was invoiced of an order that is still there is to be shipped and invoiced again (DF-3).
  private func openOrderAgain(_ lines: [NamedRow]) throws {
    guard let tables = schema.business else { return }
    let orders = Set(lines.map { $0["Order No."].blankText }).subtracting([""])
    for number in orders.sorted() {
      guard
        var order = try document(
          .option(OptionValue(DocumentType.order.rawValue)), .text(number), tables)
      else { continue }
      for line in lines where line["Order No."] == .text(number) {
        let quantity = line["Quantity"].decimal ?? .zero
        guard quantity != 0,
          let index = order.lines.firstIndex(where: {
            $0[.lineNumber] == line["Order Line No."]
          })
        else { continue }
        let (old, shipping) = (order.quantities(index), order.shippingDefault)
        try order.take(
          counting { () throws(AmountRefusal) in
            try old.cancelled(invoiceQuantity: quantity, shipping)
          }, at: index)
      }
      try save(&order)
    }
  }
}
