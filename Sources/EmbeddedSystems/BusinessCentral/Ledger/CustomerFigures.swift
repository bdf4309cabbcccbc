import MapRuntime

/// What a customer owes and may come to owe, in local currency, by bill-to customer (DH-1 to DH-3,
/// DH-7). Nothing is kept: figures are computed when they are read (DH-9).
struct CustomerExposure: Hashable, Sendable {
  /// Balance (LCY) (DH-1).
  var balance: DecimalValue = 0
  /// Outstanding Orders (LCY), of order lines (DH-2).
  var outstandingOrders: DecimalValue = 0
  /// Shipped Not Invoiced (LCY), of order lines (DH-2).
  var shippedNotInvoiced: DecimalValue = 0
  /// Outstanding Invoices (LCY), of the lines of invoices that are not posted (DH-2).
  var outstandingInvoices: DecimalValue = 0
  /// What of these invoice lines comes from shipments, which count already.
  var outstandingInvoicesFromShipments: DecimalValue = 0
  /// Of order lines (DH-7).
  var invoicedPrepayment: DecimalValue = 0
  var returnReceiptsNotCredited: DecimalValue = 0

  /// Total (LCY) (DH-3).
  func total() throws(AmountRefusal) -> DecimalValue {
    try balance.adding(outstandingOrders).adding(shippedNotInvoiced).adding(outstandingInvoices)
      .subtracting(outstandingInvoicesFromShipments).subtracting(invoicedPrepayment)
      .subtracting(returnReceiptsNotCredited)
  }
}

/// An amount of the ledger in local currency, with the day by which it is counted.
struct DatedAmount: Hashable, Sendable {
  let date: DateValue
  let amount: DecimalValue
}

enum CustomerFigures {
  /// The overdue amount: what remains of open entries that were due before today (DH-4).
  ///
  /// - Parameter entries: by due date, what remains of them today.
  static func overdue(
    _ entries: some Sequence<DatedAmount>, today: DateValue
  ) throws(AmountRefusal) -> DecimalValue {
    try sum(entries) { $0 < today }
  }

  /// Balance Due (LCY): all movements of entries that were due by a day, whenever they were posted
  /// (DH-5).
  ///
  /// - Parameter details: by Initial Entry Due Date.
  static func balanceDue(
    _ details: some Sequence<DatedAmount>, upTo day: DateValue
  ) throws(AmountRefusal) -> DecimalValue {
    try sum(details) { $0 <= day }
  }

  /// Total sales: Sales (LCY) of the entries of the fiscal year of the work date, also of those posted
  /// in advance (DH-6).
  ///
  /// - Parameter entries: by posting date.
  static func sales(
    _ entries: some Sequence<DatedAmount>, workDate: DateValue, _ years: FiscalYears
  ) throws(AmountRefusal) -> DecimalValue {
    let year = years.year(of: workDate)
    return try sum(entries) { year.contains($0) }
  }

  private static func sum(
    _ amounts: some Sequence<DatedAmount>, where isCounted: (DateValue) -> Bool
  ) throws(AmountRefusal) -> DecimalValue {
    var sum: DecimalValue = 0
    for amount in amounts where isCounted(amount.date) { sum = try sum.adding(amount.amount) }
    return sum
  }
}

/// The accounting periods that begin a fiscal year (DH-6).
struct FiscalYears: Hashable, Sendable {
  /// Starting Dates in their order.
  let starts: [DateValue]

  init(starts: some Sequence<DateValue>) { self.starts = starts.sorted() }

  /// The days of the fiscal year that a day is in. The last year has no end, and without periods there
  /// is one year for all days.
  func year(of day: DateValue) -> ClosedRange<DateValue> {
    let next = starts.firstIndex { $0 > day } ?? starts.endIndex
    let first = next > starts.startIndex ? starts[next - 1] : .first
    let last = next < starts.endIndex ? starts[next].adding(days: -1) : .last
    return first...max(first, last)
  }
}
