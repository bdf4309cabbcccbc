import MapRuntime

/// The lines of an order, quote, invoice or credit memo in the order of their numbers, and what
/// entering, discounting and releasing them does to their amounts.
///
/// A database layer fills it from rows and writes back the lines that differ. A function that throws
/// may have changed some lines: the value is then to be thrown away.
struct SalesDocumentAmounts: Hashable, Sendable {
  typealias Index = Array<SalesLineAmounts>.Index

  let terms: AmountTerms
  var lines: [SalesLineAmounts]
  private(set) var invoiceDiscount: HeaderInvoiceDiscount

  init(
    terms: AmountTerms, lines: [SalesLineAmounts] = [],
    invoiceDiscount: HeaderInvoiceDiscount = .none
  ) {
    self.terms = terms
    self.lines = lines
    self.invoiceDiscount = invoiceDiscount
  }

  /// Sums over the lines, as the header shows them (DA-40).
  func totals() throws(AmountRefusal) -> AmountTotals {
    var totals = AmountTotals()
    for line in lines { try totals.add(line) }
    return totals
  }

  /// VAT groups of the whole document, as statistics show them (DA-21 to DA-23).
  func vatGroups() throws(AmountRefusal) -> VATGroups { try VATGroups(of: lines, terms) }
}

/// Sums of amounts over lines (DA-40, DD-1).
struct AmountTotals: Hashable, Sendable {
  private(set) var amount: DecimalValue = 0
  private(set) var amountIncludingVAT: DecimalValue = 0
  private(set) var invoiceDiscountAmount: DecimalValue = 0

  func vat() throws(AmountRefusal) -> DecimalValue { try amountIncludingVAT.subtracting(amount) }

  mutating func add(_ line: SalesLineAmounts) throws(AmountRefusal) {
    amount = try amount.adding(line.amount)
    amountIncludingVAT = try amountIncludingVAT.adding(line.amountIncludingVAT)
    invoiceDiscountAmount = try invoiceDiscountAmount.adding(line.invoiceDiscountAmount)
  }
}

/// One line of an open document after the other (DA-8 to DA-19).
extension SalesDocumentAmounts {
  /// Enters a line behind the others: its quantity, unit price and discount in percent say the rest.
  mutating func append(_ line: SalesLineAmounts) throws(AmountRefusal) {
    var line = line
    try line.takeLineDiscount(percent: line.lineDiscountPercent, terms)
    lines.append(line)
    try count(lines.index(before: lines.endIndex))
  }

  /// Another quantity: the discount follows from its percentage (DA-12, DA-13).
  mutating func take(quantity: DecimalValue, at index: Index) throws(AmountRefusal) {
    let was = lines[index]
    lines[index].quantity = quantity
    try takeByPercent(at: index)
    if quantity == 0, was.quantity != 0, was.amount != 0 {
      try handOverRemainder(of: was, before: index, from: lines.index(after: index))
    }
  }

  /// Another unit price, as it was given: only prices that the system computes are rounded (DA-6,
  /// DA-12, DA-13).
  mutating func take(unitPrice: DecimalValue, at index: Index) throws(AmountRefusal) {
    lines[index].unitPrice = unitPrice
    try takeByPercent(at: index)
  }

  mutating func take(lineDiscountPercent: DecimalValue, at index: Index) throws(AmountRefusal) {
    lines[index].lineDiscountPercent = lineDiscountPercent
    try takeByPercent(at: index)
  }

  /// DA-10; the header keeps its invoice discount (DA-13).
  mutating func take(lineDiscountAmount: DecimalValue, at index: Index) throws(AmountRefusal) {
    try lines[index].takeLineDiscount(amount: lineDiscountAmount, terms)
    try count(index)
  }

  /// DA-11; the header keeps its invoice discount (DA-13).
  mutating func take(lineAmount: DecimalValue, at index: Index) throws(AmountRefusal) {
    try lines[index].takeLineAmount(lineAmount, terms)
    try count(index)
  }

  mutating func take(allowInvoiceDiscount: Bool, at index: Index) throws(AmountRefusal) {
    lines[index].takeAllowInvoiceDiscount(allowInvoiceDiscount)
    try count(index)
  }

  /// Another VAT posting setup (DK-4); the price is converted by `UnitPrice`.
  mutating func take(vat: LineVAT, at index: Index) throws(AmountRefusal) {
    lines[index].vat = vat
    if vat.calculationType == .full { lines[index].takeAllowInvoiceDiscount(false) }
    try takeByPercent(at: index)
  }

  /// Takes a line away; another line of its VAT takes over the remainder (DA-16, DC-23).
  mutating func remove(at index: Index) throws(AmountRefusal) {
    let removed = lines.remove(at: index)
    if removed.amount != 0 { try handOverRemainder(of: removed, before: index, from: index) }
  }

  /// All lines anew, one after the other from their discounts in percent, as after a change of the
  /// header's terms (DA-25, DJ-8, DJ-15).
  func recounted(_ terms: AmountTerms) throws(AmountRefusal) -> SalesDocumentAmounts {
    var document = SalesDocumentAmounts(
      terms: terms, lines: lines, invoiceDiscount: invoiceDiscount)
    for index in lines.indices { try document.takeByPercent(at: index) }
    return document
  }

  /// What the line comes to among the others (DA-15).
  private mutating func count(_ index: Index) throws(AmountRefusal) {
    lines[index] = try OpenLine(at: index, of: lines, terms).counted(lines[index])
  }

  /// The way through the percentage: a discount in the header that is an amount shrinks by what the
  /// line drops of it (DA-13).
  private mutating func takeByPercent(at index: Index) throws(AmountRefusal) {
    let dropped = lines[index].invoiceDiscountAmount
    try lines[index].takeLineDiscount(percent: lines[index].lineDiscountPercent, terms)
    if case .amount(let value) = invoiceDiscount, value != 0 {
      invoiceDiscount = .amount(try value.subtracting(dropped))
    }
    try count(index)
  }

  /// The nearest other line of the same VAT that comes to something, first of those before it, is
  /// counted again (DA-16).
  private mutating func handOverRemainder(
    of line: SalesLineAmounts, before end: Index, from start: Index
  ) throws(AmountRefusal) {
    let isHeir: (Index) -> Bool = { [lines] in lines[$0].vat == line.vat && lines[$0].amount != 0 }
    guard
      let heir = lines.indices[..<end].last(where: isHeir)
        ?? lines.indices[start...].first(where: isHeir)
    else { return }
    try count(heir)
  }
}

/// The document as a whole (DA-27 to DA-33, DB-3, DB-4).
extension SalesDocumentAmounts {
  /// What releasing does to amounts: VAT by groups, spread over the lines; and the invoice discount
  /// of what is to be invoiced (DB-3, DB-4).
  mutating func release() throws(AmountRefusal) {
    try spread(VATGroups(of: lines, terms))
    try spreadInvoiceDiscountToInvoice()
  }

  /// An invoice discount as an amount, in the prices of the document, with VAT or without (DA-30,
  /// DA-32).
  mutating func take(invoiceDiscountAmount amount: DecimalValue) throws(AmountRefusal) {
    var groups = try VATGroups(of: lines, terms)
    let amount = try amount.rounded(to: terms.amountPrecision)
    let shares = try InvoiceDiscountShares(groups: groups, terms: terms).shares(of: amount)
    try groups.take(invoiceDiscounts: shares, terms)
    invoiceDiscount = .amount(amount)
    try spreadAnew(groups)
  }

  /// An invoice discount in percent (DA-31).
  mutating func take(
    invoiceDiscountPercent percent: DecimalValue, perVATIdentifier: Bool = false
  ) throws(AmountRefusal) {
    var groups = try VATGroups(of: lines, terms)
    let shares = try InvoiceDiscountShares(groups: groups, terms: terms)
      .shares(ofPercent: percent, perVATIdentifier: perVATIdentifier)
    try groups.take(invoiceDiscounts: shares, terms)
    invoiceDiscount = .percent(percent)
    try spreadAnew(groups)
  }

  /// What the document's page does when a line asks for it: the header's amount is spread again
  /// (DA-36). Releasing and posting without a page do not.
  mutating func spreadInvoiceDiscountIfAsked() throws(AmountRefusal) {
    guard case .amount(let amount) = invoiceDiscount, amount != 0,
      lines.contains(where: \.recalculateInvoiceDiscount)
    else { return }
    try take(invoiceDiscountAmount: amount)
  }

  private mutating func spreadAnew(_ groups: VATGroups) throws(AmountRefusal) {
    for index in lines.indices { lines[index].recalculateInvoiceDiscount = false }
    try spread(groups)
  }

  private mutating func spread(_ groups: VATGroups) throws(AmountRefusal) {
    try Spreading(groups: groups, terms: terms, purpose: .document).spread(over: &lines)
    for index in lines.indices { try lines[index].countInvoiceDiscountToInvoice(terms) }
  }
}
