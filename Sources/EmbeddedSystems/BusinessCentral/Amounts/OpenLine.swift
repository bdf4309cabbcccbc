import MapRuntime

/// What a line comes to while its document is open: it alone is counted, against the sums of the
/// other lines of its VAT, whatever their signs. So the line that was changed last carries the
/// group's remainder of a cent (DA-15).
struct OpenLine {
  let terms: AmountTerms
  private let others: Sums

  /// Sums over the other lines of the same VAT.
  private struct Sums {
    var lineAmount: DecimalValue = 0
    var invoiceDiscount: DecimalValue = 0
    var amount: DecimalValue = 0
    var amountIncludingVAT: DecimalValue = 0
    var vatDifference: DecimalValue = 0
  }

  /// A line among all lines of its document.
  init(
    at index: Array<SalesLineAmounts>.Index, of lines: [SalesLineAmounts], _ terms: AmountTerms
  ) throws(AmountRefusal) {
    self.terms = terms
    let vat = lines[index].vat
    var sums = Sums()
    // Without VAT there is no remainder to share.
    if vat.percent != 0 {
      for other in lines.indices where other != index && lines[other].hasType {
        let line = lines[other]
        guard line.vat.percent != 0, line.vat.calculationType == vat.calculationType,
          line.vat.identifier == vat.identifier
        else { continue }
        sums.lineAmount = try sums.lineAmount.adding(line.lineAmount)
        sums.invoiceDiscount = try sums.invoiceDiscount.adding(line.invoiceDiscountAmount)
        sums.amount = try sums.amount.adding(line.amount)
        sums.amountIncludingVAT = try sums.amountIncludingVAT.adding(line.amountIncludingVAT)
        sums.vatDifference = try sums.vatDifference.adding(line.vatDifference)
      }
    }
    others = sums
  }

  /// The line with its Amount, VAT Base Amount and Amount Including VAT.
  func counted(_ line: SalesLineAmounts) throws(AmountRefusal) -> SalesLineAmounts {
    var line = line
    let net = try line.net()
    guard line.hasType, net != 0 else {
      (line.amount, line.vatBaseAmount, line.amountIncludingVAT) = (0, 0, 0)
      return line
    }
    if line.vat.calculationType == .full {
      (line.amount, line.vatBaseAmount, line.amountIncludingVAT) = (0, 0, net)
    } else if terms.pricesIncludeVAT {
      try countGross(&line)
    } else {
      try countNet(&line)
    }
    return line
  }

  /// DA-17.
  private func countNet(_ line: inout SalesLineAmounts) throws(AmountRefusal) {
    line.amount = try line.net().rounded(to: terms.amountPrecision)
    line.vatBaseAmount = try terms.vatBase(of: line.amount)
    let total = try others.amount.adding(line.amount)
    let vat =
      line.vat.percent == 0
      ? 0
      : try (DotNetDecimal(total) * terms.vatBaseShare()).percent(
        DotNetDecimal(line.vat.percent)
      )
      .rounded(to: terms.amountPrecision, terms.vatRounding)
    line.amountIncludingVAT = try total.adding(vat).subtracting(others.amountIncludingVAT)
      .adding(others.vatDifference)
  }

  /// DA-18, and DA-19: while amounts are open, no line of a gross document is less than it would be
  /// alone.
  private func countGross(_ line: inout SalesLineAmounts) throws(AmountRefusal) {
    let gross = try others.lineAmount.subtracting(others.invoiceDiscount).adding(line.net())
    let base = try (DotNetDecimal(gross) / line.vat.grossShare())
      .rounded(to: terms.amountPrecision)
    line.amount = try base.subtracting(others.amount)
    line.vatBaseAmount = try terms.vatBase(of: line.amount)
    let discounted = try DotNetDecimal(base)
      .percent(DotNetDecimal(terms.vatBaseDiscountPercent))
      .percent(DotNetDecimal(line.vat.percent))
      .rounded(to: terms.amountPrecision, terms.vatRounding)
    line.amountIncludingVAT = try gross.subtracting(discounted)
      .subtracting(others.amountIncludingVAT)
    let alone = try alone(line)
    guard line.amount.size < alone.amount.size else { return }
    line.amount = alone.amount
    line.vatBaseAmount = alone.vatBaseAmount
    line.amountIncludingVAT = alone.amountIncludingVAT
  }

  /// The line as if it were the only one of a document that is released.
  private func alone(_ line: SalesLineAmounts) throws(AmountRefusal) -> SalesLineAmounts {
    var lines = [line]
    let groups = try VATGroups(of: lines, terms)
    try Spreading(groups: groups, terms: terms, purpose: .document).spread(over: &lines)
    return lines[0]
  }
}
