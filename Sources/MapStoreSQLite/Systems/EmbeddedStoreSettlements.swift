import EmbeddedSystems
import MapRuntime
import MapSync

import class GRDB.Database

/// What the customer ledger of an embedded BC says of posted invoices (R H-15 to H-20).
extension EmbeddedStore {
  public func payments(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: InvoicePayment] {
    guard let ledger = InvoiceLedger(self, invoices: table.name) else { return [:] }
    return try read { db in try ledger.payments(of: ids, db) }
  }

  public func settlements(
    of table: RecordTable, since mark: ChangeMark?, limit: Int
  ) async throws(StoreFailure) -> SettlementPage {
    let since = try version(of: mark)
    guard let ledger = InvoiceLedger(self, invoices: table.name) else {
      return SettlementPage(invoices: [], next: try await self.mark(of: table), hasMore: false)
    }
    return try read { db in
      let (invoices, end) = try ledger.invoices(changedSince: since, limit: limit, db)
      return SettlementPage(
        invoices: invoices, next: ChangeMark(String(try end ?? Self.lastVersion(db))),
        hasMore: end != nil)
    }
  }
}

/// The customer ledger as it belongs to posted invoices: an invoice has one entry, and each thing that
/// happens to an entry is a detailed one (DD-4, DD-5).
private struct InvoiceLedger {
  private static let invoice = OptionValue(2)

  private let byID: ChangedRows
  private let entries: ChangedRows
  private let entriesByDocument: ChangedRows
  private let details: ChangedRows

  /// Nil for a system without posted invoices.
  init?(_ store: EmbeddedStore, invoices: String) {
    func rows(_ table: String, _ fields: [String]) -> ChangedRows? {
      store.system.schema[table].flatMap {
        ChangedRows($0, fields, company: store.companyTest($0))
      }
    }
    let amounts = ["Amount", "Remaining Amount", "Document Type"]
    guard invoices == "Sales Invoice Header",
      let byID = rows(invoices, ["No.", "Cancelled", "Cust. Ledger Entry No."]),
      let entries = rows("Cust. Ledger Entry", ["Entry No.", "Document No."] + amounts),
      let byDocument = rows("Cust. Ledger Entry", ["Document No.", "Entry No."] + amounts),
      let details = rows("Detailed Cust. Ledg. Entry", ["Cust. Ledger Entry No."])
    else { return nil }
    self.byID = byID
    self.entries = entries
    entriesByDocument = byDocument
    self.details = details
  }

  func payments(of ids: [Guid], _ db: Database) throws -> [Guid: InvoicePayment] {
    var found: [Guid: InvoicePayment] = [:]
    for invoice in try byID.rows(ids: ids, db) {
      if invoice.values[1] == .boolean(true) {
        found[invoice.id] = .cancelled
      } else if let entry = try entry(of: invoice, db) {
        found[invoice.id] = Self.payment(amount: entry.values[2], remaining: entry.values[3])
      }
    }
    return found
  }

  /// The ledger entry of an invoice: the one that it names, or the one that names it.
  private func entry(of invoice: ChangedRows.Row, _ db: Database) throws -> ChangedRows.Row? {
    if let number = invoice.values[2].integer, number != 0 {
      return try entries.rows(with: [.integer(number)], db).first
    }
    return try entriesByDocument.rows(with: [invoice.values[0]], db).first {
      $0.values[4] == .option(Self.invoice)
    }
  }

  private static func payment(amount: Value, remaining: Value) -> InvoicePayment {
    guard let left = remaining.decimal, left != .zero else { return .paid }
    guard let whole = amount.decimal, left != whole else { return .unpaid }
    return .paidPartly(remaining: left, of: whole)
  }

  /// The invoices with new detailed entries, up to where these were read; nil where that is the end.
  func invoices(
    changedSince version: Int64, limit: Int, _ db: Database
  ) throws -> (invoices: [Guid], end: Int64?) {
    let news = try details.rows(since: version, limit: limit, db)
    let numbers = Set(news.compactMap { $0.values[0].integer }).sorted()
    let changed = try entries.rows(with: numbers.map { .integer($0) }, db)
    let documents = Set(
      changed.filter { $0.values[4] == .option(Self.invoice) }.compactMap { $0.values[1].text })
    let invoices = try byID.rows(with: documents.sorted().map { .text($0) }, db)
    return (invoices.map(\.id), news.count == limit ? news.last?.version.number : nil)
  }
}
