import MapRuntime

/// A customer ledger entry as its row holds it, and as applications count it.
struct LedgerRow {
  let id: Guid
  private(set) var row: NamedRow
  var entry: CustomerLedgerEntry

  init(_ id: Guid, _ row: NamedRow) throws(AmountRefusal) {
    self.id = id
    self.row = row
    let remaining = row["Remaining Amount"].decimal ?? .zero
    var local = row["Remaining Amt. (LCY)"].decimal ?? .zero
    let factor = try CurrencyFactor(stored: row["Adjusted Currency Factor"].decimal ?? .zero)
    // An entry in local currency may say what remains of it only once.
    if local == 0, factor == nil { local = remaining }
    let type = row["Document Type"].option.flatMap {
      LedgerDocumentType(rawValue: Int($0.rawValue))
    }
    entry = CustomerLedgerEntry(
      number: LedgerEntryNumber(row["Entry No."].integer ?? 0), documentType: type ?? .blank,
      postingDate: row["Posting Date"].date ?? .first,
      currency: row["Currency Code"].blankText, factor: factor, remainingAmount: remaining,
      remainingAmountLocal: local, discountDate: row["Pmt. Discount Date"].date,
      remainingDiscountPossible: row["Remaining Pmt. Disc. Possible"].decimal ?? .zero)
  }

  var customer: Value { row["Customer No."] }
  /// What remains as the row holds it.
  var storedLocal: DecimalValue { row["Remaining Amt. (LCY)"].decimal ?? .zero }

  /// Puts what was counted into the row.
  mutating func settle() {
    row["Remaining Amount"] = .decimal(entry.remainingAmount)
    row["Remaining Amt. (LCY)"] = .decimal(entry.remainingAmountLocal)
    row["Remaining Pmt. Disc. Possible"] = .decimal(entry.remainingDiscountPossible)
    row["Open"] = .boolean(entry.isOpen)
    row["Closed by Entry No."] = .integer(entry.closing?.by.rawValue ?? 0)
    row["Closed at Date"] = .of(entry.closing?.date)
    row["Closed by Amount"] = .decimal(entry.closing?.amount ?? .zero)
  }
}

extension DetailedLedgerEntry.Kind {
  /// Entry Type of a detailed entry.
  private static let options: [(Self, Int32)] = [
    (.initialEntry, 1), (.application, 2), (.realizedLoss, 5), (.realizedGain, 6),
    (.paymentDiscount, 7), (.correctionOfRemainingAmount, 11), (.paymentTolerance, 12),
    (.paymentDiscountTolerance, 13),
  ]

  var option: Value {
    Self.options.first { $0.0 == self }.map { .option(OptionValue($0.1)) } ?? .empty
  }

  init?(_ option: Value) {
    guard let found = Self.options.first(where: { .option(OptionValue($0.1)) == option }) else {
      return nil
    }
    self = found.0
  }
}

/// A detailed entry with the row that holds it.
struct DetailRow {
  let id: Guid
  let number: Int64
  let entry: DetailedLedgerEntry

  /// Nil for a movement of a kind that is not made here.
  init?(_ id: Guid, _ row: NamedRow) {
    guard let kind = DetailedLedgerEntry.Kind(row["Entry Type"]) else { return nil }
    self.id = id
    number = row["Entry No."].integer ?? 0
    entry = DetailedLedgerEntry(
      kind: kind, entry: LedgerEntryNumber(row["Cust. Ledger Entry No."].integer ?? 0),
      appliedEntry: LedgerEntryNumber(row["Applied Cust. Ledger Entry No."].integer ?? 0),
      transaction: LedgerTransaction(row["Transaction No."].integer ?? 0),
      date: row["Posting Date"].date ?? .first, amount: row["Amount"].decimal ?? .zero,
      amountLocal: row["Amount (LCY)"].decimal ?? .zero,
      isUnapplied: row["Unapplied"].boolean == true)
  }
}
