import GRDB
import GRDBSQLite
import MapRuntime

/// Figures of a customer that Business Central shows as sums (DH-1, DH-2).
struct CustomerSums: Hashable {
  enum Figure: Int, CaseIterable {
    case balance, sales, outstandingOrders, shippedNotInvoiced, outstandingInvoices

    var name: String {
      switch self {
      case .balance: "Balance (LCY)"
      case .sales: "Sales (LCY)"
      case .outstandingOrders: "Outstanding Orders (LCY)"
      case .shippedNotInvoiced: "Shipped Not Invoiced (LCY)"
      case .outstandingInvoices: "Outstanding Invoices (LCY)"
      }
    }
  }

  private var values = Array(repeating: DecimalValue.zero, count: Figure.allCases.count)

  subscript(figure: Figure) -> DecimalValue {
    get { values[figure.rawValue] }
    set { values[figure.rawValue] = newValue }
  }

  mutating func add(_ figure: Figure, _ amount: DecimalValue, _ sign: Int64) throws {
    self[figure] = sign < 0 ? try self[figure] - amount : try self[figure] + amount
  }

  var isZero: Bool { values.allSatisfy { $0 == 0 } }
}

/// What a transaction changes of figures that are sums over many rows. They are kept beside the
/// customer and the item, so that reading one does not add up all its documents.
struct FigureChanges {
  enum State {
    case stored
    case current
  }

  private(set) var customers: [String: CustomerSums] = [:]
  private(set) var stocks: [String: DecimalValue] = [:]

  var isEmpty: Bool { customers.isEmpty && stocks.isEmpty }

  mutating func clear() { self = FigureChanges() }

  /// A line comes, or goes: what is outstanding of orders and of invoices (DH-2).
  mutating func take(
    _ line: BusinessRow<LineField>, _ sign: Int64, _ state: State
  ) throws {
    func value(_ field: LineField) -> Value { state == .stored ? line.old(field) : line[field] }
    try take(
      outstanding: value(.outstandingAmountLocal), notInvoiced: value(.shippedNotInvoicedLocal),
      of: value(.billToCustomer), type: value(.documentType), sign)
  }

  mutating func take(
    outstanding: Value, notInvoiced: Value, of customer: Value, type: Value, _ sign: Int64
  ) throws {
    let number = customer.blankText
    guard !number.isEmpty else { return }
    let (open, shipped) = (outstanding.decimal ?? .zero, notInvoiced.decimal ?? .zero)
    guard open != 0 || shipped != 0 else { return }
    switch type.option.flatMap({ DocumentType(rawValue: $0.rawValue) }) {
    case .order:
      try customers[number, default: CustomerSums()].add(.outstandingOrders, open, sign)
      try customers[number, default: CustomerSums()].add(.shippedNotInvoiced, shipped, sign)
    case .invoice:
      try customers[number, default: CustomerSums()].add(.outstandingInvoices, open, sign)
    case .quote, .creditMemo, .blanketOrder, .returnOrder, nil: return
    }
  }

  /// A ledger entry comes, or goes: what is left of it is balance, and its sales are sales (DH-1).
  mutating func take(
    remaining: Value, sales: Value, of customer: Value, _ sign: Int64
  ) throws {
    let number = customer.blankText
    guard !number.isEmpty else { return }
    try customers[number, default: CustomerSums()].add(
      .balance, remaining.decimal ?? .zero, sign)
    try customers[number, default: CustomerSums()].add(.sales, sales.decimal ?? .zero, sign)
  }

  mutating func take(quantity: Value, ofItem item: Value, _ sign: Int64) throws {
    let number = item.blankText
    guard !number.isEmpty, let quantity = quantity.decimal, quantity != 0 else { return }
    let old = stocks[number] ?? .zero
    stocks[number] = sign < 0 ? try old - quantity : try old + quantity
  }
}

extension WriteSession {
  /// Adds what changed to the figures of customers and items, which count as changed.
  func writeFigures() throws {
    guard !figures.isEmpty else { return }
    let changes = figures
    figures.clear()
    for (number, change) in changes.customers.sorted(by: { $0.key < $1.key })
    where !change.isZero {
      try add(
        CustomerSums.Figure.allCases.map { ($0.name, change[$0]) }, to: "Customer", number)
    }
    for (number, quantity) in changes.stocks.sorted(by: { $0.key < $1.key }) where quantity != 0 {
      try add([("Inventory", quantity)], to: "Item", number)
    }
  }

  private func add(
    _ changes: [(field: String, amount: DecimalValue)], to name: String, _ number: String
  ) throws {
    guard let table = schema[name] else { return }
    let columns = changes.compactMap { change in
      table.column(change.field).map { (column: table.columns[$0], amount: change.amount) }
    }
    let reading = ReadColumns(columns.map(\.column), on: .bc, after: 1)
    let select = try RowStatement(
      "SELECT t.\"$id\", \(reading.sql) FROM \(table.sqlName) t"
        + " WHERE t.\"$company\" = \(company) AND t.\"No.\" = ?1", on: db)
    select.bind(number, at: 1)
    guard try select.step() else { return select.reset() }
    let row = StatementRow(select, reading, RowDamage())
    let old = columns.indices.map { row.decimal($0) ?? .zero }
    let id = try StatementRow.id(select.handle, 0)
    select.reset()
    let sets = columns.enumerated().map { "\($1.column.column) = ?\($0 + 2)" }
    let update = try RowStatement(
      "UPDATE \(table.sqlName) SET \(sets.joined(separator: ", ")) WHERE \"$id\" = ?1", on: db)
    update.bind(id, at: 1)
    for index in columns.indices {
      update.bind(.decimal(try old[index] + columns[index].amount), at: Int32(index + 2))
    }
    try update.run()
    touched[name, default: []].insert(id)
  }
}
