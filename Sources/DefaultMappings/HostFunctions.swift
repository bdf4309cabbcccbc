import MapRuntime

/// The functions that the shipped mappings name: amounts that BC's own code works out (R C-40,
/// E-27, E-28, H-7 to H-9). Nil is an empty result.
public enum HostFunctions: MappingFunctions {
  /// Local currency for one unit of the foreign one, to ten places; empty without a rate (R C-40).
  public static func exchangeRate(
    _ exchangeRate: DecimalValue, _ relationalRate: DecimalValue
  ) -> DecimalValue? {
    guard exchangeRate > .zero, relationalRate > .zero else { return nil }
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

  /// The price of one unit without VAT, where an item's price includes it (R E-27).
  public static func netUnitPrice(
    _ priceperunit: DecimalValue?, _ type: OptionValue, _ vatPercent: DecimalValue,
    _ vatBusPostingGroup: String, _ itemPriceIncludesVAT: Bool, _ itemVATBusPostingGroup: String
  ) -> DecimalValue? {
    guard let price = priceperunit else { return nil }
    let isItem = type == OptionValue(2)
    guard isItem, itemPriceIncludesVAT, itemVATBusPostingGroup == vatBusPostingGroup else {
      return price
    }
    guard let rate = try? vatPercent / 100, let factor = try? DecimalValue(1) + rate,
      let net = try? price / factor
    else { return nil }
    return try? net.rounded(toPlaces: 5)
  }
}
