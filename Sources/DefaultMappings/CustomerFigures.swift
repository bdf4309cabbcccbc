import MapRuntime

/// What Business Central works out of a customer's ledger and open documents (R I-2).
extension HostFunctions {
  /// What was due before today and is not paid, by what is posted up to today: what is dated later
  /// takes off nothing yet of entries that are open (R I-2, DH-4).
  public static func overdueAmounts(
    _ today: DateValue, _ entries: [BC.CustLedgerEntry], _ details: [BC.DetailedCustLedgEntry]
  ) -> DecimalValue? {
    let due = entries.filter { entry in entry.open && entry.dueDate.map { $0 < today } ?? false }
    let numbers = Set(due.map(\.entryNo))
    let later = details.lazy.filter { detail in
      numbers.contains(detail.custLedgerEntryNo) && detail.postingDate.map { $0 > today } ?? false
    }
    guard let remaining = sum(due, { $0.remainingAmtLCY }), let off = sum(later, { $0.amountLCY })
    else { return nil }
    return try? remaining - off
  }

  /// All that a customer owes or will owe by what was ordered, less what counts twice, as invoices
  /// of shipments do that count as not invoiced, and less what was invoiced before delivery (R I-2,
  /// DH-3). Returns that were received and not credited are not part of these tables.
  public static func totalExposure(
    _ balance: DecimalValue, _ outstandingOrders: DecimalValue,
    _ shippedNotInvoiced: DecimalValue, _ outstandingInvoices: DecimalValue,
    _ lines: [BC.SalesLine]
  ) -> DecimalValue? {
    let ofShipments = sum(
      lines.lazy.filter { $0.documentType == OptionValue(2) && !$0.shipmentNo.isEmpty }
    ) { $0.outstandingAmountLCY }
    guard let prepaid = invoicedPrepayment(lines), let ofShipments,
      let all = sum([balance, outstandingOrders, shippedNotInvoiced, outstandingInvoices], { $0 }),
      let once = try? all - ofShipments
    else { return nil }
    return try? once - prepaid
  }

  /// What was sold in the fiscal year of today, with what is posted in advance (R I-2, DH-6). The last
  /// year has no end; where nothing says when years begin, all entries count.
  public static func totalSales(
    _ today: DateValue, _ entries: [BC.CustLedgerEntry], _ periods: [BC.AccountingPeriod]
  ) -> DecimalValue? {
    let starts = periods.lazy.filter(\.newFiscalYear).compactMap(\.startingDate)
    let first = starts.filter { $0 <= today }.max()
    let next = starts.filter { $0 > today }.min()
    return sum(
      entries.lazy.filter { entry in
        guard let posted = entry.postingDate else { return false }
        return first.map { posted >= $0 } ?? true && next.map { posted < $0 } ?? true
      }
    ) { $0.salesLCY }
  }
}
