import MapRuntime

/// Figures of a state that was stated as a whole: who stated a figure of a customer or an item keeps
/// it, the others are counted from the rows that were stated.
extension WriteSession {
  func completeFigures(of records: [StatedRecord]) throws {
    for (name, fields) in Self.kept {
      guard let table = schema[name] else { continue }
      for record in records where record.table == name {
        guard let row = try values(of: table, record.id), let key = table.key.first else {
          continue
        }
        let missing = fields.filter { record.fields[$0] == nil && table.column($0) != nil }
        guard !missing.isEmpty else { continue }
        let sums = try name == "Item" ? stock(row[key]) : sums(of: row[key])
        let new = sums.filter { missing.contains($0.key) && $0.value != .decimal(.zero) }
        if !new.isEmpty { try change(name, record.id, new, by: .system) }
      }
    }
  }

  private static let kept = [
    ("Customer", CustomerSums.Figure.allCases.map(\.name)), ("Item", ["Inventory"]),
  ]

  private func sums(of customer: Value) throws -> [String: Value] {
    var changes = FigureChanges()
    try each("Cust. Ledger Entry", ["Customer No.": customer]) { value in
      try changes.take(
        remaining: value("Remaining Amt. (LCY)"), sales: value("Sales (LCY)"), of: customer, 1)
    }
    if schema.business != nil {
      try each(BusinessTables.lineName, [LineField.billToCustomer.name: customer]) { value in
        try changes.take(
          outstanding: value(LineField.outstandingAmountLocal.name),
          notInvoiced: value(LineField.shippedNotInvoicedLocal.name), of: customer,
          type: value(LineField.documentType.name), 1)
      }
    }
    guard let figures = changes.customers[customer.blankText] else { return [:] }
    let pairs = CustomerSums.Figure.allCases.map { ($0.name, Value.decimal(figures[$0])) }
    return Dictionary(pairs) { first, _ in first }
  }

  private func stock(_ item: Value) throws -> [String: Value] {
    var changes = FigureChanges()
    try each("Item Ledger Entry", ["Item No.": item]) { value in
      try changes.take(quantity: value("Quantity"), ofItem: item, 1)
    }
    return changes.stocks[item.blankText].map { ["Inventory": .decimal($0)] } ?? [:]
  }

  private func each(
    _ name: String, _ fields: [String: Value], _ body: ((String) -> Value) throws -> Void
  ) throws {
    guard let table = schema[name], fields.keys.allSatisfy({ table.column($0) != nil }) else {
      return
    }
    for id in try find(name, fields) {
      guard let row = try values(of: table, id) else { continue }
      try body { field in table.column(field).map { row[$0] } ?? .empty }
    }
  }
}
