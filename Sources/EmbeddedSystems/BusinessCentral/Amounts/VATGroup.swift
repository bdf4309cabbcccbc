import MapRuntime

/// Which lines are taxed together (DA-21): one VAT identifier, one way to calculate, one sign.
///
/// Tax groups and use tax belong to sales tax, which is not worked out here.
struct VATGroupKey: Hashable, Sendable, Comparable {
  let identifier: String
  let calculationType: VATCalculationType
  /// Whether the line amounts are 0 or more; returns are a group of their own.
  let isPositive: Bool

  init(_ line: SalesLineAmounts) {
    identifier = line.vat.identifier
    calculationType = line.vat.calculationType
    isPositive = !line.lineAmount.isNegative
  }

  /// The order in which groups are walked: inside one identifier the negative group comes first.
  static func < (left: Self, right: Self) -> Bool {
    if left.identifier != right.identifier { return left.identifier < right.identifier }
    if left.calculationType != right.calculationType {
      return left.calculationType < right.calculationType
    }
    return !left.isPositive && right.isPositive
  }

  /// Whether both are the two signs of one group.
  func differsOnlyInSign(from other: VATGroupKey) -> Bool {
    isPositive != other.isPositive && calculationType == other.calculationType
      && identifier == other.identifier
  }
}

/// The lines of a document that are taxed together, as sums, and their VAT. Documents are taxed per
/// group, never per line (DA-24).
struct VATGroup: Hashable, Sendable {
  let key: VATGroupKey
  let vat: LineVAT
  private(set) var lineAmount: DecimalValue = 0
  /// The line amounts that allow an invoice discount (DA-30).
  private(set) var invoiceDiscountBase: DecimalValue = 0
  private(set) var invoiceDiscount: DecimalValue = 0
  private(set) var vatDifference: DecimalValue = 0

  private(set) var base: DecimalValue = 0
  private(set) var vatAmount: DecimalValue = 0
  private(set) var amountIncludingVAT: DecimalValue = 0

  init(_ key: VATGroupKey, _ vat: LineVAT) {
    self.key = key
    self.vat = vat
  }

  /// T: what the lines come to without their invoice discounts.
  func net() throws(AmountRefusal) -> DecimalValue { try lineAmount.subtracting(invoiceDiscount) }

  mutating func add(_ line: SalesLineAmounts) throws(AmountRefusal) {
    lineAmount = try lineAmount.adding(line.lineAmount)
    if line.allowInvoiceDiscount {
      invoiceDiscountBase = try invoiceDiscountBase.adding(line.lineAmount)
    }
    invoiceDiscount = try invoiceDiscount.adding(line.invoiceDiscountAmount)
    vatDifference = try vatDifference.adding(line.vatDifference)
  }

  /// Base, VAT and sum, with what rounding the negative group of the same identifier left over
  /// (DA-22, DA-23).
  mutating func calculate(
    carry: DotNetDecimal, _ terms: AmountTerms
  ) throws(AmountRefusal) {
    let net = try net()
    let raw: DotNetDecimal
    if terms.pricesIncludeVAT {
      let total = try DotNetDecimal(net)
      raw = try (total - total / vat.grossShare()) * terms.vatBaseShare()
    } else {
      raw = try DotNetDecimal(net).percent(DotNetDecimal(vat.percent)) * terms.vatBaseShare()
    }
    try take(
      vat: vatDifference.adding(
        (carry + raw).rounded(to: terms.amountPrecision, terms.vatRounding)),
      terms)
  }

  /// What rounding the VAT of a negative group leaves to the positive one (DA-22, DA-23).
  func carry(_ terms: AmountTerms) throws(AmountRefusal) -> DotNetDecimal {
    guard !key.isPositive, key.calculationType != .full else { return .zero }
    let exact: DotNetDecimal
    if terms.pricesIncludeVAT {
      // The base is rounded, so that there is a rest only with a VAT base discount.
      exact = try DotNetDecimal(net().subtracting(base)) * terms.vatBaseShare()
    } else {
      exact = try DotNetDecimal(base).percent(DotNetDecimal(vat.percent)) * terms.vatBaseShare()
    }
    return try exact
      - DotNetDecimal(exact.rounded(to: terms.amountPrecision, terms.vatRounding))
  }

  /// Another invoice discount: the VAT is new, without a carry and without corrections by hand
  /// (DA-28).
  mutating func take(
    invoiceDiscount discount: DecimalValue, _ terms: AmountTerms
  ) throws(AmountRefusal) {
    invoiceDiscount = discount
    vatDifference = 0
    let total = try DotNetDecimal(net())
    let percent = try DotNetDecimal(vat.percent)
    let raw =
      terms.pricesIncludeVAT
      ? try total * percent / (DotNetDecimal(100) + percent) * terms.vatBaseShare()
      : try total.percent(percent) * terms.vatBaseShare()
    try take(vat: raw.rounded(to: terms.amountPrecision, terms.vatRounding), terms)
  }

  private mutating func take(
    vat rounded: DecimalValue, _ terms: AmountTerms
  ) throws(AmountRefusal) {
    let net = try net()
    if key.calculationType == .full {
      (base, vatAmount, amountIncludingVAT) = (0, net, net)
      return
    }
    vatAmount = rounded
    if !terms.pricesIncludeVAT {
      base = net
    } else if terms.vatBaseDiscountPercent == 0 {
      base = try net.subtracting(rounded)
    } else {
      base = try (DotNetDecimal(net) / vat.grossShare()).rounded(to: terms.amountPrecision)
    }
    amountIncludingVAT = try base.adding(rounded)
  }
}
