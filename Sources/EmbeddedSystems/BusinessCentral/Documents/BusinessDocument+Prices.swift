import MapRuntime

/// Prices and discounts that the system finds (DK-5 to DK-8).
extension BusinessDocument {
  /// What was assigned, so that a price is looked for.
  enum PriceReason {
    case number
    case unit
    case quantity
  }

  /// Sets the price where a price list has one, or the card's; after a change of the quantity the
  /// price that was entered stays where no list has one. The discount is set in either case (DK-7).
  mutating func takePrice(_ reason: PriceReason, at index: Index) throws {
    let type = lineType(index)
    guard type == .item || type == .resource else { return }
    let listed = try listed(at: index)
    let price = try bestPrice(listed, at: index)
    if let price {
      try take(price: price.price, at: index)
      if !price.line.isTrue("Allow Invoice Disc."), amounts.lines[index].allowInvoiceDiscount {
        try assign(
          tables.lines.column(.allowInvoiceDiscount), .boolean(false), at: index)
      }
    } else if reason != .quantity {
      try take(price: cardPrice(at: index), at: index)
    }
    let allowsDiscount =
      header.isTrue(.allowLineDiscount) && price?.line.isTrue("Allow Line Disc.") != false
    let percents = listed.filter { $0.option("Amount Type") != 17 }
      .map { $0.number("Line Discount %") }
    let percent = allowsDiscount ? percents.max() ?? 0 : 0
    if percent != amounts.lines[index].lineDiscountPercent
      || amounts.lines[index].lineDiscountAmount != 0
    {
      try take(.lineDiscountPercent, percent, at: index)
    }
  }

  /// The active lines of price lists that fit (DK-5).
  private func listed(at index: Index) throws -> [MasterRecord] {
    let line = lines[index]
    let asset = lineType(index) == .item ? 10 : 30
    let all = try company.records(
      "Price List Line",
      by: { "\($0.option("Asset Type")) \($0.text("Asset No."))" },
      where: { $0.option("Status") == 1 && $0.option("Price Type") != 2 },
      "\(asset) \(line.text(.number))")
    guard !all.isEmpty else { return [] }
    let date =
      (type == .invoice || type == .creditMemo
        ? header.date(.postingDate) : header.date(.orderDate)) ?? company.today
    return all.filter { price in
      isSource(price)
        && ["", header.text(.currency)].contains(price.text("Currency Code"))
        && ["", line.text(.unitOfMeasure)].contains(price.text("Unit of Measure Code"))
        && ["", line.text(.variant)].contains(price.text("Variant Code"))
        && price.number("Minimum Quantity") <= line.number(.quantity)
        && (price.date("Starting Date") ?? .first) <= date
        && date <= (price.date("Ending Date") ?? .last)
    }
  }

  private func isSource(_ price: MasterRecord) -> Bool {
    let source = price.text("Source No.")
    return switch price.option("Source Type") {
    case 0, 10: true
    case 11: source == header.text(.billToCustomer)
    case 12: !source.isEmpty && source == header.text(.customerPriceGroup)
    case 13: !source.isEmpty && source == header.text(.customerDiscountGroup)
    case 51: !source.isEmpty && source == header.text(.sellToContactNumber)
    default: false
    }
  }

  /// The lowest price after its discount; a line for the very currency or variant goes before a
  /// general one (DK-6).
  private mutating func bestPrice(
    _ listed: [MasterRecord], at index: Index
  ) throws -> (price: DecimalValue, line: MasterRecord)? {
    var lines = listed.filter { $0.option("Amount Type") != 20 }
    for field in ["Currency Code", "Variant Code"] {
      let exact = lines.filter { !$0.text(field).isEmpty }
      if !exact.isEmpty { lines = exact }
    }
    var best: (price: DecimalValue, net: DecimalValue, line: MasterRecord)?
    for line in lines {
      let price = try converted(
        line.number("Unit Price"), includesVAT: line.isTrue("Price Includes VAT"),
        of: line.text("VAT Bus. Posting Gr. (Price)"),
        isLocal: line.text("Currency Code").isEmpty,
        isOfBaseUnit: line.text("Unit of Measure Code").isEmpty, at: index)
      let discount = line.option("Amount Type") == 0 ? line.number("Line Discount %") : 0
      let net = try counting(at: index) { _ throws(AmountRefusal) in
        try (DotNetDecimal(price) - DotNetDecimal(price).percent(DotNetDecimal(discount)))
          .rounded(to: .unitAmount)
      }
      if best.map({ net < $0.net }) ?? true { best = (price, net, line) }
    }
    return best.map { ($0.price, $0.line) }
  }

  /// What the card of an item or resource says.
  private mutating func cardPrice(at index: Index) throws -> DecimalValue {
    guard let price = try company.sold(lineType(index), lines[index].text(.number))?.price else {
      return 0
    }
    return try converted(
      price.amount, includesVAT: price.includesVAT, of: price.business, isLocal: true,
      isOfBaseUnit: true, at: index)
  }

  /// A price as the document counts: per unit of the line, with or without VAT, in its currency.
  private mutating func converted(
    _ price: DecimalValue, includesVAT: Bool, of business: String, isLocal: Bool,
    isOfBaseUnit: Bool, at index: Index
  ) throws -> DecimalValue {
    let line = lines[index]
    let isGross = amounts.terms.pricesIncludeVAT
    let own = amounts.lines[index].vat.percent
    var theirs = own
    if includesVAT {
      let group = business.isEmpty ? line.text(.vatBusPostingGroup) : business
      theirs = try vat(of: group, at: index)?.percent ?? 0
    }
    let unit = currency.unit
    let perUnit = isOfBaseUnit ? line.number(.quantityPerUnit) : 1
    return try counting(at: index) { document throws(AmountRefusal) in
      var price = price
      if perUnit != 1 {
        price = try (DotNetDecimal(price) * DotNetDecimal(perUnit)).rounded(to: .unitAmount)
      }
      if includesVAT, !isGross {
        price = try UnitPrice.excluding(theirs, price, to: unit)
      } else if !includesVAT, isGross {
        price = try UnitPrice.including(own, price, to: unit)
      } else if includesVAT, theirs != own {
        price = try UnitPrice.converted(price, fromPercent: theirs, toPercent: own, to: unit)
      }
      guard isLocal else { return try price.rounded(to: unit) }
      return try UnitPrice.foreign(
        price, CurrencyFactor(stored: document.factor), to: unit)
    }
  }
}
