import MapRuntime

/// Posted invoices with their rounding line and their ledger entry (DC-9 to DC-18, DD-1 to DD-4).
extension BusinessPosting {
  mutating func invoice(_ lines: [LineQuantities]) throws {
    let copies = document.tables.copies
    guard
      let headers = copies[.init(from: BusinessTables.headerName, to: "Sales Invoice Header")],
      let rows = copies[.init(from: BusinessTables.lineName, to: "Sales Invoice Line")]
    else { throw Refusal("there are no posted invoices here") }
    var amounts = try invoiced(lines)
    let rounding = try takeRounding(&amounts)
    let totals: AmountTotals
    do throws(AmountRefusal) {
      totals = try amounts.totals()
    } catch {
      throw Refusal("\(document.shown): \(error.sentence)")
    }
    guard totals.amountIncludingVAT >= 0 else {
      throw Refusal("\(document.shown) comes to less than nothing, so it is no invoice")
    }
    let number = try drawInvoiceNumber(headers.target)
    let id = session.system.newID()
    let entry = try session.addEntry(
      of: document, number, totals, amounts, on: date)
    var header = headers.copy(document.header.values)
    header["No."] = .text(number)
    header["Coupled to Dataverse"] = .boolean(false)
    if document.type == .order {
      header["Order No."] = document.header[.number]
    } else {
      header["Pre-Assigned No."] = document.header[.number]
    }
    header["User ID"] = .text(session.author.userName)
    header["Amount"] = .decimal(totals.amount)
    header["Amount Including VAT"] = .decimal(totals.amountIncludingVAT)
    header["Invoice Discount Amount"] = .decimal(totals.invoiceDiscountAmount)
    header["Remaining Amount"] = .decimal(totals.amountIncludingVAT)
    header["Closed"] = .boolean(totals.amountIncludingVAT == 0)
    header["Cust. Ledger Entry No."] = entry
    try session.add(header, id: id)
    for index in document.lines.indices {
      try add(amounts.lines[index], at: index, rows, number)
    }
    if let rounding, let line = amounts.lines.last {
      try add(rounding: line, rounding, rows.target, number)
    }
    document.header.set(.lastPostingNumber, number)
    made.invoice = .init(id: id, number: number)
  }

  /// The document's number where both go by one series, else the next posted one (DC-7, DC-8).
  private func drawInvoiceNumber(_ table: TableLayout) throws -> String {
    let (session, series) = (session, document.setup.series)
    if document.type == .invoice, let own = series[.invoice], own == series[.postedInvoice] {
      return document.number
    }
    return try session.draw(.postedInvoice, on: date) {
      try !session.find(table.name, ["No.": .text($0)]).isEmpty
    }
  }

  /// What the quantities that are invoiced now come to (DC-14 to DC-17).
  private func invoiced(_ lines: [LineQuantities]) throws -> SalesDocumentAmounts {
    var document = document
    let quantities = quantities
    return try document.counting { document throws(AmountRefusal) in
      for index in lines.indices {
        let quantity = try quantities.toInvoice(lines[index])
        guard quantity != document.amounts.lines[index].quantityToInvoice else { continue }
        try document.amounts.take(quantityToInvoice: quantity, at: index)
      }
      return try document.amounts.invoiced()
    }
  }

  /// Adds the line that rounds the total, where the setup wants it (DD-2, DD-3).
  /// - Returns: the account that it is booked on.
  private func takeRounding(_ amounts: inout SalesDocumentAmounts) throws -> MasterRecord? {
    guard document.setup.invoiceRounding else { return nil }
    let group = document.header.text(.customerPostingGroup)
    let account = try document.company.record("Customer Posting Group", group).flatMap {
      try document.company.record("G/L Account", $0.text("Invoice Rounding Account"))
    }
    let vat = try account.flatMap { account in
      do {
        return try document.company.vat(
          business: document.header.text(.vatBusPostingGroup),
          product: account.text("VAT Prod. Posting Group"))
      } catch let refusal as Refusal {
        throw Refusal(
          "\(document.shown): \(refusal.sentence), of customer "
            + "'\(document.header.text(.billToCustomer))' and the account of invoice rounding; "
            + CompanyData.addsVAT)
      }
    }
    let currency = document.currency
    let rounding = InvoiceRounding(
      precision: currency.invoice, direction: currency.invoiceRounding,
      vat: vat ?? LineVAT(identifier: "", setupPercent: 0))
    let line: SalesLineAmounts?
    do throws(AmountRefusal) {
      line = try rounding.line(for: amounts.totals(), amounts.terms)
    } catch {
      throw Refusal("\(document.shown): \(error.sentence)")
    }
    guard let line else { return nil }
    guard let account else {
      throw Refusal(
        "\(document.shown): customer posting group '\(group)' names no Invoice Rounding Account")
    }
    amounts.lines.append(line)
    return account
  }

  private func add(
    _ amounts: SalesLineAmounts, at index: BusinessDocument.Index, _ rows: CopiedFields,
    _ number: String
  ) throws {
    let line = document.lines[index]
    var row = rows.copy(line.values)
    row.take(amounts)
    row["Document No."] = .text(number)
    row["Quantity (Base)"] = .decimal(try base(amounts.quantity, at: index))
    if document.type == .order {
      row["Order No."] = document.header[.number]
      row["Order Line No."] = line[.lineNumber]
    }
    row["Posting Date"] = .date(date)
    // The first invoice of a line keeps its id (DC-12).
    let isTaken = try session.contains(line.id, in: rows.target)
    try session.add(row, id: isTaken ? session.system.newID() : line.id)
  }

  private func add(
    rounding amounts: SalesLineAmounts, _ account: MasterRecord, _ table: TableLayout,
    _ number: String
  ) throws {
    var row = NamedRow(table)
    row.take(amounts)
    row["Document No."] = .text(number)
    row["Line No."] = .integer((document.lines.last?.integer(.lineNumber) ?? 0) + 10_000)
    row["Sell-to Customer No."] = document.header[.sellToCustomer]
    row["Type"] = .option(OptionValue(LineType.account.rawValue))
    row["No."] = account["No."]
    row["Description"] = account["Name"]
    row["VAT Bus. Posting Group"] = document.header[.vatBusPostingGroup]
    row["VAT Prod. Posting Group"] = account["VAT Prod. Posting Group"]
    row["Gen. Prod. Posting Group"] = account["Gen. Prod. Posting Group"]
    row["Qty. per Unit of Measure"] = .decimal(1)
    row["Quantity (Base)"] = .decimal(1)
    row["System-Created Entry"] = .boolean(true)
    row["Posting Date"] = .date(date)
    try session.add(row, id: session.system.newID())
  }
}

extension NamedRow {
  /// The amounts of a posted line.
  mutating func take(_ line: SalesLineAmounts) {
    self["Quantity"] = .decimal(line.quantity)
    self["Unit Price"] = .decimal(line.unitPrice)
    self["VAT %"] = .decimal(line.vat.percent)
    self["VAT Identifier"] = .of(text: line.vat.identifier)
    self["VAT Calculation Type"] = .option(
      OptionValue(Int32(line.vat.calculationType.rawValue)))
    self["Line Discount %"] = .decimal(line.lineDiscountPercent)
    self["Line Discount Amount"] = .decimal(line.lineDiscountAmount)
    self["Line Amount"] = .decimal(line.lineAmount)
    self["Inv. Discount Amount"] = .decimal(line.invoiceDiscountAmount)
    self["Amount"] = .decimal(line.amount)
    self["VAT Base Amount"] = .decimal(line.vatBaseAmount)
    self["Amount Including VAT"] = .decimal(line.amountIncludingVAT)
    self["Allow Invoice Disc."] = .boolean(line.allowInvoiceDiscount)
  }
}
