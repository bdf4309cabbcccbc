import MapRuntime

/// What was counted goes into the rows (DA-38 to DA-40, DC-1).
extension BusinessDocument {
  /// Makes rows of the amounts, before the document is written.
  mutating func settle() throws {
    // Who states a state states what was counted then.
    if !company.session.isStating { try checkFactor() }
    let factor = try counting { document throws(AmountRefusal) in
      try CurrencyFactor(stored: document.factor)
    }
    var (isShipped, isCompletelyShipped, isNotInvoiced) = (false, true, false)
    for index in lines.indices {
      let quantities = quantities(index)
      try settle(index, quantities, factor)
      guard lineType(index) != .comment else { continue }
      isShipped = isShipped || quantities.shipped != 0
      isCompletelyShipped = isCompletelyShipped && quantities.isCompletelyShipped
      isNotInvoiced = isNotInvoiced || quantities.shipped != quantities.invoiced
    }
    let totals = try counting { document throws(AmountRefusal) in
      try document.amounts.totals()
    }
    header.set(.amount, totals.amount)
    header.set(.amountIncludingVAT, totals.amountIncludingVAT)
    header.set(.invoiceDiscountAmount, totals.invoiceDiscountAmount)
    settleInvoiceDiscount()
    header.set(.shipped, isShipped)
    header.set(.completelyShipped, isShipped && isCompletelyShipped)
    header.set(.shippedNotInvoiced, isNotInvoiced)
    header.set(
      .recalculateInvoiceDiscount, amounts.lines.contains(where: \.recalculateInvoiceDiscount))
  }

  private mutating func settleInvoiceDiscount() {
    switch amounts.invoiceDiscount {
    case .none:
      header.set(.invoiceDiscountCalculation, option: 0)
      header.set(.invoiceDiscountValue, .zero)
    case .percent(let percent):
      header.set(.invoiceDiscountCalculation, option: 1)
      header.set(.invoiceDiscountValue, percent)
    case .amount(let amount):
      header.set(.invoiceDiscountCalculation, option: 2)
      header.set(.invoiceDiscountValue, amount)
    }
  }

  private mutating func settle(
    _ index: Index, _ quantities: LineQuantities, _ factor: CurrencyFactor?
  ) throws {
    let line = amounts.lines[index]
    let (terms, local) = (amounts.terms, setup.localTerms.amount)
    let open = try counting(at: index) { _ throws(AmountRefusal) in
      (
        try OutstandingAmounts(
          amountIncludingVAT: line.amountIncludingVAT, quantities, terms, factor: factor,
          localPrecision: local),
        try quantities.outstanding(), try quantities.shippedNotInvoiced()
      )
    }
    change(index) { row in
      row.set(.unitPrice, line.unitPrice)
      row.set(.lineDiscountPercent, line.lineDiscountPercent)
      row.set(.lineDiscountAmount, line.lineDiscountAmount)
      row.set(.lineAmount, line.lineAmount)
      row.set(.amount, line.amount)
      row.set(.amountIncludingVAT, line.amountIncludingVAT)
      row.set(.vatBaseAmount, line.vatBaseAmount)
      row.set(.vatDifference, line.vatDifference)
      row.set(.vatPercent, line.vat.percent)
      row.set(.vatIdentifier, line.vat.identifier)
      row.set(.vatCalculationType, option: Int32(line.vat.calculationType.rawValue))
      row.set(.allowInvoiceDiscount, line.allowInvoiceDiscount)
      row.set(.invoiceDiscountAmount, line.invoiceDiscountAmount)
      row.set(.invoiceDiscountToInvoice, line.invoiceDiscountAmountToInvoice)
      row.set(.recalculateInvoiceDiscount, line.recalculateInvoiceDiscount)
      row.set(.outstandingQuantity, open.1)
      row.set(.shippedNotInvoicedQuantity, open.2)
      row.set(.completelyShipped, quantities.isCompletelyShipped)
      row.set(.outstandingAmount, open.0.outstanding)
      row.set(.outstandingAmountLocal, open.0.outstandingLocal)
      row.set(.shippedNotInvoiced, open.0.shippedNotInvoiced)
      row.set(.shippedNotInvoicedLocal, open.0.shippedNotInvoicedLocal)
    }
  }
}
