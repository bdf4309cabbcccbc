import MapRuntime

/// Orders that are made from quotes (DG-5).
extension WriteSession {
  /// Makes an order from a quote, with its lines, prices and discounts as they are. The quote is kept
  /// in the archive where the setup says so, and goes.
  /// - Returns: the order.
  public func makeOrder(from id: Guid) throws -> WrittenDocument {
    var quote = try existing(id)
    guard quote.type == .quote else {
      throw Refusal("\(quote.shown) is no quote, so that no order is made from it")
    }
    let data = CompanyData(session: self)
    var header = BusinessRow(new: system.newID(), in: quote.tables.headers)
    header.values = quote.header.values
    header.set(.documentType, option: DocumentType.order.rawValue)
    header.set(.number, "")
    header.set(.status, option: DocumentStatus.open)
    header[.quoteNumber] = quote.header[.number]
    header.set(.quoteValidUntil, nil)
    header.set(.archivedVersions, integer: 0)
    header.set(.orderDate, quote.header.date(.orderDate) ?? now.date)
    header.set(.postingDate, quote.header.date(.postingDate) ?? now.date)
    if let column = header.table.layout.column("Coupled to Dataverse") {
      header.values[column] = .boolean(false)
    }
    var order = try BusinessDocument(
      header, [], tables: quote.tables, company: data, isTyped: author == .person)
    guard let customer = try data.record("Customer", header.text(.sellToCustomer)) else {
      throw Refusal("\(quote.shown) needs a customer before an order is made from it")
    }
    try order.checkBlocked(customer)
    try order.takeFactor()
    order.take(
      number: try draw(.order, on: order.header.date(.orderDate) ?? now.date) { number in
        try !find(
          BusinessTables.headerName,
          ["Document Type": header[.documentType], "No.": .text(number)]
        ).isEmpty
      })
    try takeOccurrence(&order)
    order.copyLines(of: quote, newID: system.newID)
    try copyNotes(of: id, to: order.header.id)
    if quote.isArchivedByItself { try archive(&quote) }
    try remove(quote, isInvoiced: false)
    try save(&order)
    return WrittenDocument(
      id: order.header.id, number: order.number, version: order.header.version,
      lines: order.lines.map {
        WrittenDocument.Line(id: $0.id, number: $0.integer(.lineNumber), version: $0.version)
      })
  }

  private func copyNotes(of id: Guid, to other: Guid) throws {
    guard let table = schema["Record Link"] else { return }
    let notes = try find(table.name, ["Record ID": .guid(id)]).compactMap { note in
      try values(of: table, note).flatMap { row in
        table.column("Note").map { DocumentNote(system.newID(), row[$0].blankText) }
      }
    }
    try add(notes, to: other)
  }
}

extension BusinessDocument {
  /// The lines of another document under their numbers, with ids of their own; nothing is looked up
  /// again.
  mutating func copyLines(of other: BusinessDocument, newID: () -> Guid) {
    for line in other.lines {
      var row = BusinessRow(new: newID(), in: tables.lines)
      row.values = line.values
      row[.documentType] = header[.documentType]
      row[.documentNumber] = header[.number]
      append(row)
    }
  }
}
