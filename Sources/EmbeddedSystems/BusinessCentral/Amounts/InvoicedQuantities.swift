import MapRuntime

/// The invoice discount of what is to be invoiced (DC-4, DB-4).
extension SalesLineAmounts {
  /// Inv. Disc. Amount to Invoice: the part of the line's discount that its Qty. to Invoice is of its
  /// quantity, set anew whenever one of the three changes (DC-4).
  mutating func countInvoiceDiscountToInvoice(_ terms: AmountTerms) throws(AmountRefusal) {
    invoiceDiscountAmountToInvoice =
      quantity == 0
      ? 0 : try part(of: invoiceDiscountAmount, quantityToInvoice, terms)
  }

  /// Round(amount × units / quantity); the quantity must not be 0.
  fileprivate func part(
    of amount: DecimalValue, _ units: DecimalValue, _ terms: AmountTerms
  ) throws(AmountRefusal) -> DecimalValue {
    try (DotNetDecimal(amount) * DotNetDecimal(units) / DotNetDecimal(quantity))
      .rounded(to: terms.amountPrecision)
  }
}

extension SalesDocumentAmounts {
  mutating func take(quantityToInvoice: DecimalValue, at index: Index) throws(AmountRefusal) {
    lines[index].quantityToInvoice = quantityToInvoice
    try lines[index].countInvoiceDiscountToInvoice(terms)
  }

  /// Releasing spreads the invoice discount of what is to be invoiced over the lines of each group,
  /// by the line amounts of these quantities (DB-4).
  mutating func spreadInvoiceDiscountToInvoice() throws(AmountRefusal) {
    // Nearly always everything is to be invoiced, or nothing is given off.
    guard lines.contains(where: { $0.invoiceDiscountAmount != 0 }) else { return }
    let groups = try VATGroups(of: lines, terms)
    var parts = groups.groups.map { _ in (discount: DecimalValue.zero, base: DecimalValue.zero) }
    for index in lines.indices where lines[index].quantityToInvoice != 0 {
      guard let place = groups.place(ofLine: index) else { continue }
      let line = lines[index]
      let discount =
        if case .amount = invoiceDiscount { line.invoiceDiscountAmountToInvoice } else {
          try line.part(of: line.invoiceDiscountAmount, line.quantityToInvoice, terms)
        }
      parts[place].discount = try parts[place].discount.adding(discount)
      guard line.allowInvoiceDiscount else { continue }
      parts[place].base = try parts[place].base
        .adding(line.part(of: line.lineAmount, line.quantityToInvoice, terms))
    }
    var remainders = parts.map { _ in DotNetDecimal.zero }
    for index in lines.indices where lines[index].quantityToInvoice != 0 {
      guard let place = groups.place(ofLine: index), parts[place].base != 0,
        lines[index].allowInvoiceDiscount
      else { continue }
      let part = try lines[index].part(
        of: lines[index].lineAmount, lines[index].quantityToInvoice, terms)
      let exact =
        try remainders[place]
        + DotNetDecimal(parts[place].discount) * DotNetDecimal(part)
        / DotNetDecimal(parts[place].base)
      let rounded = try exact.rounded(to: terms.amountPrecision)
      remainders[place] = try exact - DotNetDecimal(rounded)
      lines[index].invoiceDiscountAmountToInvoice = rounded
    }
  }
}

/// The amounts of quantities that are posted (DC-14 to DC-18).
extension SalesLineAmounts {
  /// The line amount of so many units; nothing is carried from one invoice to the next (DC-14,
  /// DC-17).
  func lineAmount(
    ofUnits units: DecimalValue, _ terms: AmountTerms
  ) throws(AmountRefusal) -> DecimalValue {
    guard lineDiscountPercent != 100 else { return 0 }
    let gross = try (DotNetDecimal(units) * DotNetDecimal(unitPrice))
      .rounded(to: terms.amountPrecision)
    let discount =
      units == quantity
      ? lineDiscountAmount
      : try DotNetDecimal(gross).percent(DotNetDecimal(lineDiscountPercent))
        .rounded(to: terms.amountPrecision)
    return try gross.subtracting(discount)
  }

  /// The posted line of its Qty. to Invoice, without its VAT. The discount that it shows may differ
  /// by a cent from what was subtracted (DC-15).
  fileprivate func posted(_ terms: AmountTerms) throws(AmountRefusal) -> SalesLineAmounts {
    var line = self
    line.quantity = quantityToInvoice
    (line.amount, line.vatBaseAmount, line.amountIncludingVAT) = (0, 0, 0)
    guard !isLeftOut, quantityToInvoice != 0 else {
      (line.lineAmount, line.lineDiscountAmount, line.invoiceDiscountAmount) = (0, 0, 0)
      return line
    }
    line.lineAmount = try lineAmount(ofUnits: quantityToInvoice, terms)
    if quantityToInvoice != quantity {
      line.lineDiscountAmount = try part(of: lineDiscountAmount, quantityToInvoice, terms)
    }
    line.invoiceDiscountAmount = invoiceDiscountAmountToInvoice
    return line
  }
}

extension SalesDocumentAmounts {
  /// The lines of the posted invoice, all lines of the document with their Qty. to Invoice and what
  /// that comes to; the document itself stays as it is (DC-11, DC-16, DC-18).
  func invoiced() throws(AmountRefusal) -> SalesDocumentAmounts {
    var posted = self
    for index in lines.indices { posted.lines[index] = try lines[index].posted(terms) }
    let groups = try VATGroups(of: posted.lines, terms)
    try Spreading(groups: groups, terms: terms, purpose: .posting).spread(over: &posted.lines)
    return posted
  }
}
