import MapRuntime

/// The rows of one table that belong to the records of a page, by the values that name them.
final class FoundRows<Row: TableRecord>: Sendable {
  private let rows: [[Value]: [Row]]

  init(_ rows: [[Value]: [Row]]) { self.rows = rows }

  subscript(key: [Value]) -> [Row] { rows[key] ?? [] }
}

extension FoundRows: FoundTable {
  func count(_ key: [Value]) -> Int { rows[key]?.count ?? 0 }
}

/// Found rows of whichever table.
protocol FoundTable: Sendable {
  func count(_ key: [Value]) -> Int
}
