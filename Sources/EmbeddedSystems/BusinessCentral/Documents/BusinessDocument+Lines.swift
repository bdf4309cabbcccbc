import MapRuntime

/// What validating fields of a line does (DK-1 to DK-14).
extension BusinessDocument {
  /// Adds a line behind the others, or at a number of its own; the other fields are assigned next.
  mutating func addLine(_ id: Guid, number: Int64 = 0) throws -> Index {
    if number != 0, lines.contains(where: { $0.integer(.lineNumber) == number }) {
      throw Refusal("\(shown) has a line \(number) already")
    }
    var row = BusinessRow(new: id, in: tables.lines)
    row[.documentType] = header[.documentType]
    row[.documentNumber] = header[.number]
    row[.sellToCustomer] = header[.sellToCustomer]
    row[.billToCustomer] = header[.billToCustomer]
    row[.currency] = header[.currency]
    let last = lines.last?.integer(.lineNumber) ?? 0
    guard number != 0 else {
      row.set(.lineNumber, integer: (last / 10_000 + 1) * 10_000)
      append(row)
      return lines.index(before: lines.endIndex)
    }
    row.set(.lineNumber, integer: number)
    return insert(row)
  }

  /// Assigns a field of a line.
  mutating func assign(_ column: Int, _ value: Value, at index: Index) throws {
    guard let field = tables.lines.field(column) else {
      return change(index) { $0.values[column] = value }
    }
    try checkOpen(field, value, at: index)
    switch field {
    case .documentType, .documentNumber, .lineNumber:
      guard lines[index][field] == value || value.isEmpty || value == .integer(0) else {
        throw Refusal("\(shown(line: index)) cannot get another number")
      }
    case .type: try take(type: value, at: index)
    case .number: try take(number: value.blankText, at: index)
    case .unitOfMeasure:
      try take(unit: value.blankText, at: index)
      try takePrice(.unit, at: index)
    case .variant:
      change(index) { $0[field] = value }
      try takePrice(.unit, at: index)
    case .quantity: try take(quantity: value.decimal ?? .zero, at: index)
    case .unitPrice: try take(price: value.decimal ?? .zero, at: index)
    case .lineDiscountPercent, .lineDiscountAmount, .lineAmount:
      try take(field, value.decimal ?? .zero, at: index)
    case .allowInvoiceDiscount:
      try counting(at: index) { document throws(AmountRefusal) in
        try document.amounts.take(allowInvoiceDiscount: value.boolean == true, at: index)
      }
    case .vatProdPostingGroup, .vatBusPostingGroup:
      change(index) { $0[field] = value }
      try takeVAT(at: index, convertsPrice: true)
    case .quantityToShip, .quantityToInvoice:
      try takeQuantity(field, value.decimal ?? .zero, at: index)
    default: change(index) { $0[field] = value }
    }
  }

  /// Fields of a line with a type that a released document does not let go (DB-5).
  private static func isLocked(_ field: LineField) -> Bool {
    switch field {
    case .type, .number, .variant, .quantity, .unitOfMeasure, .unitPrice, .lineDiscountPercent,
      .lineDiscountAmount, .lineAmount, .allowInvoiceDiscount, .vatProdPostingGroup,
      .vatBusPostingGroup, .genProdPostingGroup, .location, .shipmentDate,
      .requestedDeliveryDate, .promisedDeliveryDate:
      true
    default: false
    }
  }

  private func checkOpen(_ field: LineField, _ value: Value, at index: Index) throws {
    guard Self.isLocked(field), isReleased || lines[index].number(.quantityShipped) != 0,
      lineType(index) != .comment || field == .type
    else { return }
    let line = lines[index]
    let isSame = current(field, at: index) == value || line[field].isEmpty && isBlank(value)
    if isReleased, !isSame {
      throw Refusal("\(shown(line: index)): reopen the document before '\(field.name)' is changed")
    }
    let isFixed = field == .type || field == .number || field == .unitOfMeasure
    if isFixed, !isSame, line.number(.quantityShipped) != 0 {
      throw Refusal("\(shown(line: index)) is shipped; '\(field.name)' stays")
    }
  }

  /// The value of a field now, also where it is counted elsewhere.
  private func current(_ field: LineField, at index: Index) -> Value {
    let line = amounts.lines[index]
    return switch field {
    case .unitPrice: .decimal(line.unitPrice)
    case .lineDiscountPercent: .decimal(line.lineDiscountPercent)
    case .lineDiscountAmount: .decimal(line.lineDiscountAmount)
    case .lineAmount: .decimal(line.lineAmount)
    case .allowInvoiceDiscount: .boolean(line.allowInvoiceDiscount)
    default: lines[index][field]
    }
  }

  private func isBlank(_ value: Value) -> Bool {
    value.isEmpty || value == .decimal(.zero) || value == .integer(0) || value == .boolean(false)
      || value == .option(OptionValue(0))
  }
}

/// What a line sells.
extension BusinessDocument {
  private mutating func take(type value: Value, at index: Index) throws {
    let option = value.option?.rawValue ?? 0
    guard LineType(rawValue: option) != nil else {
      throw Refusal(
        "\(shown(line: index)): only G/L accounts, items, resources and comments can be sold here")
    }
    guard lines[index].option(.type) != option || lines[index].isNew else { return }
    try clear(index) { $0.set(.type, option: option) }
  }

  /// What stays of a line that sells something else (DK-1).
  private static let kept: Set<LineField> = [
    .documentType, .documentNumber, .lineNumber, .type, .sellToCustomer, .billToCustomer,
    .currency, .quantity, .quantityShipped, .quantityInvoiced, .quantityToShip,
    .quantityToInvoice, .attachedTo,
  ]
  private static let cleared = LineField.allCases.filter { !kept.contains($0) }

  /// A line is emptied but for what it sells and how much (DK-1).
  private mutating func clear(
    _ index: Index, _ body: (inout BusinessRow<LineField>) -> Void
  ) throws {
    change(index) { row in
      for field in Self.cleared { row[field] = .empty }
      if row.isNew { row.clearOthers() }
      body(&row)
    }
    let quantity = lines[index].number(.quantity)
    var line = SalesLineAmounts(
      hasType: lineType(index) != .comment, quantity: quantity,
      vat: LineVAT(identifier: "", setupPercent: 0), allowInvoiceDiscount: true)
    line.quantityToInvoice = lines[index].number(.quantityToInvoice)
    amounts.lines[index] = line
    guard !lines[index].isNew else { return }
    // Another line takes over what this one carried of the group (DA-16).
    try counting(at: index) { document throws(AmountRefusal) in
      try document.amounts.take(unitPrice: 0, at: index)
    }
  }

  private mutating func take(number: String, at index: Index) throws {
    let type = lineType(index)
    try clear(index) { $0.set(.number, number) }
    guard !number.isEmpty, let table = type.table else { return }
    guard let card = try company.sold(type, number) else {
      throw Refusal("\(shown(line: index)): there is no \(table) '\(number)'")
    }
    fillFromHeader(index)
    try fill(from: card, type, at: index)
    try takeVAT(at: index, convertsPrice: false)
    guard type != .account else { return }
    try take(unit: card.unit, at: index)
    try takePrice(.number, at: index)
  }

  private mutating func fillFromHeader(_ index: Index) {
    let header = header
    change(index) { row in
      row[.sellToCustomer] = header[.sellToCustomer]
      row[.billToCustomer] = header[.billToCustomer]
      row[.currency] = header[.currency]
      row[.customerPriceGroup] = header[.customerPriceGroup]
      row[.allowLineDiscount] = header[.allowLineDiscount]
      row[.location] = header[.location]
      row[.shipmentDate] = header[.shipmentDate]
      row[.requestedDeliveryDate] = header[.requestedDeliveryDate]
      row[.promisedDeliveryDate] = header[.promisedDeliveryDate]
      row[.plannedDeliveryDate] = header[.shipmentDate]
      row[.genBusPostingGroup] = header[.genBusPostingGroup]
      row[.vatBusPostingGroup] = header[.vatBusPostingGroup]
      row.set(.quantityPerUnit, 1)
    }
  }

  /// DK-2, DK-3.
  private mutating func fill(from card: SoldCard, _ type: LineType, at index: Index) throws {
    try check(card, type, at: index)
    change(index) { row in
      for (field, value) in card.taken { row[field] = value }
    }
    switch type {
    case .comment, .resource: return
    // So freight is outside every base of an invoice discount (DA-37).
    case .account: amounts.lines[index].takeAllowInvoiceDiscount(false)
    case .item: amounts.lines[index].takeAllowInvoiceDiscount(card.allowsInvoiceDiscount)
    }
  }

  private func check(_ card: SoldCard, _ type: LineType, at index: Index) throws {
    switch type {
    case .comment: return
    case .account:
      let name = lines[index].text(.number)
      guard !card.isBlocked else {
        throw Refusal("\(shown(line: index)): nothing can be posted to G/L account '\(name)'")
      }
      guard card.isPostedDirectly else {
        throw Refusal("\(shown(line: index)): G/L account '\(name)' needs Direct Posting")
      }
    case .item, .resource:
      let what = type == .item ? "item" : "resource"
      guard !card.isBlocked else {
        throw Refusal("\(shown(line: index)): the \(what) is blocked; take its 'Blocked' off first")
      }
      guard try card.hasProductGroup || !company.hasPostingGroups() else {
        throw Refusal("\(shown(line: index)): the \(what) needs a Gen. Prod. Posting Group")
      }
    }
  }

  /// VAT %, calculation type and identifier of the line's two groups (DK-4, DA-20).
  private mutating func takeVAT(at index: Index, convertsPrice: Bool) throws {
    let line = lines[index]
    let old = amounts.lines[index].vat
    let vat =
      try vat(of: line.text(.vatBusPostingGroup), at: index)
      ?? LineVAT(identifier: "", setupPercent: 0)
    let isConverted =
      convertsPrice && amounts.terms.pricesIncludeVAT && old.percent != vat.percent
      && (lineType(index) == .item || lineType(index) == .resource)
    let unit = currency.unit
    try counting(at: index) { document throws(AmountRefusal) in
      if isConverted {
        let price = try UnitPrice.converted(
          document.amounts.lines[index].unitPrice, fromPercent: old.percent,
          toPercent: vat.percent, to: unit)
        document.amounts.lines[index].unitPrice = price
      }
      try document.amounts.take(vat: vat, at: index)
    }
  }

  /// The VAT of a line's product with a group; who the groups are of, and the way out, is said where it
  /// is not set up.
  func vat(of business: String, at index: Index) throws -> LineVAT? {
    let line = lines[index]
    do {
      return try company.vat(business: business, product: line.text(.vatProdPostingGroup))
    } catch let refusal as Refusal {
      let customer = header.text(.billToCustomer)
      let isCustomers = business == line.text(.vatBusPostingGroup) && !customer.isEmpty
      let whose = isCustomers ? ", of customer '\(customer)' and '\(line.text(.number))'" : ""
      throw Refusal("\(shown(line: index)): \(refusal.sentence)\(whose); \(CompanyData.addsVAT)")
    }
  }
}
