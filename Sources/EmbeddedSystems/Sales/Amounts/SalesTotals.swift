import MapRuntime

/// What a header gives to the totals of its document.
struct SalesHeaderTerms: Hashable, Sendable {
  var discountAmount: DecimalValue = .zero
  /// Of the lines' total, from 0 to 100.
  var discountPercentage: DecimalValue = .zero
  var freight: DecimalValue = .zero
}

/// The totals of a quote, order or invoice; all three compute alike (SB-10).
struct SalesTotals: Hashable, Sendable {
  /// The lines' manual discounts; volume discounts are in their amounts already (SB-1).
  var lineItemDiscount: DecimalValue
  /// The lines without tax (SB-2).
  var lineItemAmount: DecimalValue
  /// The discounts of header and lines (SB-4).
  var discount: DecimalValue
  /// The lines less the header's discount (SB-5, SB-8).
  var amountLessFreight: DecimalValue
  /// The lines' tax; freight has none of its own (SB-6).
  var tax: DecimalValue
  /// All of it, with freight and tax (SB-7).
  var amount: DecimalValue

  /// Amount and percentage of the header's discount both count (SB-3).
  /// - Parameter places: of the currency's amounts.
  init(
    of lines: [SalesDetailAmounts], _ header: SalesHeaderTerms, places: Int
  ) throws(DecimalFailure) {
    var base = DecimalValue.zero
    lineItemDiscount = .zero
    tax = .zero
    for line in lines {
      base = try base + line.base
      lineItemDiscount = try lineItemDiscount + line.manualDiscount
      tax = try tax + line.tax
    }
    lineItemAmount = try base - lineItemDiscount
    let share = try (lineItemAmount * header.discountPercentage / 100).money(places)
    let headerDiscount = try header.discountAmount.money(places) + share
    discount = try headerDiscount + lineItemDiscount
    amountLessFreight = try lineItemAmount - headerDiscount
    amount = try amountLessFreight + header.freight.money(places) + tax
  }
}
