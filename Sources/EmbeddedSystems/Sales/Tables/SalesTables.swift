import MapRuntime

/// What a Sales document is.
enum SalesKind: String, CaseIterable, Sendable {
  case quote
  case order = "salesorder"
  case invoice
}

/// The tables of one kind of Sales document.
struct SalesTables: Sendable {
  let kind: SalesKind
  let header: FieldPlaces<SalesHeaderField>
  let states: StatesDescription?
  let lines: Lines?

  /// The table of the lines, and its column that says the header.
  struct Lines: Sendable {
    let places: FieldPlaces<SalesLineField>
    let headerField: String
    let header: Int
    /// What Sales works out of a line.
    let worked: [Int]
    var table: TableLayout { places.table }
  }

  init?(_ kind: SalesKind, among layouts: [TableLayout]) {
    guard let header = layouts.first(where: { $0.name == kind.rawValue }) else { return nil }
    self.kind = kind
    self.header = FieldPlaces(header)
    states = header.description.states
    let lines = layouts.first { layout in
      layout.side == .sales && layout.description.parent?.table == header.name
        && layout.name == header.name + "detail"
    }
    self.lines = lines.flatMap { lines in
      guard let field = lines.description.parent?.by.first?.own, let column = lines.column(field)
      else { return nil }
      let places = FieldPlaces<SalesLineField>(lines)
      return Lines(
        places: places, headerField: field, header: column, worked: places.held + [column])
    }
  }

  /// Whether lines and header have what Sales computes.
  var computes: Bool {
    header.holds(.totalamount) || lines?.places.holds(.baseamount) == true
  }

  func state(_ value: Value) -> StatesDescription.State? { states?.state(value) }
}

/// All documents of Sales, by the tables of their headers and lines.
struct SalesSchema: Sendable {
  private let byTable: [String: SalesTables]
  private let byKind: [SalesKind: SalesTables]

  init(_ side: Side, _ layouts: [TableLayout]) {
    var tables: [String: SalesTables] = [:]
    var kinds: [SalesKind: SalesTables] = [:]
    for kind in side == .sales ? SalesKind.allCases : [] {
      guard let found = SalesTables(kind, among: layouts) else { continue }
      kinds[kind] = found
      tables[kind.rawValue] = found
      if let lines = found.lines { tables[lines.table.name] = found }
    }
    byTable = tables
    byKind = kinds
  }

  subscript(table: String) -> SalesTables? { byTable[table] }

  subscript(kind: SalesKind) -> SalesTables? { byKind[kind] }
}

extension SalesTables {
  /// The fields by which records of a table are looked for: lines by their header, notes and posts by
  /// what they are about, orders by their quote, documents by their number.
  static func sought(in table: TableLayout) -> [String] {
    guard table.side == .sales else { return [] }
    var fields = table.numberedColumns.map { table.columns[$0].name }
    if hasLines(table), let header = table.description.parent?.by.first?.own {
      fields.append(header)
    }
    let others = [
      "annotation": "objectid", "post": "regardingobjectid", "salesorder": "quoteid",
      "discount": "discounttypeid",
    ]
    if let other = others[table.name] { fields.append(other) }
    return fields.filter { table.column($0) != nil }
  }
}
