import MapRuntime

/// Documents of a state that was stated as a whole: what is stated stays, and what nobody states is
/// what Business Central would have filled in and counted.
extension WriteSession {
  func completeDocuments(of records: [StatedRecord]) throws {
    guard let tables = schema.business else { return }
    var stated: [Guid: Set<String>] = [:]
    var headers: [Guid] = []
    for record in records {
      switch record.table {
      case BusinessTables.headerName: headers.append(record.id)
      case BusinessTables.lineName: break
      default: continue
      }
      stated[record.id] = Set(record.fields.filter { !$0.value.isEmpty }.keys)
    }
    let figures = self.figures
    for id in headers {
      guard var document = try document(id, tables) else { continue }
      try document.complete(stated)
      try save(&document) { document in document.restore(stated) }
    }
    // They are counted from the rows.
    self.figures = figures
  }
}

extension BusinessDocument {
  private static let amountFields: [LineField] = [
    .lineAmount, .amount, .amountIncludingVAT,
  ]

  /// Fills in and counts what is not stated.
  fileprivate mutating func complete(_ stated: [Guid: Set<String>]) throws {
    completeHeader(stated[header.id] ?? [])
    var isCounted = true
    for index in lines.indices where lineType(index) != .comment {
      guard let fields = stated[lines[index].id] else { continue }
      try completeLine(index, fields)
      let saysAmounts = Self.amountFields.contains { fields.contains($0.name) }
      isCounted = isCounted && !saysAmounts
      if !saysAmounts { try count(index, fields) }
    }
    if isReleased, isCounted {
      try counting { document throws(AmountRefusal) in try document.amounts.release() }
    }
  }

  private mutating func completeHeader(_ fields: Set<String>) {
    let today = company.today
    let dates: [HeaderField] =
      [.orderDate, .documentDate, .shipmentDate] + (type == .quote ? [] : [.postingDate])
    for field in dates where !fields.contains(field.name) { header.set(field, today) }
    if !fields.contains(HeaderField.dueDate.name) { header[.dueDate] = header[.documentDate] }
    if header.integer(.occurrence) == 0 { header.set(.occurrence, integer: 1) }
    header.set(.allowLineDiscount, true)
  }

  private mutating func completeLine(_ index: Index, _ fields: Set<String>) throws {
    func says(_ field: LineField) -> Bool { fields.contains(field.name) }
    let card = try lineType(index).table.flatMap {
      try company.record($0, lines[index].text(.number))
    }
    let customer = try company.record("Customer", header.text(.sellToCustomer))
    let header = header
    change(index) { row in
      row[.sellToCustomer] = header[.sellToCustomer]
      row[.billToCustomer] = header[.billToCustomer]
      row[.currency] = header[.currency]
      if !says(.vatProdPostingGroup), let card {
        row[.vatProdPostingGroup] = card["VAT Prod. Posting Group"]
      }
      if !says(.vatBusPostingGroup) {
        let own = header[.vatBusPostingGroup]
        row[.vatBusPostingGroup] = own.isEmpty ? customer?["VAT Bus. Posting Group"] ?? own : own
      }
      if !says(.quantityPerUnit) { row.set(.quantityPerUnit, 1) }
      if !says(.unitOfMeasure), let card { row[.unitOfMeasure] = card["Base Unit of Measure"] }
      if !says(.description), let card {
        row[.description] = card[card.table.name == "Item" ? "Description" : "Name"]
      }
    }
    if !says(.quantityToShip), !says(.quantityToInvoice) {
      let (line, shipping) = (quantities(index), shippingDefault)
      let completed = try counting(at: index) { _ throws(AmountRefusal) in
        try LineQuantities(
          quantity: line.quantity, shipped: line.shipped, invoiced: line.invoiced, shipping)
      }
      try take(completed, at: index)
    }
    if !says(.allowInvoiceDiscount) {
      amounts.lines[index].allowInvoiceDiscount =
        lineType(index) != .account && card?["Allow Invoice Disc."] != .boolean(false)
    }
    let row = lines[index]
    if !says(.vatPercent), !row.text(.vatProdPostingGroup).isEmpty,
      let vat = try? company.vat(
        business: row.text(.vatBusPostingGroup), product: row.text(.vatProdPostingGroup))
    {
      amounts.lines[index].vat = vat
    }
  }

  /// Counts a line of which no amount is stated.
  private mutating func count(_ index: Index, _ fields: Set<String>) throws {
    let line = amounts.lines[index]
    try counting(at: index) { document throws(AmountRefusal) in
      if fields.contains(LineField.lineDiscountAmount.name), line.quantity != 0 {
        document.amounts.lines[index].lineDiscountAmount = 0
        try document.amounts.take(lineDiscountAmount: line.lineDiscountAmount, at: index)
      } else {
        try document.amounts.take(lineDiscountPercent: line.lineDiscountPercent, at: index)
      }
    }
  }

  /// What was stated takes the place of what was counted.
  fileprivate mutating func restore(_ stated: [Guid: Set<String>]) {
    for field in HeaderField.allCases where stated[header.id]?.contains(field.name) == true {
      header[field] = header.old(field)
    }
    for index in lines.indices {
      guard let fields = stated[lines[index].id] else { continue }
      change(index) { row in
        for field in LineField.allCases where fields.contains(field.name) {
          row[field] = row.old(field)
        }
      }
    }
  }
}
