import MapRuntime

/// What a payment came to.
public struct PostedPayment: Hashable, Sendable {
  /// Document No. of the payment.
  public let number: String
  /// What remains of the invoice.
  public let remaining: DecimalValue
  /// The payment discount that was taken.
  public let discount: DecimalValue
  /// What of the payment is more than the invoice took, and stays open for the customer.
  public let open: DecimalValue
}

/// Payments of posted invoices (DE-1 to DE-12).
extension WriteSession {
  /// Pays a posted invoice, in its currency.
  /// - Parameters:
  ///   - amount: what is paid, in whole amounts of the currency's precision (DA-2); nil for all that
  ///     remains. Who pays on time at least what is due after the payment discount gets the discount
  ///     (DE-6).
  ///   - date: nil for today; not before the invoice was posted.
  public func pay(
    _ id: Guid, amount: DecimalValue? = nil, on date: DateValue? = nil
  ) throws -> PostedPayment {
    let invoice = try postedInvoice(id)
    let date = date ?? now.date
    guard let open = try ledgerRow(ofInvoice: invoice), open.entry.isOpen else {
      throw Refusal("invoice '\(invoice["No."])' has nothing left to pay")
    }
    let amount = amount ?? open.entry.remainingAmount
    guard amount > 0 else { throw Refusal("a payment must be more than 0") }
    let setup = try CompanyData(session: self).setup()
    let precision = try CompanyData(session: self).currency(open.entry.currency).amount
    try check(amount, on: date, of: open, invoice, precision)
    let payment = try addPayment(of: open, amount, on: date, setup)
    var rows = [open, payment]
    let transaction = try nextTransaction()
    let applier = LedgerApplier(
      precision: precision, localPrecision: setup.localTerms.amount,
      graceDays: setup.graceDays(from: date))
    let application = try counting { () throws(AmountRefusal) in
      var (old, new) = (rows[0].entry, rows[1].entry)
      let application = try applier.apply(&new, to: &old, transaction)
      (rows[0].entry, rows[1].entry) = (old, new)
      return application
    }
    try save(&rows, application.details)
    return try PostedPayment(
      number: payment.row["Document No."].blankText, remaining: rows[0].entry.remainingAmount,
      discount: application.discount, open: .zero - rows[1].entry.remainingAmount)
  }

  private func check(
    _ amount: DecimalValue, on date: DateValue, of open: LedgerRow, _ invoice: NamedRow,
    _ precision: RoundingPrecision
  ) throws {
    let rounded = try counting { () throws(AmountRefusal) in try amount.rounded(to: precision) }
    guard rounded == amount else {
      let code = open.entry.currency
      throw Refusal(
        "a payment of \(amount) is finer than \(precision.step), the smallest amount of "
          + (code.isEmpty ? "the local currency" : "currency '\(code)'"))
    }
    guard let posted = invoice["Posting Date"].date, date < posted else { return }
    throw Refusal(
      "a payment on \(date) would be before invoice '\(invoice["No."])', which is posted on "
        + "\(posted)")
  }

  private func addPayment(
    of open: LedgerRow, _ amount: DecimalValue, on date: DateValue, _ setup: CompanySetup
  ) throws -> LedgerRow {
    let ledger = try schema.table(Self.ledger)
    let number = try draw(.payment, on: date) {
      try !find(ledger.name, ["Document No.": .text($0)]).isEmpty
    }
    var row = NamedRow(ledger)
    row["Document Type"] = .option(OptionValue(Int32(LedgerDocumentType.payment.rawValue)))
    row["Document No."] = .text(number)
    row["Customer No."] = open.customer
    row["Sell-to Customer No."] = open.customer
    row["Posting Date"] = .date(date)
    row["Document Date"] = .date(date)
    row["Due Date"] = .date(date)
    row["Description"] = .text("Payment \(number)")
    row["Currency Code"] = .of(text: open.entry.currency)
    row["Applies-to Doc. No."] = open.row["Document No."]
    var factor = DecimalValue.zero
    if !open.entry.currency.isEmpty {
      factor =
        try CompanyData(session: self).factor(of: open.entry.currency, on: date)
        ?? open.row["Adjusted Currency Factor"].decimal ?? .zero
    }
    row["Adjusted Currency Factor"] = .decimal(factor)
    let local = try counting { () throws(AmountRefusal) in
      try CurrencyFactor(stored: factor).local(amount, to: setup.localTerms.amount)
    }
    let entry = try add(entry: row, .zero - amount, local: .zero - local)
    guard let added = try ledgerRow(entry.integer ?? 0) else {
      throw Refusal("the payment was not entered")
    }
    return added
  }

  /// Takes the last application of a posted invoice back: payment and invoice are open again
  /// (DE-11).
  public func unapply(_ id: Guid, on date: DateValue? = nil) throws {
    let invoice = try postedInvoice(id)
    guard let row = try ledgerRow(ofInvoice: invoice) else {
      throw Refusal("invoice '\(invoice["No."])' has no ledger entry")
    }
    let own = try details(of: row.entry.number)
    let last = own.filter { $0.entry.kind == .application && !$0.entry.isUnapplied }
      .map(\.entry.transaction).max()
    guard let last else {
      throw Refusal("nothing is applied to invoice '\(invoice["No."])'")
    }
    let others = Set(
      own.filter { $0.entry.transaction == last }.map(\.entry.appliedEntry)
    ).subtracting([row.entry.number]).filter { $0.rawValue != 0 }
    var rows = [row]
    var all = own
    for other in others.sorted() {
      guard let found = try ledgerRow(other.rawValue) else { continue }
      rows.append(found)
      all += try details(of: other)
    }
    let now = try nextTransaction()
    var entries = rows.map(\.entry)
    let day = date ?? self.now.date
    let mirrors = try counting { () throws(AmountRefusal) in
      try Unapplication(details: all.map(\.entry))
        .unapply(last, of: &entries, on: day, as: now)
    }
    for index in rows.indices { rows[index].entry = entries[index] }
    let undone = all.filter {
      $0.entry.transaction == last && !$0.entry.isUnapplied && $0.entry.kind != .initialEntry
    }
    let numbers = try save(&rows, mirrors, isUnapplied: true)
    for (detail, number) in zip(undone, numbers) {
      try change(
        Self.detailedLedger, detail.id,
        ["Unapplied": .boolean(true), "Unapplied by Entry No.": .integer(number)], by: .system)
    }
  }

  /// The header of a posted invoice.
  func postedInvoice(_ id: Guid) throws -> NamedRow {
    guard let table = schema["Sales Invoice Header"], try contains(id, in: table),
      let row = try row(id, of: table)
    else { throw Refusal("there is no posted invoice \(id)") }
    return row
  }

  /// The entry of a posted invoice; a stated one may be known by its document number only.
  func ledgerRow(ofInvoice invoice: NamedRow) throws -> LedgerRow? {
    if let number = invoice["Cust. Ledger Entry No."].integer, number != 0 {
      return try ledgerRow(number)
    }
    return try ledgerRow([
      "Document Type": .option(OptionValue(Int32(LedgerDocumentType.invoice.rawValue))),
      "Document No.": invoice["No."],
    ])
  }
}
