import MapRuntime

/// The rows of one table that belong to the records of a page, by the values that name them.
final class FoundRows<Row: TableRecord>: Sendable {
  private let rows: [[Value]: [Row]]
  /// Why rows cannot be read, by the same values.
  private let damages: [[Value]: String]

  init(_ rows: [[Value]: [Row]], damages: [[Value]: String] = [:]) {
    self.rows = rows
    self.damages = damages
  }

  subscript(key: [Value]) -> [Row] { rows[key] ?? [] }
}

extension FoundRows: FoundTable {
  func count(_ key: [Value]) -> Int { rows[key]?.count ?? 0 }

  func damage(_ key: [Value]) -> String? { damages[key] }
}

/// Found rows of whichever table.
protocol FoundTable: Sendable {
  func count(_ key: [Value]) -> Int
  /// Why one of the rows cannot be read.
  func damage(_ key: [Value]) -> String?
}
