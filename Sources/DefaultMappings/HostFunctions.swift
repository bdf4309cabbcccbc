import MapRuntime

/// The functions that the shipped mappings name: what BC's own code works out (R B-28, C-40,
/// E-27, E-28, H-7 to H-9, H-11, I-2). Nil is an empty result.
public enum HostFunctions: MappingFunctions {
  /// The unit of a line without unit groups: an item's base unit, not the one in which it is sold; of
  /// anything else what Business Central fills in (R E-25).
  public static func baseUnit(
    _ type: OptionValue, _ itemBaseUnit: String, _ unitOfMeasureCode: String
  ) -> String? {
    let isItem = type == OptionValue(2)
    let unit = isItem && !itemBaseUnit.isEmpty ? itemBaseUnit : unitOfMeasureCode
    return unit.isEmpty ? nil : unit
  }

  /// The customer behind a company contact, or else the vendor (R B-28, C-35).
  public static func businessPartner(_ relations: [BC.ContactBusinessRelation]) -> String? {
    func partner(_ table: OptionValue) -> String? {
      relations.first { $0.linkToTable == table && !$0.no.isEmpty }?.no
    }
    return partner(OptionValue(1)) ?? partner(OptionValue(2))
  }

  /// Local currency for one unit of the foreign one, to ten places; empty without a rate (R C-40).
  public static func exchangeRate(
    _ exchangeRate: DecimalValue?, _ relationalRate: DecimalValue?
  ) -> DecimalValue? {
    guard let exchangeRate, let relationalRate, exchangeRate > .zero, relationalRate > .zero
    else { return nil }
    return try? exchangeRate / relationalRate
  }

  /// All discounts of a posted invoice: the header's and those of its lines (R H-7).
  public static func invoiceDiscounts(
    _ invoiceDiscountAmount: DecimalValue, _ lineDiscounts: DecimalValue
  ) -> DecimalValue? {
    try? invoiceDiscountAmount + lineDiscounts
  }

  /// The tax of a posted invoice: the total less the amount before it (R H-7).
  public static func invoiceTax(
    _ amount: DecimalValue, _ amountIncludingVAT: DecimalValue
  ) -> DecimalValue? {
    try? amountIncludingVAT - amount
  }

  /// The price of one unit of a posted invoice without VAT, where its prices include it (R H-11).
  public static func invoiceUnitPrice(
    _ unitPrice: DecimalValue, _ quantity: DecimalValue, _ amount: DecimalValue,
    _ amountIncludingVAT: DecimalValue, _ pricesIncludingVAT: Bool?
  ) -> DecimalValue? {
    guard pricesIncludingVAT == true, quantity != .zero else { return unitPrice }
    guard let vat = try? amountIncludingVAT - amount, let ofOne = try? vat / quantity,
      let rounded = try? ofOne.rounded(toPlaces: 5)
    else { return nil }
    return try? unitPrice - rounded
  }

  /// What was invoiced before delivery on open orders, with VAT (R I-2).
  public static func invoicedPrepayment(_ lines: [BC.SalesLine]) -> DecimalValue? {
    sum(lines.lazy.filter { $0.documentType == OptionValue(1) }) { line in
      try line.prepmtAmountInvLCY + line.prepmtVATAmountInvLCY
    }
  }

  /// A line's amount before any discount (R H-9).
  public static func lineBaseAmount(
    _ amount: DecimalValue, _ invDiscountAmount: DecimalValue, _ lineDiscountAmount: DecimalValue
  ) -> DecimalValue? {
    guard let before = try? amount + invDiscountAmount else { return nil }
    return try? before + lineDiscountAmount
  }

  /// The volume discount of every unit, and what a person took off by hand (R E-28).
  public static func lineDiscount(
    _ quantity: DecimalValue?, _ volumediscountamount: DecimalValue?,
    _ manualdiscountamount: DecimalValue?
  ) -> DecimalValue? {
    guard let volume = try? (quantity ?? .zero) * (volumediscountamount ?? .zero) else {
      return nil
    }
    return try? volume + (manualdiscountamount ?? .zero)
  }

  /// The discounts of a posted invoice's lines (R H-7).
  public static func lineDiscounts(_ lines: [BC.SalesInvoiceLine]) -> DecimalValue? {
    sum(lines) { $0.lineDiscountAmount }
  }

  /// A line's amount with tax, before the invoice discount (R H-9).
  public static func lineExtendedAmount(
    _ amountIncludingVAT: DecimalValue, _ invDiscountAmount: DecimalValue
  ) -> DecimalValue? {
    try? amountIncludingVAT + invDiscountAmount
  }

  /// A line's tax: the difference of its two amounts (R H-8).
  public static func lineTax(
    _ amount: DecimalValue, _ amountIncludingVAT: DecimalValue
  ) -> DecimalValue? {
    try? amountIncludingVAT - amount
  }

  /// The price of one unit without VAT, where an item's price includes it, in the steps that the
  /// document's currency has for unit prices, or the company for local currency (R E-27).
  public static func netUnitPrice(
    _ priceperunit: DecimalValue?, _ type: OptionValue, _ vatPercent: DecimalValue,
    _ vatBusPostingGroup: String, _ itemPriceIncludesVAT: Bool?, _ itemVATBusPostingGroup: String,
    _ currencyPrecision: DecimalValue?, _ localPrecision: DecimalValue?
  ) -> DecimalValue? {
    guard let price = priceperunit else { return nil }
    let isItem = type == OptionValue(2)
    guard isItem, itemPriceIncludesVAT == true, itemVATBusPostingGroup == vatBusPostingGroup else {
      return price
    }
    let entered = currencyPrecision ?? localPrecision ?? .zero
    // Five places are what Business Central has where nobody says otherwise.
    let step = entered > .zero ? entered : DecimalValue(units: 100_000)
    // The price is divided by the step first, which is exact, so that one rounding decides.
    guard let rate = try? vatPercent / 100, let factor = try? DecimalValue(1) + rate,
      let net = try? price / step / factor, let steps = try? net.rounded(toPlaces: 0)
    else { return nil }
    return try? steps * step
  }

  /// What was due before today and is not paid (R I-2).
  public static func overdueAmounts(
    _ today: DateValue, _ entries: [BC.CustLedgerEntry]
  ) -> DecimalValue? {
    sum(entries.lazy.filter { $0.dueDate.map { $0 < today } ?? false }) { $0.remainingAmtLCY }
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

  /// Nil where the sum is more than a number can be.
  private static func sum<Rows: Sequence>(
    _ rows: Rows, _ amount: (Rows.Element) throws -> DecimalValue
  ) -> DecimalValue? {
    try? rows.reduce(DecimalValue.zero) { try $0 + amount($1) }
  }
}
