import MapRuntime

/// Ledger entries, read and written.
extension WriteSession {
  /// The entry of a number.
  func ledgerRow(_ number: Int64) throws -> LedgerRow? {
    try ledgerRow(["Entry No.": .integer(number)])
  }

  func ledgerRow(_ fields: [String: Value]) throws -> LedgerRow? {
    let table = try schema.table(Self.ledger)
    guard let id = try find(table.name, fields).first, let row = try row(id, of: table) else {
      return nil
    }
    return try counting { () throws(AmountRefusal) in try LedgerRow(id, row) }
  }

  /// The movements of an entry.
  func details(of number: LedgerEntryNumber) throws -> [DetailRow] {
    let table = try schema.table(Self.detailedLedger)
    return try find(table.name, ["Cust. Ledger Entry No.": .integer(number.rawValue)])
      .compactMap { id in try row(id, of: table).flatMap { DetailRow(id, $0) } }
  }

  /// A row by the names of its fields.
  func row(_ id: Guid, of table: TableLayout) throws -> NamedRow? {
    guard let values = try values(of: table, id) else { return nil }
    var row = NamedRow(table)
    row.values = values
    return row
  }

  /// Runs what counts amounts of the ledger.
  func counting<Result>(_ body: () throws(AmountRefusal) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw Refusal(error.sentence)
    }
  }

  /// The number that the movements of a transaction have in common.
  func nextTransaction() throws -> LedgerTransaction {
    LedgerTransaction(try last("Entry No.", of: schema.table(Self.detailedLedger)) + 1)
  }

  /// Writes entries with their new movements, what remains of the documents that they are of, and
  /// what their customers owe.
  /// - Returns: the numbers of the movements.
  @discardableResult
  func save(
    _ rows: inout [LedgerRow], _ details: [DetailedLedgerEntry], isUnapplied: Bool = false
  ) throws -> [Int64] {
    let table = try schema.table(Self.detailedLedger)
    var number = try last("Entry No.", of: table)
    var numbers: [Int64] = []
    for detail in details {
      guard let owner = rows.first(where: { $0.entry.number == detail.entry }) else { continue }
      number += 1
      numbers.append(number)
      var row = detailRow(of: owner.row, table)
      row["Entry No."] = .integer(number)
      row["Entry Type"] = detail.kind.option
      row["Posting Date"] = .date(detail.date)
      row["Amount"] = .decimal(detail.amount)
      row["Amount (LCY)"] = .decimal(detail.amountLocal)
      row["Applied Cust. Ledger Entry No."] = .integer(detail.appliedEntry.rawValue)
      row["Transaction No."] = .integer(detail.transaction.rawValue)
      row["Unapplied"] = .boolean(isUnapplied)
      try add(row, id: system.newID())
    }
    for index in rows.indices {
      let before = rows[index].storedLocal
      rows[index].settle()
      let now = rows[index].entry.remainingAmountLocal
      try write(rows[index].row, rows[index].id)
      try figures.take(
        remaining: .decimal(try now - before), sales: .empty, of: rows[index].customer, 1)
      try showRest(of: rows[index])
    }
    return numbers
  }

  /// A posted document shows what remains of its entry (DD-1).
  private func showRest(of row: LedgerRow) throws {
    let name: String
    switch row.entry.documentType {
    case .invoice: name = "Sales Invoice Header"
    case .creditMemo: name = "Sales Cr.Memo Header"
    case .blank, .payment, .financeChargeMemo, .reminder, .refund: return
    }
    guard let table = schema[name],
      let id = try find(name, ["No.": row.row["Document No."]]).first,
      var header = try self.row(id, of: table)
    else { return }
    header["Remaining Amount"] = .decimal(row.entry.remainingAmount)
    header["Closed"] = .boolean(!row.entry.isOpen)
    try write(header, id)
  }

  /// Writes a changed row of a table that documents fill.
  func write(_ row: NamedRow, _ id: Guid) throws {
    guard let old = try values(of: row.table, id), old != row.values else { return }
    _ = try write(row.values, id, in: row.table, isNew: false)
    try touch([old, row.values], row.table)
  }
}
