import MapRuntime

/// What validating fields of a header does (DJ-1 to DJ-16).
extension BusinessDocument {
  /// A document that is not there yet, with what BC fills in before anybody types (DJ-1, DG-6).
  static func new(
    _ id: Guid, _ type: DocumentType, tables: BusinessTables, company: CompanyData, isTyped: Bool
  ) throws -> BusinessDocument {
    var header = BusinessRow(new: id, in: tables.headers)
    let setup = try company.setup()
    let today = company.today
    header.set(.documentType, option: type.rawValue)
    header.set(.orderDate, today)
    header.set(.documentDate, today)
    header.set(.shipmentDate, today)
    if type != .quote, !setup.hasNoPostingDate { header.set(.postingDate, today) }
    header.set(.allowLineDiscount, true)
    header.set(.occurrence, integer: 1)
    var document = try BusinessDocument(
      header, [], tables: tables, company: company, isTyped: isTyped)
    try document.takeDocumentDate()
    return document
  }

  /// Its number, and what follows from it.
  mutating func take(number: String) {
    header.set(.number, number)
    header.set(.postingDescription, "\(type.name) \(number)")
  }

  /// The number of another beginning of this document.
  mutating func takeNumber(of other: BusinessDocument) {
    take(number: other.number)
    header[.occurrence] = other.header[.occurrence]
  }

  /// Assigns a field of the header.
  mutating func assign(_ column: Int, _ value: Value) throws {
    guard let field = tables.headers.field(column) else {
      header.values[column] = value
      return
    }
    try checkOpen(field, value)
    switch field {
    case .documentType, .number:
      guard header.isNew || header[field] == value || value.isEmpty else {
        throw Refusal("\(shown) cannot get another number or type")
      }
      if header.isNew, field == .number { header[field] = value }
    case .sellToCustomer: try takeCustomer(value.blankText)
    case .billToCustomer: try takePayer(value.blankText)
    case .paymentTerms: try takePaymentTerms(value.blankText)
    case .paymentDiscountPercent: try take(paymentDiscount: value.decimal ?? .zero)
    case .currency: try take(currency: value.blankText)
    case .documentDate:
      header[field] = value
      try takeDocumentDate()
    case .postingDate: try take(postingDate: value.date)
    case .pricesIncludeVAT: try take(pricesIncludeVAT: value.boolean == true)
    case .vatBusPostingGroup, .genBusPostingGroup:
      let isChanged = header[field] != value
      header[field] = value
      if isChanged { try makeLinesAgain() }
    case .location: try takeForLines(field, .location, value)
    case .shipmentDate: try takeForLines(field, .shipmentDate, value)
    case .requestedDeliveryDate:
      if header.date(.promisedDeliveryDate) != nil, value.date != header.date(field) {
        throw Refusal("\(shown) has a Promised Delivery Date, so that no other can be requested")
      }
      try takeForLines(field, .requestedDeliveryDate, value)
    case .promisedDeliveryDate: try takeForLines(field, .promisedDeliveryDate, value)
    case .shippingAgent:
      if header[field] != value { header.set(.shippingService, "") }
      header[field] = value
    case .billToCountry, .sellToCountry, .shipToCountry: header[field] = value
    default: header[field] = value
    }
  }

  /// Fields that a released document does not let go (DB-5).
  private static let locked: Set<HeaderField> = [
    .sellToCustomer, .billToCustomer, .sellToContactNumber, .billToContactNumber, .currency,
    .pricesIncludeVAT, .invoiceDiscountCode, .customerDiscountGroup, .allowLineDiscount,
    .genBusPostingGroup, .vatBusPostingGroup, .location, .shipmentMethod, .shippingAgent,
    .shippingService, .shippingAdvice, .requestedDeliveryDate, .promisedDeliveryDate,
  ]

  private func checkOpen(_ field: HeaderField, _ value: Value) throws {
    guard isReleased else { return }
    let isPaymentDiscount = field == .paymentDiscountPercent || field == .vatBaseDiscountPercent
    guard Self.locked.contains(field) || isPaymentDiscount && isTyped else { return }
    guard header[field] != value, !(header[field].isEmpty && value.isEmpty) else { return }
    throw Refusal("\(shown) is released: reopen it before '\(field.name)' is changed")
  }

  private mutating func takeForLines(
    _ field: HeaderField, _ lineField: LineField, _ value: Value
  ) throws {
    header[field] = value
    for index in lines.indices where lineType(index) != .comment {
      change(index) { $0[lineField] = value }
    }
  }
}

/// Dates, terms and money.
extension BusinessDocument {
  /// A date by one of the setup's or the terms' formulas; nil where there is none.
  func date(_ formula: String, from date: DateValue?, of whose: String) throws -> DateValue? {
    guard !formula.isEmpty, let date else { return nil }
    guard let formula = DateFormula(formula) else {
      throw Refusal("\(whose): '\(formula)' is no date formula")
    }
    return formula.date(from: date)
  }

  /// Due date, discount date and validity follow the document date; the discount's percentage does
  /// not (DD-6, DG-6, DJ-7, DJ-12).
  mutating func takeDocumentDate() throws {
    let date = header.date(.documentDate)
    let code = header.text(.paymentTerms)
    if let terms = code.isEmpty ? nil : try company.record("Payment Terms", code) {
      let whose = "Payment Terms '\(code)'"
      header.set(
        .dueDate,
        try self.date(terms.text("Due Date Calculation"), from: date, of: whose) ?? date)
      header.set(
        .paymentDiscountDate,
        try self.date(terms.text("Discount Date Calculation"), from: date, of: whose))
    } else {
      header.set(.dueDate, date)
      header.set(.paymentDiscountDate, nil)
    }
    guard type == .quote else { return }
    header.set(
      .quoteValidUntil,
      try self.date(setup.quoteValidity, from: date, of: "Quote Validity Calculation"))
  }

  mutating func takePaymentTerms(_ code: String) throws {
    let isChanged = header.text(.paymentTerms) != code
    let terms = code.isEmpty ? nil : try company.record("Payment Terms", code)
    if !code.isEmpty, terms == nil {
      throw Refusal("\(shown): there are no payment terms '\(code)'")
    }
    header.set(.paymentTerms, code)
    try takeDocumentDate()
    if code.isEmpty {
      try take(paymentDiscount: .zero)
    } else if isChanged {
      try take(paymentDiscount: terms?.number("Discount %") ?? .zero)
    }
  }

  /// Lowers what VAT is for, as far as the setup tolerates it, and counts the lines again (DA-25).
  mutating func take(paymentDiscount percent: DecimalValue) throws {
    guard (0...100).contains(percent) else {
      throw Refusal("\(shown): the payment discount must be from 0 % to 100 %")
    }
    header.set(.paymentDiscountPercent, percent)
    header.set(
      .vatBaseDiscountPercent,
      AmountTerms.vatBaseDiscountPercent(
        paymentDiscountPercent: percent, vatTolerancePercent: setup.vatTolerancePercent))
    try takeTerms()
  }

  /// The same code only refreshes the factor; another one makes the lines again (DJ-9, DA-44).
  mutating func take(currency code: String) throws {
    let isChanged = header.text(.currency) != code
    header.set(.currency, code)
    try takeFactor(isOfAnother: isChanged)
    try takeTerms()
    if isChanged { try makeLinesAgain() }
  }

  /// Without a rate by then the factor stays as it was (DA-41); that of another currency does not.
  mutating func takeFactor(isOfAnother: Bool = false) throws {
    let code = header.text(.currency)
    guard !code.isEmpty, code != setup.localCurrency else {
      header.set(.currencyFactor, .zero)
      return
    }
    if let factor = try company.factor(of: code, on: rateDate) {
      header.set(.currencyFactor, factor)
    } else if isOfAnother {
      header.set(.currencyFactor, .zero)
    }
  }

  /// Nobody knows what an amount in a currency without a rate comes to (DA-41, DK-6).
  func checkFactor() throws {
    let code = header.text(.currency)
    guard factor == 0, !code.isEmpty, code != setup.localCurrency else { return }
    throw Refusal("\(shown): \(CompanyData.lacksRate(code, on: rateDate))")
  }

  /// Prices are not converted; those with a line discount are looked up again (DA-43, DJ-12).
  mutating func take(postingDate date: DateValue?) throws {
    let isChanged = header.date(.postingDate) != date
    header.set(.postingDate, date)
    if setup.linksDocumentDate, date != nil {
      header.set(.documentDate, date)
      try takeDocumentDate()
    }
    guard isChanged, !header.text(.currency).isEmpty else { return }
    let factor = self.factor
    try takeFactor()
    guard factor != self.factor else { return }
    for index in lines.indices where amounts.lines[index].lineDiscountPercent != 0 {
      try take(price: amounts.lines[index].unitPrice, at: index)
    }
  }

  /// Unit prices take VAT in or let it out, and everything is counted again (DJ-15).
  mutating func take(pricesIncludeVAT isGross: Bool) throws {
    guard header.isTrue(.pricesIncludeVAT) != isGross else { return }
    header.set(.pricesIncludeVAT, isGross)
    try takeTerms()
    let unit = currency.unit
    for index in lines.indices where lineType(index) != .comment {
      let line = amounts.lines[index]
      let price = try counting(at: index) { _ throws(AmountRefusal) in
        isGross
          ? try UnitPrice.including(line.vat.percent, line.unitPrice, to: unit)
          : try UnitPrice.excluding(line.vat.percent, line.unitPrice, to: unit)
      }
      try take(price: price, at: index)
    }
  }

  /// Every line is deleted and made again from what it sells (DJ-16). Prices, discounts and texts
  /// that somebody entered are lost.
  mutating func makeLinesAgain() throws {
    guard !lines.isEmpty else { return }
    for index in lines.indices {
      let quantities = quantities(index)
      guard quantities.shipped == 0, quantities.invoiced == 0 else {
        throw Refusal("\(shown(line: index)) is shipped, so that the lines cannot be made again")
      }
    }
    let old = lines
    dropLines()
    for row in old where row.option(.type) != LineType.comment.rawValue {
      let index = try addLine(company.session.system.newID())
      for field in [LineField.type, .number, .unitOfMeasure, .variant, .quantity] {
        try assign(tables.lines.column(field), row[field], at: index)
      }
      change(index) { $0[.shipmentDate] = row[.shipmentDate] }
    }
  }
}
