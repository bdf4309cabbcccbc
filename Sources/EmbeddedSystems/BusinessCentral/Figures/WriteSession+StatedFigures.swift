import MapRuntime

/// Figures of a state that was stated as a whole: who stated a figure of a customer or an item keeps
/// it, the others are counted from the rows that were stated. What was there before gets what the
/// rows add to it.
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
    try countRows(of: records)
  }

  private static let counted: Set = ["Cust. Ledger Entry", "Item Ledger Entry", "Sales Line"]

  /// Counts stated rows for customers and items that are not stated with them.
  private func countRows(of records: [StatedRecord]) throws {
    var stated: [String: Set<Value>] = [:]
    for record in records where record.table == "Customer" || record.table == "Item" {
      guard let table = schema[record.table], let key = table.key.first,
        let row = try values(of: table, record.id)
      else { continue }
      stated[table.name, default: []].insert(row[key])
    }
    func isOlder(_ key: Value, _ table: String) -> Bool { stated[table]?.contains(key) != true }
    for record in records where Self.counted.contains(record.table) {
      guard let table = schema[record.table], let row = try values(of: table, record.id) else {
        continue
      }
      func value(_ field: String) -> Value { table.column(field).map { row[$0] } ?? .empty }
      let customer = value("Customer No.")
      let item = value("Item No.")
      let payer = value(LineField.billToCustomer.name)
      switch record.table {
      case "Cust. Ledger Entry" where isOlder(customer, "Customer"):
        try figures.take(
          remaining: value("Remaining Amt. (LCY)"), sales: value("Sales (LCY)"), of: customer, 1)
      case "Item Ledger Entry" where isOlder(item, "Item"):
        try figures.take(quantity: value("Quantity"), ofItem: item, 1)
      case "Sales Line" where isOlder(payer, "Customer"):
        try figures.take(
          outstanding: value(LineField.outstandingAmountLocal.name),
          notInvoiced: value(LineField.shippedNotInvoicedLocal.name), of: payer,
          type: value(LineField.documentType.name), 1)
      default: continue
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
