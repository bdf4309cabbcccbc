import MapRuntime

/// A row as Business Central has filled it, before it is written.
public struct FilledRow {
  private let id: Guid
  private let table: TableLayout
  private let joins: [JoinByKey?]
  /// By column of the table.
  private let values: [Value]
  private let isNew: Bool
  private let company: CompanyData

  init<Field>(_ row: BusinessRow<Field>, _ company: CompanyData) {
    id = row.id
    table = row.table.layout
    joins = row.table.joins
    values = row.values
    isNew = row.isNew
    self.company = company
  }

  /// The record that would be read if the row was written.
  /// - Parameter columns: the table's columns for each of the record's.
  public func record<Record: TableRecord>(_ columns: [Int]) throws -> Record {
    Record(reading: RecordValues(try columns.map(value)))
  }

  private func value(ofColumn index: Int) throws -> Value {
    let column = table.columns[index]
    switch column.storage {
    case .stored, .storedWithTable:
      let value = values[index]
      if isNew, value.isEmpty, case .value(let standard) = column.field.default { return standard }
      return value
    case .system("$id"): return .guid(id)
    case .system: return .dateTime(company.session.now)
    case .joined: return try company.joined(column, joins[index], of: values, in: table)
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

/// Looks at a document of BC that the system has filled, before it is written. What it throws is
/// thrown, and nothing of the document stays.
public struct DocumentReview<Header: RowContent> {
  /// Looks at the header before it has lines: gives the one that is assigned instead, or nil where it
  /// is as it is wanted.
  let header: (FilledRow) throws -> DocumentRecord<Header>?
  /// Looks at header and lines, before freight and invoice discount come.
  let whole: (_ header: FilledRow, _ lines: [FilledRow]) throws -> Void

  public init(
    header: @escaping (FilledRow) throws -> DocumentRecord<Header>?,
    whole: @escaping (_ header: FilledRow, _ lines: [FilledRow]) throws -> Void
  ) {
    self.header = header
    self.whole = whole
  }
}
