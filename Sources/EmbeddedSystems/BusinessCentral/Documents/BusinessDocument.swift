import MapRuntime

/// A sales quote, order, invoice or credit memo with its lines, as a value: read once, changed by the
/// functions of these files as validating its fields would, and written back in one go.
///
/// What lines come to is counted in `amounts`, which goes line by line with `lines`; `settle` puts
/// it into the rows. A function that throws may have changed something: the value is then thrown
/// away.
struct BusinessDocument {
  typealias Index = Array<BusinessRow<LineField>>.Index

  let tables: BusinessTables
  let company: CompanyData
  let setup: CompanySetup
  /// Whether a user types, whom BC asks for more than code (DB-5, DJ-8).
  let isTyped: Bool
  var header: BusinessRow<HeaderField>
  /// In the order of their numbers.
  private(set) var lines: [BusinessRow<LineField>] = []
  private(set) var deleted: [BusinessRow<LineField>] = []
  var amounts: SalesDocumentAmounts
  /// How the document's currency is rounded.
  private(set) var currency: CurrencyTerms

  /// A header, with its lines in the order of their numbers.
  init(
    _ header: BusinessRow<HeaderField>, _ lines: [BusinessRow<LineField>],
    tables: BusinessTables, company: CompanyData, isTyped: Bool
  ) throws {
    self.tables = tables
    self.company = company
    self.isTyped = isTyped
    setup = try company.setup()
    self.header = header
    self.lines = lines
    currency = try company.currency(header.text(.currency))
    amounts = SalesDocumentAmounts(
      terms: Self.terms(header, currency), lines: lines.map(Self.amounts),
      invoiceDiscount: Self.invoiceDiscount(header))
  }

  var type: DocumentType { DocumentType(rawValue: header.option(.documentType)) ?? .order }
  var number: String { header.text(.number) }
  var isReleased: Bool { header.option(.status) != DocumentStatus.open }
  var factor: DecimalValue { header.number(.currencyFactor) }

  /// As messages call it.
  var shown: String {
    number.isEmpty || header.isNew
      ? "the new \(type.name.lowercased())" : "\(type.name) '\(number)'"
  }

  /// A line of a new document has a number that nobody has seen yet: it is known by its place.
  func shown(line index: Index) -> String {
    let line = lines[index]
    let what = line.text(.number)
    let place = lines[...index].indices.count { lineType($0) != .comment }
    let number = header.isNew ? Int64(max(1, place)) : line.integer(.lineNumber)
    return "\(shown), line \(number)" + (what.isEmpty ? "" : " ('\(what)')")
  }

  func lineType(_ index: Index) -> LineType {
    LineType(rawValue: lines[index].option(.type)) ?? .comment
  }

  /// The day that rates and prices are of: the posting date, or today (DA-39, DK-5).
  var rateDate: DateValue { header.date(.postingDate) ?? company.today }
}

/// The rows and what is counted of them.
extension BusinessDocument {
  static func terms(_ header: BusinessRow<HeaderField>, _ currency: CurrencyTerms) -> AmountTerms {
    AmountTerms(
      pricesIncludeVAT: header.isTrue(.pricesIncludeVAT),
      vatBaseDiscountPercent: header.number(.vatBaseDiscountPercent),
      amountPrecision: currency.amount, unitAmountPrecision: currency.unit,
      vatRounding: currency.vatRounding)
  }

  private static func invoiceDiscount(
    _ header: BusinessRow<HeaderField>
  ) -> HeaderInvoiceDiscount {
    switch header.option(.invoiceDiscountCalculation) {
    case 1: .percent(header.number(.invoiceDiscountValue))
    case 2: .amount(header.number(.invoiceDiscountValue))
    default: .none
    }
  }

  private static func amounts(_ row: BusinessRow<LineField>) -> SalesLineAmounts {
    let type = VATCalculationType(rawValue: Int(row.option(.vatCalculationType))) ?? .normal
    var line = SalesLineAmounts(
      hasType: row.option(.type) != 0, quantity: row.number(.quantity),
      unitPrice: row.number(.unitPrice),
      vat: LineVAT(
        identifier: row.text(.vatIdentifier), calculationType: type,
        setupPercent: row.number(.vatPercent)),
      allowInvoiceDiscount: row.isTrue(.allowInvoiceDiscount))
    line.lineDiscountPercent = row.number(.lineDiscountPercent)
    line.lineDiscountAmount = row.number(.lineDiscountAmount)
    line.lineAmount = row.number(.lineAmount)
    line.invoiceDiscountAmount = row.number(.invoiceDiscountAmount)
    line.recalculateInvoiceDiscount = row.isTrue(.recalculateInvoiceDiscount)
    line.quantityToInvoice = row.number(.quantityToInvoice)
    line.invoiceDiscountAmountToInvoice = row.number(.invoiceDiscountToInvoice)
    line.vatDifference = row.number(.vatDifference)
    line.amount = row.number(.amount)
    line.vatBaseAmount = row.number(.vatBaseAmount)
    line.amountIncludingVAT = row.number(.amountIncludingVAT)
    return line
  }

  /// The header says other terms than before: currency, prices with VAT, VAT base discount.
  mutating func takeTerms() throws {
    currency = try company.currency(header.text(.currency))
    let terms = Self.terms(header, currency)
    guard terms != amounts.terms else { return }
    amounts = try counting { document throws(AmountRefusal) in
      try document.amounts.recounted(terms)
    }
  }

  /// Runs what counts amounts, and says in which line it is wrong.
  mutating func counting<Result>(
    at index: Index? = nil, _ body: (inout BusinessDocument) throws(AmountRefusal) -> Result
  ) throws -> Result {
    do {
      return try body(&self)
    } catch {
      let whose = index.flatMap { lines.indices.contains($0) ? shown(line: $0) : nil }
      throw Refusal("\(whose ?? shown): \(error.sentence)")
    }
  }

  /// What is shipped and invoiced of a line.
  func quantities(_ index: Index) -> LineQuantities {
    let line = lines[index]
    return LineQuantities(
      quantity: line.number(.quantity), shipped: line.number(.quantityShipped),
      invoiced: line.number(.quantityInvoiced), toShip: line.number(.quantityToShip),
      toInvoice: line.number(.quantityToInvoice))
  }

  mutating func take(_ quantities: LineQuantities, at index: Index) throws {
    lines[index].set(.quantity, quantities.quantity)
    lines[index].set(.quantityShipped, quantities.shipped)
    lines[index].set(.quantityInvoiced, quantities.invoiced)
    lines[index].set(.quantityToShip, quantities.toShip)
    lines[index].set(.quantityToInvoice, quantities.toInvoice)
    try counting(at: index) { document throws(AmountRefusal) in
      try document.amounts.take(quantityToInvoice: quantities.toInvoice, at: index)
    }
  }

  mutating func change(_ index: Index, _ body: (inout BusinessRow<LineField>) -> Void) {
    body(&lines[index])
  }

  mutating func append(_ row: BusinessRow<LineField>) {
    lines.append(row)
    amounts.lines.append(Self.amounts(row))
  }

  /// Puts a line among the others, by its number.
  mutating func insert(_ row: BusinessRow<LineField>) -> Index {
    let number = row.integer(.lineNumber)
    let index = lines.firstIndex { $0.integer(.lineNumber) > number } ?? lines.endIndex
    lines.insert(row, at: index)
    amounts.lines.insert(Self.amounts(row), at: index)
    return index
  }

  /// Takes the row of a line out; its amounts are taken out by who knows how.
  mutating func takeRow(at index: Index) {
    let row = lines.remove(at: index)
    if !row.isNew { deleted.append(row) }
  }

  /// Drops all lines, whatever they come to.
  mutating func dropLines() {
    deleted += lines.filter { !$0.isNew }
    lines = []
    amounts = SalesDocumentAmounts(terms: amounts.terms)
    header.set(.invoiceDiscountCalculation, option: 0)
    header.set(.invoiceDiscountValue, .zero)
  }

  mutating func wasWritten(_ index: Index, _ version: Int64) { lines[index].wasWritten(version) }

  mutating func forgetDeleted() { deleted = [] }
}
