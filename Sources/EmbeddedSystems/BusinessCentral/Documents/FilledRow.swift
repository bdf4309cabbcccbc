import MapRuntime

/// A row as Business Central has filled it, before it is written.
public struct FilledRow {
  private let id: Guid
  private let table: TableLayout
  /// By column of the table.
  private let values: [Value]
  private let isNew: Bool
  private let company: CompanyData

  init<Field>(_ row: BusinessRow<Field>, _ company: CompanyData) {
    id = row.id
    table = row.table.layout
    values = row.values
    isNew = row.isNew
    self.company = company
  }

  /// The record that would be read if the row was written.
  /// - Parameter places: where the record's columns are in the table.
  public func record<Record: TableRecord>(_ places: [Int]) throws -> Record {
    Record(reading: RecordValues(try places.map(value)))
  }

  private func value(_ place: Int) throws -> Value {
    let column = table.columns[place]
    switch column.storage {
    case .stored, .storedWithTable:
      let value = values[place]
      if isNew, value.isEmpty, case .value(let standard) = column.field.default { return standard }
      return value
    case .system("$id"): return .guid(id)
    case .system: return .dateTime(company.session.now)
    case .joined: return try company.joined(column, of: values, in: table)
    }
  }
}

extension BusinessDocument {
  /// The header as it stands.
  var filledHeader: FilledRow { FilledRow(header, company) }

  /// Some of the lines as they stand; those that are not there are left out.
  func filledLines(_ ids: [Guid]) -> [FilledRow] {
    var places: [Guid: Index] = [:]
    for index in lines.indices { places[lines[index].id] = index }
    return ids.compactMap { id in places[id].map { FilledRow(lines[$0], company) } }
  }
}
