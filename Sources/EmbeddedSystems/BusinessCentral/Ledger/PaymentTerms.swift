import MapRuntime

/// When an invoice is due, and what is given off for paying early (DD-6, DD-8, DJ-7).
struct PaymentTerms: Hashable, Sendable {
  /// Nil where the terms say nothing, and without terms.
  var dueDate: DateFormula?
  var discountDate: DateFormula?
  var discountPercent: DecimalValue = 0

  /// From the document date, which is the due date where the terms say nothing (DD-6).
  func dueDate(from documentDate: DateValue) -> DateValue {
    dueDate?.date(from: documentDate) ?? documentDate
  }

  /// Nil for a discount without an end (DD-6).
  func discountDate(from documentDate: DateValue) -> DateValue? {
    discountDate?.date(from: documentDate)
  }
}

/// Payment Discount % of a document, and the last day on which it is given.
struct PaymentDiscount: Hashable, Sendable {
  let percent: DecimalValue
  /// Nil for a discount without an end.
  let date: DateValue?

  /// Original Pmt. Disc. Possible of an entry; nothing where the discount ended before it was posted
  /// (DD-8).
  ///
  /// - Parameter amount: with VAT, or without where the setup has Pmt. Disc. Excl. VAT.
  func possible(
    of amount: DecimalValue, postingDate: DateValue, graceDays: Int = 0,
    to precision: RoundingPrecision = .amount
  ) throws(AmountRefusal) -> DecimalValue {
    if let date, date.adding(days: graceDays) < postingDate { return 0 }
    return try DotNetDecimal(amount).percent(DotNetDecimal(percent)).rounded(to: precision)
  }
}
