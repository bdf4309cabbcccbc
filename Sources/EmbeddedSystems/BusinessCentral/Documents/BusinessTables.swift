import MapRuntime

/// The tables of Business Central's sales documents, with what copies from one to the other.
struct BusinessTables: Sendable {
  let headers: BusinessTable<HeaderField>
  let lines: BusinessTable<LineField>
  let copies: [Copy: CopiedFields]

  /// From which table to which fields of the same name are copied.
  struct Copy: Hashable, Sendable {
    let from: String
    let to: String
  }

  static let headerName = "Sales Header"
  static let lineName = "Sales Line"

  /// The fields by which documents find rows of other tables.
  static let sought = [
    "Detailed Cust. Ledg. Entry": ["Cust. Ledger Entry No."],
    "Cust. Ledger Entry": ["Document No."], "Record Link": ["Record ID"],
    "Currency Exchange Rate": ["Currency Code"],
  ]

  /// Nil where a table is missing or lacks a field that documents need.
  init?(_ tables: [String: TableLayout]) {
    guard let headers = BusinessTable<HeaderField>(tables[Self.headerName], among: tables),
      let lines = BusinessTable<LineField>(tables[Self.lineName], among: tables)
    else { return nil }
    self.headers = headers
    self.lines = lines
    let pairs = [
      (Self.headerName, "Sales Header Archive"), (Self.lineName, "Sales Line Archive"),
      (Self.headerName, "Sales Shipment Header"), (Self.lineName, "Sales Shipment Line"),
      (Self.headerName, "Sales Invoice Header"), (Self.lineName, "Sales Invoice Line"),
      (Self.headerName, Self.headerName), (Self.lineName, Self.lineName),
      ("Sales Invoice Header", "Sales Cr.Memo Header"),
      ("Sales Invoice Line", "Sales Cr.Memo Line"),
      ("Sales Invoice Header", Self.headerName), ("Sales Invoice Line", Self.lineName),
    ]
    var copies: [Copy: CopiedFields] = [:]
    for (from, to) in pairs {
      guard let source = tables[from], let target = tables[to] else { continue }
      copies[Copy(from: from, to: to)] = CopiedFields(from: source, to: target)
    }
    self.copies = copies
  }

  /// Whether rows of a table are headers or lines of documents.
  func has(_ table: TableLayout) -> Bool {
    table.name == Self.headerName || table.name == Self.lineName
  }
}

extension SystemSchema {
  /// Whether a field of a line is its document's to say: a line that is written with its document
  /// need not know its number.
  func isSaidByDocument(_ field: String, of table: TableLayout) -> Bool {
    business != nil && table.name == BusinessTables.lineName
      && table.description.parent?.by.contains { $0.own == field } == true
  }
}

/// The fields that two tables have in common, which BC copies from the one to the other.
struct CopiedFields: Sendable {
  let target: TableLayout
  private let pairs: [(from: Int, to: Int)]

  init(from source: TableLayout, to target: TableLayout) {
    self.target = target
    pairs = source.columns.enumerated().compactMap { from, column in
      guard column.isStored, let to = target.column(column.name), target.columns[to].isStored
      else { return nil }
      return (from, to)
    }
  }

  /// A row of the target with the values of the source.
  func copy(_ values: [Value]) -> NamedRow {
    var row = NamedRow(target)
    for pair in pairs { row.values[pair.to] = values[pair.from] }
    return row
  }
}

/// A row by the names of its fields, for tables that documents only fill.
struct NamedRow {
  let table: TableLayout
  var values: [Value]

  init(_ table: TableLayout) {
    self.table = table
    values = Array(repeating: .empty, count: table.columns.count)
  }

  /// A field that the table does not have is nothing.
  subscript(field: String) -> Value {
    get { table.column(field).map { values[$0] } ?? .empty }
    set { if let column = table.column(field) { values[column] = newValue } }
  }
}
