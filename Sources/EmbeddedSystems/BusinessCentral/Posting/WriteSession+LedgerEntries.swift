import MapRuntime

/// Entries of the customer ledger (DD-4, DD-5).
extension WriteSession {
  static let ledger = "Cust. Ledger Entry"
  static let detailedLedger = "Detailed Cust. Ledg. Entry"

  /// The entry of a posted document.
  /// - Returns: its Entry No.
  func addEntry(
    of document: BusinessDocument, _ number: String, _ totals: AmountTotals,
    _ amounts: SalesDocumentAmounts, on date: DateValue
  ) throws -> Value {
    let (header, setup) = (document.header, document.setup)
    let local = try localTotals(document, amounts)
    let base = setup.discountExcludesVAT ? totals.amount : totals.amountIncludingVAT
    let discount = PaymentDiscount(
      percent: header.number(.paymentDiscountPercent), date: header.date(.paymentDiscountDate))
    var document = document
    let graceDays = setup.graceDays(from: date)
    let possible = try document.counting { document throws(AmountRefusal) in
      try discount.possible(
        of: base, postingDate: date, graceDays: graceDays, to: document.currency.amount)
    }
    var row = NamedRow(try schema.table(Self.ledger))
    row["Document Type"] = .option(OptionValue(Int32(LedgerDocumentType.invoice.rawValue)))
    row["Document No."] = .text(number)
    row["Customer No."] = header[.billToCustomer]
    row["Sell-to Customer No."] = header[.sellToCustomer]
    row["Posting Date"] = .date(date)
    row["Document Date"] = header[.documentDate]
    row["Due Date"] = header[.dueDate]
    row["Pmt. Discount Date"] = header[.paymentDiscountDate]
    row["Description"] = header[.postingDescription]
    row["External Document No."] = header[.externalNumber]
    row["Your Reference"] = header.value("Your Reference")
    row["Currency Code"] = header[.currency]
    row["Adjusted Currency Factor"] = header[.currencyFactor]
    row["Salesperson Code"] = header[.salesperson]
    row["Sales (LCY)"] = .decimal(local.amount)
    row["Inv. Discount (LCY)"] = .decimal(local.discount)
    row["Original Pmt. Disc. Possible"] = .decimal(possible)
    row["Remaining Pmt. Disc. Possible"] = .decimal(possible)
    return try add(
      entry: row, totals.amountIncludingVAT, local: local.amountIncludingVAT)
  }

  private func localTotals(
    _ document: BusinessDocument, _ amounts: SalesDocumentAmounts
  ) throws -> (amount: DecimalValue, amountIncludingVAT: DecimalValue, discount: DecimalValue) {
    let (stored, precision) = (document.factor, document.setup.localTerms.amount)
    var document = document
    return try document.counting { _ throws(AmountRefusal) in
      let factor = try CurrencyFactor(stored: stored)
      var sums = LocalLineAmounts(factor, precision: precision)
      for line in amounts.lines { _ = try sums.next(line) }
      let discount = try amounts.totals().invoiceDiscountAmount
      return (
        sums.amount.localSum, sums.amountIncludingVAT.localSum,
        try factor.local(discount, to: precision)
      )
    }
  }

  /// Adds an entry with its first movement, and counts it for the customer.
  func add(
    entry: NamedRow, _ amount: DecimalValue, local: DecimalValue
  ) throws -> Value {
    let details = try schema.table(Self.detailedLedger)
    let number = try last("Entry No.", of: entry.table) + 1
    let first = try last("Entry No.", of: details) + 1
    var row = entry
    row["Entry No."] = .integer(number)
    row["Transaction No."] = .integer(first)
    row["Amount"] = .decimal(amount)
    row["Amount (LCY)"] = .decimal(local)
    row["Remaining Amount"] = .decimal(amount)
    row["Remaining Amt. (LCY)"] = .decimal(local)
    // An entry of nothing is settled from the beginning (DD-10).
    row["Open"] = .boolean(amount != 0)
    try add(row, id: system.newID())
    try figures.take(
      remaining: .decimal(local), sales: row["Sales (LCY)"], of: row["Customer No."], 1)
    var detail = detailRow(of: row, details)
    detail["Entry No."] = .integer(first)
    detail["Transaction No."] = .integer(first)
    detail["Entry Type"] = .option(OptionValue(1))
    detail["Posting Date"] = row["Posting Date"]
    detail["Amount"] = .decimal(amount)
    detail["Amount (LCY)"] = .decimal(local)
    detail["Ledger Entry Amount"] = .boolean(true)
    try add(detail, id: system.newID())
    return .integer(number)
  }

  /// What a detailed entry says of the entry that it moves.
  func detailRow(of entry: NamedRow, _ details: TableLayout) -> NamedRow {
    var detail = NamedRow(details)
    detail["Cust. Ledger Entry No."] = entry["Entry No."]
    detail["Customer No."] = entry["Customer No."]
    detail["Currency Code"] = entry["Currency Code"]
    detail["Document Type"] = entry["Document Type"]
    detail["Document No."] = entry["Document No."]
    detail["Initial Document Type"] = entry["Document Type"]
    detail["Initial Entry Due Date"] = entry["Due Date"]
    return detail
  }
}

extension BusinessRow {
  /// A field that nothing happens to, by its name.
  func value(_ name: String) -> Value {
    table.layout.column(name).map { values[$0] } ?? .empty
  }
}

extension CompanySetup {
  /// Payment Discount Grace Period in days.
  func graceDays(from date: DateValue) -> Int {
    guard let formula = DateFormula(gracePeriod) else { return 0 }
    return Int(formula.date(from: date).days - date.days)
  }
}
