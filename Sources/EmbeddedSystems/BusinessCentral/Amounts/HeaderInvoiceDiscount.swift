import MapRuntime

/// Invoice Discount Calculation and Invoice Discount Value of a header (DA-30, DA-31).
enum HeaderInvoiceDiscount: Hashable, Sendable {
  case none
  case percent(DecimalValue)
  case amount(DecimalValue)
}

/// A discount of the whole document as discounts of its VAT groups.
struct InvoiceDiscountShares {
  let groups: VATGroups
  let terms: AmountTerms

  /// The amount by the groups' bases, the remainders running from group to group (DA-30, DA-32,
  /// DA-33). A group that allows no discount takes no part, not even of a remainder.
  func shares(of amount: DecimalValue) throws(AmountRefusal) -> [DecimalValue] {
    var base: DecimalValue = 0
    for group in groups.groups { base = try base.adding(group.invoiceDiscountBase) }
    if base == 0, amount > 0 { throw .noInvoiceDiscountBase }
    var (shares, remainder) = ([DecimalValue](), DotNetDecimal.zero)
    for group in groups.groups {
      guard base != 0, group.invoiceDiscountBase != 0 else {
        shares.append(0)
        continue
      }
      remainder =
        try remainder
        + DotNetDecimal(amount) * DotNetDecimal(group.invoiceDiscountBase) / DotNetDecimal(base)
      shares.append(try round(&remainder))
    }
    try check(shares)
    return shares
  }

  /// The percentage of each group's base; the remainders run from group to group, unless the setup
  /// Calc. Inv. Disc. per VAT ID has each stand alone (DA-31).
  func shares(
    ofPercent percent: DecimalValue, perVATIdentifier: Bool
  ) throws(AmountRefusal) -> [DecimalValue] {
    var (shares, remainder) = ([DecimalValue](), DotNetDecimal.zero)
    for group in groups.groups {
      guard group.invoiceDiscountBase != 0 else {
        shares.append(0)
        continue
      }
      remainder =
        try remainder
        + DotNetDecimal(group.invoiceDiscountBase).percent(DotNetDecimal(percent))
      shares.append(try round(&remainder))
      if perVATIdentifier { remainder = .zero }
    }
    try check(shares)
    return shares
  }

  private func round(_ remainder: inout DotNetDecimal) throws(AmountRefusal) -> DecimalValue {
    let share = try remainder.rounded(to: terms.amountPrecision)
    remainder = try remainder - DotNetDecimal(share)
    return share
  }

  /// No group is given more than it comes to (DA-30); the base of returns is negative, and so is
  /// their share.
  private func check(_ shares: [DecimalValue]) throws(AmountRefusal) {
    for (group, share) in zip(groups.groups, shares)
    where share.isNegative == group.invoiceDiscountBase.isNegative
      && share.size > group.invoiceDiscountBase.size
    {
      throw .invoiceDiscount
    }
  }
}
