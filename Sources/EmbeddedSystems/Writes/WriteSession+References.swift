import GRDB
import MapRuntime

extension WriteSession {
  /// Whether what a column refers to is there; asked once a transaction.
  func exists(_ reference: RowScratch.Reference, _ column: WriteColumn) throws -> Bool {
    switch reference {
    case .id(let lookup): try exists(.guid(lookup.id), in: lookup.table)
    case .option(let option): try exists(.guid(Guid(option: option)), in: column.openOptions ?? "")
    case .code(let code):
      try column.references.contains { try exists(.text(code), in: $0) }
    }
  }

  /// Whether there is a record of an id, or of a key of one code.
  func exists(_ value: Value, in name: String) throws -> Bool {
    if known[name]?.contains(value) == true { return true }
    guard let table = schema[name] else { return true }
    let column = table.key.first.map { table.columns[$0].column } ?? "\"$id\""
    let company = table.hasCompanies ? " AND \"$company\" = \(self.company)" : ""
    let find = try RowStatement(
      "SELECT 1 FROM \(table.sqlName) WHERE \(column) = ?1\(company)", on: db)
    find.bind(value, at: 1)
    defer { find.reset() }
    guard try find.step() else { return false }
    known[name, default: []].insert(value)
    return true
  }

  func missing(_ reference: RowScratch.Reference, _ column: WriteColumn) -> String {
    switch reference {
    case .id(let lookup): "refers to a record of \(lookup.table) that is gone"
    case .option(let option): "has no option \(option)"
    case .code(let code):
      "refers to \(column.references.joined(separator: " or ")) '\(code)', which does not exist"
    }
  }
}
