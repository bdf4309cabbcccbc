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
  /// Of a line, the header of its document, which is not written either.
  private let header: (table: TableLayout, values: [Value])?

  init<Field>(
    _ row: BusinessRow<Field>, of header: BusinessRow<HeaderField>? = nil, _ company: CompanyData
  ) {
    self.header = header.map { ($0.table.layout, $0.values) }
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
    case .joined:
      if let shown = ofHeader(column) { return shown }
      return try company.joined(column, joins[index], of: values, in: table)
    }
  }

  /// What a line shows of its own header; nil of anything else.
  private func ofHeader(_ column: ColumnLayout) -> Value? {
    guard let header, let join = column.field.join, join.table == header.table.name,
      let parent = table.description.parent, parent.table == join.table,
      Set(join.on.map(\.own)) == Set(parent.by.map(\.own)),
      let shown = header.table.column(join.field)
    else { return nil }
    let value = header.values[shown]
    return value.isEmpty ? column.field.type.blank : value
  }
}

extension BusinessDocument {
  /// The header as it stands.
  var filledHeader: FilledRow { FilledRow(header, company) }

  /// Some of the lines as they stand; those that are not there are left out.
  func filledLines(_ ids: [Guid]) -> [FilledRow] {
    var places: [Guid: Index] = [:]
    for index in lines.indices { places[lines[index].id] = index }
    return ids.compactMap { id in places[id].map { FilledRow(lines[$0], of: header, company) } }
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
