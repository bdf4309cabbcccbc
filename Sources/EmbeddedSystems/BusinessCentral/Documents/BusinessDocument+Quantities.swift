import MapRuntime

/// Units, quantities and entered amounts of a line (DA-5, DC-2, DC-3, DK-9).
extension BusinessDocument {
  /// Unit of Measure Code, with what it holds of the base unit (DK-9).
  mutating func take(unit code: String, at index: Index) throws {
    let quantityPerUnit = try quantityPerUnit(
      code, of: lines[index].text(.number), lineType(index), at: index)
    let description = code.isEmpty ? nil : try company.record("Unit of Measure", code)
    change(index) { row in
      row.set(.unitOfMeasure, code)
      row.set(.unitOfMeasureText, description?.text("Description") ?? code)
      row.set(.quantityPerUnit, quantityPerUnit)
    }
    try takeBase(at: index)
  }

  private func quantityPerUnit(
    _ code: String, of number: String, _ type: LineType, at index: Index
  ) throws -> DecimalValue {
    let table: String
    switch type {
    case .comment, .account: return 1
    case .item: table = "Item Unit of Measure"
    case .resource: table = "Resource Unit of Measure"
    }
    guard !code.isEmpty else { return 1 }
    if let unit = try company.record(table, number, code) {
      let quantity = unit.number("Qty. per Unit of Measure")
      return quantity == 0 ? 1 : quantity
    }
    guard try company.sold(type, number)?.baseUnit == code else {
      throw Refusal("\(shown(line: index)): '\(code)' is no unit of '\(number)'")
    }
    return 1
  }

  private mutating func takeBase(at index: Index) throws {
    // A row that is held elsewhere would be copied whole when it changes.
    let quantity = lines[index].number(.quantity)
    let quantityPerUnit = lines[index].number(.quantityPerUnit)
    let base = try counting(at: index) { _ throws(AmountRefusal) in
      try LineQuantities.base(quantity, quantityPerUnit: quantityPerUnit)
    }
    change(index) { $0.set(.quantityBase, base) }
  }

  /// Quantity: what is to ship and to invoice follows, and so do price and discount (DK-7).
  mutating func take(quantity entered: DecimalValue, at index: Index) throws {
    guard lineType(index) != .comment || entered == 0 else {
      throw Refusal("\(shown(line: index)) is a comment and has no quantity")
    }
    var precision: RoundingPrecision?
    if lineType(index) == .item,
      let unit = try company.record(
        "Item Unit of Measure", lines[index].text(.number), lines[index].text(.unitOfMeasure))
    {
      precision = try? RoundingPrecision(unit.number("Qty. Rounding Precision"))
    }
    var quantities = quantities(index)
    let (shipping, unitPrecision) = (shippingDefault, precision)
    let quantity = try counting(at: index) { _ throws(AmountRefusal) in
      let quantity = try LineQuantities.quantity(entered, unitPrecision: unitPrecision)
      try quantities.take(quantity: quantity, shipping)
      return quantity
    }
    change(index) { $0.set(.quantity, quantity) }
    try takeBase(at: index)
    try counting(at: index) { document throws(AmountRefusal) in
      try document.amounts.take(quantity: quantity, at: index)
    }
    try take(quantities, at: index)
    try takePrice(.quantity, at: index)
  }

  /// What a line is to ship by itself: Blank leaves orders and quotes without it, an invoice ships
  /// what it says (DC-2).
  var shippingDefault: DefaultQuantityToShip {
    type == .order || type == .quote ? setup.defaultQuantityToShip : .remainder
  }

  /// Qty. to Ship, which sets Qty. to Invoice; or Qty. to Invoice alone (DC-2, DC-3).
  mutating func takeQuantity(_ field: LineField, _ quantity: DecimalValue, at index: Index) throws {
    var quantities = quantities(index)
    try counting(at: index) { _ throws(AmountRefusal) in
      if field == .quantityToShip {
        try quantities.take(toShip: quantity)
      } else {
        try quantities.take(toInvoice: quantity)
      }
    }
    try take(quantities, at: index)
  }

  /// Unit Price, as it is given (DA-6).
  mutating func take(price: DecimalValue, at index: Index) throws {
    try counting(at: index) { document throws(AmountRefusal) in
      try document.amounts.take(unitPrice: price, at: index)
    }
  }

  /// A line discount or a line amount (DA-9 to DA-11).
  mutating func take(_ field: LineField, _ value: DecimalValue, at index: Index) throws {
    // Nothing off a line without a quantity is no discount.
    if value == 0, amounts.lines[index].quantity == 0 { return }
    try counting(at: index) { document throws(AmountRefusal) in
      switch field {
      case .lineDiscountPercent:
        try document.amounts.take(lineDiscountPercent: value, at: index)
      case .lineDiscountAmount:
        try document.amounts.take(lineDiscountAmount: value, at: index)
      default: try document.amounts.take(lineAmount: value, at: index)
      }
    }
  }
}

/// Lines that hang on others, and lines that go.
extension BusinessDocument {
  /// Comment lines right behind a line, one each (DK-11).
  mutating func attach(_ texts: [String], to index: Index) throws {
    let number = lines[index].integer(.lineNumber)
    for text in texts {
      let comment = try addLine(company.session.system.newID())
      change(comment) { row in
        row.set(.description, text)
        row.set(.attachedTo, integer: number)
      }
      amounts.lines[comment].hasType = false
    }
  }

  /// Takes a line away with the comments that hang on it (DC-23).
  mutating func removeLine(at index: Index) throws {
    let line = lines[index]
    if isReleased, lineType(index) != .comment {
      throw Refusal("\(shown(line: index)): reopen the document before the line is deleted")
    }
    guard line.number(.quantityShipped) == line.number(.quantityInvoiced) else {
      throw Refusal("\(shown(line: index)) is shipped and not invoiced yet")
    }
    try counting(at: index) { document throws(AmountRefusal) in
      try document.amounts.remove(at: index)
    }
    let number = line.integer(.lineNumber)
    takeRow(at: index)
    while let comment = lines.firstIndex(where: { $0.integer(.attachedTo) == number }) {
      amounts.lines.remove(at: comment)
      takeRow(at: comment)
    }
  }

  /// An amount off the whole document (DA-30).
  mutating func take(invoiceDiscount amount: DecimalValue) throws {
    guard !isReleased else {
      throw Refusal("\(shown) is released: reopen it before its invoice discount is changed")
    }
    guard amount != 0 || amounts.invoiceDiscount != .none else { return }
    try counting { document throws(AmountRefusal) in
      try document.amounts.take(invoiceDiscountAmount: amount)
    }
  }
}
