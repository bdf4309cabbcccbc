import MapRuntime

/// The functions that the shipped mappings name: what BC's own code works out (R B-28, C-40,
/// E-27, E-28, F-1, H-7 to H-9, H-11, I-2). Nil is an empty result.
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

  /// Units of the foreign currency for one of the local one, to ten places, as Sales counts them; empty
  /// without a rate (R C-40, SC-3).
  public static func exchangeRate(
    _ exchangeRate: DecimalValue?, _ relationalRate: DecimalValue?
  ) -> DecimalValue? {
    guard let exchangeRate, let relationalRate, exchangeRate > .zero, relationalRate > .zero
    else { return nil }
    return try? exchangeRate / relationalRate
  }

  /// What a Sales order takes off as an amount, so that it takes off what the BC order does: the rest
  /// of the invoice discount, besides the percentage of its lines (R F-1, SB-3). Sales has no discount
  /// below nothing (R SB-11).
  public static func orderDiscount(
    _ discountpercentage: DecimalValue?, _ totallineitemamount: DecimalValue?,
    _ currencyprecision: Int64?, _ invoiceDiscountAmount: DecimalValue
  ) -> DecimalValue? {
    share(discountpercentage, of: totallineitemamount, places: currencyprecision)
      .flatMap { try? invoiceDiscountAmount - $0 }.map { max(.zero, $0) }
  }

  /// The percentage of a Sales order that takes off more than the BC order does: none. Empty for any
  /// other, which stays (R F-1, SB-3).
  public static func orderDiscountPercentage(
    _ discountpercentage: DecimalValue?, _ totallineitemamount: DecimalValue?,
    _ currencyprecision: Int64?, _ invoiceDiscountAmount: DecimalValue
  ) -> DecimalValue? {
    let share = share(discountpercentage, of: totallineitemamount, places: currencyprecision)
    return share.map { $0 > .zero && $0 > invoiceDiscountAmount } == true ? .zero : nil
  }

  /// A line's amount before any discount but that of its volume, without VAT as the amount is (R O-10,
  /// SA-1, H-9).
  public static func orderLineBaseAmount(
    _ manualdiscountamount: DecimalValue?, _ amount: DecimalValue,
    _ invDiscountAmount: DecimalValue, _ pricesIncludingVAT: Bool?, _ vatPercent: DecimalValue,
    _ vatCalculationType: OptionValue
  ) -> DecimalValue? {
    lineBaseAmount(
      amount, invDiscountAmount, manualdiscountamount ?? .zero, pricesIncludingVAT, vatPercent,
      vatCalculationType)
  }

  /// What is taken off a line where both sides work on it: as `lineDiscount` has it, but that a price of
  /// the line's own, as BC gives it, has no discount of its volume (R E-28, SA-8).
  public static func orderLineDiscount(
    _ ispriceoverridden: Bool?, _ quantity: DecimalValue?, _ volumediscountamount: DecimalValue?,
    _ manualdiscountamount: DecimalValue?
  ) -> DecimalValue? {
    lineDiscount(
      quantity, ispriceoverridden == true ? .zero : volumediscountamount, manualdiscountamount)
  }

  /// What the lines of a BC order come to before its invoice discount, as Sales has it: without the
  /// freight, which is a line in BC and an amount in Sales (R E-33, F-8, SB-5).
  public static func orderLinesTotal(
    _ freightamount: DecimalValue?, _ amount: DecimalValue, _ invoiceDiscountAmount: DecimalValue
  ) -> DecimalValue? {
    orderTotalLessFreight(freightamount, amount).flatMap { try? $0 + invoiceDiscountAmount }
  }

  /// What a BC order comes to before VAT, without the freight of its Sales order (R F-8, SB-7).
  public static func orderTotalLessFreight(
    _ freightamount: DecimalValue?, _ amount: DecimalValue
  ) -> DecimalValue? {
    try? amount - (freightamount ?? .zero)
  }

  /// What a percentage of the lines comes to in the currency of their order (R SB-3, SC-2).
  private static func share(
    _ percentage: DecimalValue?, of lines: DecimalValue?, places: Int64?
  ) -> DecimalValue? {
    try? ((lines ?? .zero) * (percentage ?? .zero) / 100).rounded(toPlaces: Int(places ?? 2))
  }

  /// All discounts of a posted invoice: the header's and those of its lines, as its amounts are (R H-7).
  public static func invoiceDiscounts(
    _ netInvoiceDiscount: DecimalValue, _ lineDiscounts: DecimalValue
  ) -> DecimalValue? {
    try? netInvoiceDiscount + lineDiscounts
  }

  /// The tax of a posted invoice or of an order: the total less the amount before it (R H-7, F-8).
  public static func invoiceTax(
    _ amount: DecimalValue, _ amountIncludingVAT: DecimalValue
  ) -> DecimalValue? {
    try? amountIncludingVAT - amount
  }

  /// The price of one unit of a posted invoice without VAT, where its prices include it: by the rate
  /// of its line, whatever was taken off (R H-11).
  public static func invoiceUnitPrice(
    _ unitPrice: DecimalValue, _ pricesIncludingVAT: Bool?, _ vatPercent: DecimalValue,
    _ vatCalculationType: OptionValue
  ) -> DecimalValue? {
    net(unitPrice, pricesIncludingVAT, vatPercent, vatCalculationType)
  }

  /// What was taken off a line of a posted invoice, as its price is: without VAT (R H-8, H-11).
  public static func invoiceLineDiscount(
    _ lineDiscountAmount: DecimalValue, _ pricesIncludingVAT: Bool?, _ vatPercent: DecimalValue,
    _ vatCalculationType: OptionValue
  ) -> DecimalValue? {
    netAmount(lineDiscountAmount, pricesIncludingVAT, vatPercent, vatCalculationType)
  }

  /// An amount of a document without VAT, where it has VAT in it. With full VAT all of it is VAT
  /// (DA-20).
  private static func net(
    _ amount: DecimalValue, _ includesVAT: Bool?, _ percent: DecimalValue, _ type: OptionValue
  ) -> DecimalValue? {
    guard includesVAT == true else { return amount }
    guard type != OptionValue(2) else { return .zero }
    guard let rate = try? percent / 100, let factor = try? DecimalValue(1) + rate else {
      return nil
    }
    return try? amount / factor
  }

  /// The same of what Sales rounds to the places of its currency.
  private static func netAmount(
    _ amount: DecimalValue, _ includesVAT: Bool?, _ percent: DecimalValue, _ type: OptionValue
  ) -> DecimalValue? {
    net(amount, includesVAT, percent, type).map(toFourPlaces)
  }

  /// The same of an amount of each line, together.
  private static func netSum(
    _ lines: [BC.SalesInvoiceLine], _ includesVAT: Bool,
    _ amount: (BC.SalesInvoiceLine) -> DecimalValue
  ) -> DecimalValue? {
    let nets = lines.compactMap { line in
      net(amount(line), includesVAT, line.vatPercent, line.vatCalculationType)
    }
    return nets.count < lines.count ? nil : sum(nets) { $0 }.map(toFourPlaces)
  }

  /// Cut off after the places that Sales has, so that the half which decides there was not made by
  /// rounding before.
  private static func toFourPlaces(_ amount: DecimalValue) -> DecimalValue {
    // A unit is a ten thousand millionth.
    let place: Int128 = 1_000_000
    return DecimalValue(units: amount.units / place * place)
  }

  /// What was invoiced before delivery on open orders, with VAT (R I-2).
  public static func invoicedPrepayment(_ lines: [BC.SalesLine]) -> DecimalValue? {
    sum(lines.lazy.filter { $0.documentType == OptionValue(1) }) { line in
      try line.prepmtAmountInvLCY + line.prepmtVATAmountInvLCY
    }
  }

  /// A line's amount before any discount, without VAT as its price is (R H-9, H-11).
  public static func lineBaseAmount(
    _ amount: DecimalValue, _ invDiscountAmount: DecimalValue, _ lineDiscountAmount: DecimalValue,
    _ pricesIncludingVAT: Bool?, _ vatPercent: DecimalValue, _ vatCalculationType: OptionValue
  ) -> DecimalValue? {
    guard let off = try? invDiscountAmount + lineDiscountAmount,
      let net = netAmount(off, pricesIncludingVAT, vatPercent, vatCalculationType)
    else { return nil }
    return try? amount + net
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

  /// The discounts of a posted invoice's lines, each without VAT as its price is (R H-7, H-11).
  public static func lineDiscounts(
    _ pricesIncludingVAT: Bool, _ lines: [BC.SalesInvoiceLine]
  ) -> DecimalValue? {
    netSum(lines, pricesIncludingVAT) { $0.lineDiscountAmount }
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

  /// The header's discount of a posted invoice without VAT, by the rates of the lines that share it
  /// (R H-7, H-11).
  public static func netInvoiceDiscount(
    _ pricesIncludingVAT: Bool, _ lines: [BC.SalesInvoiceLine]
  ) -> DecimalValue? {
    netSum(lines, pricesIncludingVAT) { $0.invDiscountAmount }
  }

  /// Nil where the sum is more than a number can be.
  static func sum<Rows: Sequence>(
    _ rows: Rows, _ amount: (Rows.Element) throws -> DecimalValue
  ) -> DecimalValue? {
    try? rows.reduce(DecimalValue.zero) { try $0 + amount($1) }
  }
}
