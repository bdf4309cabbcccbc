import MapRuntime

/// What the lines of one group that were walked so far left unrounded (DA-27, DA-29).
private struct Remainders {
  var invoiceDiscount = DotNetDecimal.zero
  var vat = DotNetDecimal.zero
  var amountIncludingVAT = DotNetDecimal.zero
}

/// The amounts of groups, spread over their lines in the lines' order, so that the lines add up to
/// the groups to the cent (DA-27).
struct Spreading {
  /// What is spread.
  enum Purpose {
    /// The whole document: release, statistics, and a new invoice discount.
    case document
    /// The quantities that are posted: their invoice discount stands already, and a line that is
    /// given away has no VAT (DC-16).
    case posting
  }

  let groups: VATGroups
  let terms: AmountTerms
  let purpose: Purpose

  func spread(over lines: inout [SalesLineAmounts]) throws(AmountRefusal) {
    var remainders = groups.groups.map { _ in Remainders() }
    for index in lines.indices {
      guard let place = groups.place(ofLine: index) else { continue }
      try spread(groups.groups[place], over: &lines[index], &remainders[place])
    }
  }

  private func spread(
    _ group: VATGroup, over line: inout SalesLineAmounts, _ remainders: inout Remainders
  ) throws(AmountRefusal) {
    if purpose == .document, line.allowInvoiceDiscount, group.invoiceDiscountBase != 0 {
      let share = try Self.share(group.invoiceDiscount, line.lineAmount, group.invoiceDiscountBase)
      line.invoiceDiscountAmount = try round(share, with: &remainders.invoiceDiscount)
    }
    if line.vat.calculationType == .full {
      (line.amount, line.vatBaseAmount) = (0, 0)
      line.amountIncludingVAT = isGivenAway(line) ? 0 : try line.net()
    } else if terms.pricesIncludeVAT {
      try spreadGross(group, over: &line, &remainders)
    } else {
      try spreadNet(group, over: &line, &remainders)
    }
    line.vatBaseAmount = try terms.vatBase(of: line.amount)
  }

  private func spreadNet(
    _ group: VATGroup, over line: inout SalesLineAmounts, _ remainders: inout Remainders
  ) throws(AmountRefusal) {
    let net = try line.net()
    line.amount = net
    if group.base != 0 {
      remainders.vat = try remainders.vat + Self.share(group.vatAmount, net, group.base)
    }
    guard !isGivenAway(line) else {
      line.amountIncludingVAT = 0
      return
    }
    line.amountIncludingVAT = try net.adding(round(.zero, with: &remainders.vat))
  }

  private func spreadGross(
    _ group: VATGroup, over line: inout SalesLineAmounts, _ remainders: inout Remainders
  ) throws(AmountRefusal) {
    let total = try group.net()
    // A line of 0 drops what the lines before it left (DA-29).
    guard total != 0, line.lineAmount != 0 else {
      (remainders.vat, remainders.amountIncludingVAT) = (.zero, .zero)
      (line.amount, line.amountIncludingVAT) = (0, 0)
      return
    }
    let net = try line.net()
    line.amountIncludingVAT = try round(
      Self.share(group.amountIncludingVAT, net, total), with: &remainders.amountIncludingVAT)
    let vat = try round(Self.share(group.vatAmount, net, total), with: &remainders.vat)
    line.amount = try line.amountIncludingVAT.subtracting(vat)
  }

  private func isGivenAway(_ line: SalesLineAmounts) -> Bool {
    purpose == .posting && line.lineDiscountPercent == 100
  }

  /// The rounded sum of a share and what was left before; what rounding leaves stays.
  private func round(
    _ share: DotNetDecimal, with remainder: inout DotNetDecimal
  ) throws(AmountRefusal) -> DecimalValue {
    let exact = try remainder + share
    let rounded = try exact.rounded(to: terms.amountPrecision)
    remainder = try exact - DotNetDecimal(rounded)
    return rounded
  }

  /// An amount times a part by the whole, in this order (DA-4).
  private static func share(
    _ amount: DecimalValue, _ part: DecimalValue, _ whole: DecimalValue
  ) throws(AmountRefusal) -> DotNetDecimal {
    try DotNetDecimal(amount) * DotNetDecimal(part) / DotNetDecimal(whole)
  }
}
