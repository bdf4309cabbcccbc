import MapRuntime

/// Shipments, and what they take from the stock (DC-7, DC-9, DC-11).
extension BusinessPosting {
  /// Document Type of an Item Ledger Entry.
  enum StockDocument: Int32 {
    case salesShipment = 1
    case salesInvoice = 2
    case salesCreditMemo = 4
  }

  mutating func ship(_ lines: [LineQuantities]) throws {
    let copies = document.tables.copies
    guard
      let headers = copies[.init(from: BusinessTables.headerName, to: "Sales Shipment Header")],
      let rows = copies[.init(from: BusinessTables.lineName, to: "Sales Shipment Line")]
    else { throw Refusal("there are no sales shipments here") }
    let session = session
    let number = try session.draw(.shipment, on: date) {
      try !session.find(headers.target.name, ["No.": .text($0)]).isEmpty
    }
    let id = session.system.newID()
    var header = headers.copy(document.header.values)
    header["No."] = .text(number)
    header["Order No."] = document.header[.number]
    header["User ID"] = .text(session.author.userName)
    try session.add(header, id: id)
    for index in document.lines.indices {
      let line = document.lines[index]
      let quantity = quantities.toShip(lines[index])
      var row = rows.copy(line.values)
      row["Document No."] = .text(number)
      row["Quantity"] = .decimal(quantity)
      row["Quantity (Base)"] = .decimal(try base(quantity, at: index))
      row["Order No."] = document.header[.number]
      row["Order Line No."] = line[.lineNumber]
      row["Posting Date"] = .date(date)
      try session.add(row, id: session.system.newID())
    }
    try takeStock(lines, number, .salesShipment)
    document.header.set(.lastShippingNumber, number)
    document.header.set(.lastShipmentDate, document.header.date(.shipmentDate) ?? date)
    made.shipment = .init(id: id, number: number)
  }

  func base(_ quantity: DecimalValue, at index: BusinessDocument.Index) throws -> DecimalValue {
    do throws(AmountRefusal) {
      return try LineQuantities.base(
        quantity, quantityPerUnit: document.lines[index].number(.quantityPerUnit))
    } catch {
      throw Refusal("\(document.shown(line: index)): \(error.sentence)")
    }
  }

  /// An item ledger entry for every line that ships goods.
  func takeStock(_ lines: [LineQuantities], _ number: String, _ of: StockDocument) throws {
    for index in document.lines.indices where document.lineType(index) == .item {
      let quantity = quantities.toShip(lines[index])
      guard quantity != 0 else { continue }
      let base = try base(quantity, at: index)
      let line = document.lines[index]
      try session.addStockEntry(
        line.values, named: { line.table.layout.column($0) }, quantity: try .zero - base,
        of, number: number, on: date)
    }
  }
}

extension WriteSession {
  /// Lowers or raises the stock of an item; services have none.
  func addStockEntry(
    _ line: [Value], named column: (String) -> Int?, quantity: DecimalValue,
    _ of: BusinessPosting.StockDocument, number: String, on date: DateValue
  ) throws {
    func value(_ field: String) -> Value { column(field).map { line[$0] } ?? .empty }
    guard let table = schema["Item Ledger Entry"],
      let item = try CompanyData(session: self).record("Item", value("No.").blankText),
      item.option("Type") == 0
    else { return }
    var row = NamedRow(table)
    row["Entry No."] = .integer(try last("Entry No.", of: table) + 1)
    row["Item No."] = value("No.")
    row["Posting Date"] = .date(date)
    row["Entry Type"] = .option(OptionValue(1))
    row["Source No."] = value("Sell-to Customer No.")
    row["Document Type"] = .option(OptionValue(of.rawValue))
    row["Document No."] = .of(text: number)
    row["Document Line No."] = value("Line No.")
    row["Description"] = value("Description")
    row["Location Code"] = value("Location Code")
    row["Variant Code"] = value("Variant Code")
    row["Unit of Measure Code"] = value("Unit of Measure Code")
    row["Quantity"] = .decimal(quantity)
    try add(row, id: system.newID())
    try figures.take(quantity: .decimal(quantity), ofItem: value("No."), 1)
  }
}
