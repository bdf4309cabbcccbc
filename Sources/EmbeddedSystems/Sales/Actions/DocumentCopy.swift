import MapRuntime

extension WriteSession {
  /// What a copy of a document does not take over: what says its own state, time, number and rate.
  private static let own: Set = [
    "statecode", "statuscode", "quotenumber", "ordernumber", "invoicenumber", "revisionnumber",
    "submitdate", "submitstatus", "submitstatusdescription", "lastbackofficesubmit",
    "datefulfilled", "closedon", "ispricelocked", "exchangerate", "createdby", "createdonbehalfby",
    "modifiedonbehalfby", "overriddencreatedon", "importsequencenumber",
  ]

  /// Makes a document of the fields and lines of another, as far as its tables have them.
  /// - Parameters:
  ///   - fields: what the new header has besides.
  ///   - lineField: the field of a new line that refers to the old one.
  /// - Returns: the new document.
  /// - Throws: `Refusal`, where there is no such document.
  func copy(
    _ kind: SalesKind, _ id: Guid, to target: SalesKind, with fields: [String: Value],
    lineField: String? = nil
  ) throws -> Guid {
    guard let from = schema.sales[kind], let to = schema.sales[target] else {
      throw Refusal("Sales has no table '\(target.rawValue)'")
    }
    guard let header = try values(of: from.header.table, id) else {
      throw Refusal("there is no \(kind.rawValue) \(id)")
    }
    let copy = system.newID()
    let content = DocumentContent(
      record(
        copy, to.header.table,
        taken(header, from.header.table, to.header.table).merging(fields) { $1 }),
      lines: try copiedLines(of: id, from, to, lineField), isNew: true)
    switch try acting(as: .system, { try writeSalesDocument(content) }) {
    case .written: return copy
    case .refused(let sentence): throw Refusal(sentence)
    case .stale, .missing: throw Refusal("there is no \(kind.rawValue) \(id)")
    }
  }

  private func copiedLines(
    of id: Guid, _ from: SalesTables, _ to: SalesTables, _ lineField: String?
  ) throws -> [DocumentLine<ValuesContent>] {
    guard let old = from.lines, let new = to.lines else { return [] }
    return try salesLines(from, of: id).compactMap { line in
      guard let values = try values(of: old.table, line.row.id) else { return nil }
      var fields = taken(values, old.table, new.table)
      fields[old.headerField] = nil
      if let lineField, new.table.column(lineField) != nil {
        fields[lineField] = .lookup(Lookup(table: old.table.name, id: line.row.id))
      }
      return DocumentLine(record(system.newID(), new.table, fields))
    }
  }

  /// The fields of a row that another table has too.
  private func taken(
    _ values: [Value], _ from: TableLayout, _ to: TableLayout
  ) -> [String: Value] {
    var fields: [String: Value] = [:]
    for (column, value) in zip(from.columns, values) where !value.isEmpty {
      guard column.isStored, !Self.own.contains(column.name),
        let other = to.column(column.name).map({ to.columns[$0] }), other.isStored,
        other.field.type == column.field.type
      else { continue }
      fields[column.name] = value
    }
    return fields
  }

  private func record(
    _ id: Guid, _ table: TableLayout, _ fields: [String: Value]
  ) -> DocumentRecord<ValuesContent> {
    let (plan, content) = system.plan(table, fields, isNew: true, by: .system)
    return DocumentRecord(id, plan, content)
  }
}
