import GRDB
import GRDBSQLite
import MapRuntime

/// All that a row holds, as it is written.
private struct WholeRow: RowContent {
  let values: [Value]
  /// The column of the table for each of the record.
  let columns: [Int]
  /// What the statement holds of the row before, so that only what differs is bound; nil where it
  /// holds nothing.
  let held: [Value]?

  func write(to row: inout some RecordWriter) {
    for (place, column) in columns.enumerated() { write(values[column], place, to: &row) }
  }

  func writeUnheld(to row: inout some RecordWriter) {
    guard let held else { return write(to: &row) }
    for (place, column) in columns.enumerated() where held[column] != values[column] {
      write(values[column], place, to: &row)
    }
  }

  private func write(_ value: Value, _ place: Int, to row: inout some RecordWriter) {
    switch value {
    case .empty: row.write(nil as String?, place)
    case .text(let text): row.write(text, place)
    case .integer(let number): row.write(number, place)
    case .decimal(let number): row.write(number, place)
    case .boolean(let truth): row.write(truth, place)
    case .date(let date): row.write(date, place)
    case .dateTime(let moment): row.write(moment, place)
    case .guid(let id): row.write(id, place)
    case .option(let option): row.write(option, place)
    case .lookup(let lookup): row.write(lookup, place)
    }
  }
}

/// A statement that writes whole rows, and what it holds of the row that it wrote last.
final class WholeStatement {
  fileprivate let statement: RowStatement
  fileprivate let kept: KeptBindings
  fileprivate var held: [Value]?

  fileprivate init(_ statement: RowStatement) {
    self.statement = statement
    kept = KeptBindings(of: statement)
  }

  // Nothing refers to what it kept any more.
  deinit { sqlite3_clear_bindings(statement.handle) }
}

/// Rows of documents and entries, read and written whole.
extension WriteSession {
  /// The document of a header's id; nil where there is none.
  func document(_ id: Guid, _ tables: BusinessTables) throws -> BusinessDocument? {
    let headers = try rows(of: tables.headers, where: "\"$id\" = ?1", [.guid(id)])
    return try headers.first.map { try document($0, tables) }
  }

  /// The document of a type and a number.
  func document(
    _ type: Value, _ number: Value, _ tables: BusinessTables
  ) throws -> BusinessDocument? {
    let headers = try rows(
      of: tables.headers, where: "\"Document Type\" = ?1 AND \"No.\" = ?2", [type, number])
    return try headers.first.map { try document($0, tables) }
  }

  private func document(
    _ header: BusinessRow<HeaderField>, _ tables: BusinessTables
  ) throws -> BusinessDocument {
    let lines = try rows(
      of: tables.lines, where: "\"Document Type\" = ?1 AND \"Document No.\" = ?2",
      [header[.documentType], header[.number]], order: "\"Line No.\"")
    return try BusinessDocument(
      header, lines, tables: tables, company: CompanyData(session: self),
      isTyped: author == .person)
  }

  /// Rows of this company, with their ids and versions.
  private func rows<Field: BusinessField>(
    of table: BusinessTable<Field>, where test: String, _ values: [Value],
    order: String = "\"$id\""
  ) throws -> [BusinessRow<Field>] {
    let columns = system.columns(of: table.layout)
    let select = try RowStatement(
      "SELECT \(columns.sql), t.\"$version\", t.\"$id\" FROM \(table.layout.sqlName) t"
        + " WHERE \"$company\" = \(company) AND \(test) ORDER BY \(order)", on: db)
    for (place, value) in values.enumerated() { select.bind(value, at: Int32(place + 1)) }
    defer { select.reset() }
    var rows: [BusinessRow<Field>] = []
    let place = Int32(table.layout.columns.count)
    let damage = RowDamage()
    while try select.step() {
      let values = table.layout.values(StatementRow(select, columns, damage))
      if let sentence = damage.taken() { throw Refusal("\(table.layout.name): \(sentence)") }
      rows.append(
        BusinessRow(
          try StatementRow.id(select.handle, place + 1),
          version: sqlite3_column_int64(select.handle, place), values, in: table))
    }
    return rows
  }

  /// Writes what changed of a document, and tells who reads from it.
  /// - Parameter adjust: what is said of the rows after all is counted.
  func save(
    _ document: inout BusinessDocument, adjust: (inout BusinessDocument) -> Void = { _ in }
  ) throws {
    try document.settle()
    adjust(&document)
    for line in document.deleted {
      _ = try deleteRow(line.id, from: line.table.layout)
      try figures.take(line, -1, .stored)
    }
    if !document.deleted.isEmpty {
      try touch(document.deleted.map { $0.values }, document.tables.lines.layout)
      document.forgetDeleted()
    }
    var touched: [[Value]] = []
    for index in document.lines.indices where document.lines[index].isChanged {
      let line = document.lines[index]
      let version = try write(line)
      if !line.isNew { try figures.take(line, -1, .stored) }
      try figures.take(line, 1, .current)
      if let stored = line.stored { touched.append(stored) }
      touched.append(line.values)
      document.wasWritten(index, version)
    }
    try touch(touched, document.tables.lines.layout)
    guard document.header.isChanged else { return }
    let version = try write(document.header)
    try touch(
      [document.header.stored, document.header.values].compactMap { $0 },
      document.tables.headers.layout)
    document.header.wasWritten(version)
  }

  /// Deletes a document with all that is stored of it, whatever its state.
  /// - Parameter isInvoiced: Whether everything of it was invoiced, which is kept of one that is gone.
  func remove(_ document: BusinessDocument, isInvoiced: Bool) throws {
    for line in document.lines {
      _ = try deleteRow(line.id, from: line.table.layout)
      try figures.take(line, -1, .stored)
    }
    try touch(document.lines.map(\.values), document.tables.lines.layout)
    _ = try deleteRow(document.header.id, from: document.tables.headers.layout)
    try touch([document.header.values], document.tables.headers.layout)
    try deleteNotes(of: document.header.id)
    if isInvoiced {
      let note = try RowStatement("INSERT OR IGNORE INTO \"$invoiced\" VALUES (?1)", on: db)
      note.bind(document.header.id, at: 1)
      try note.run()
    }
    forgetKeys()
  }

  private func write<Field>(_ row: BusinessRow<Field>) throws -> Int64 {
    try write(row.values, row.id, in: row.table.layout, isNew: row.isNew)
  }

  /// Writes all that a row holds.
  func write(
    _ values: [Value], _ id: Guid, in table: TableLayout, isNew: Bool
  ) throws -> Int64 {
    let plan = system.wholePlan(table, isNew: isNew, by: author)
    let statement = try wholeStatement(plan)
    let content = WholeRow(values: values, columns: plan.places, held: statement.held)
    // Until it is written, the statement may hold a part of it.
    statement.held = nil
    let outcome =
      isNew
      ? try insertRow(plan, statement.statement, id, nil, content, kept: statement.kept)
      : try updateRow(plan, statement.statement, id, nil, nil, content, kept: statement.kept)
    statement.held = values
    guard case .written(_, let version) = outcome else {
      throw Refusal("\(table.name): the record is not there any more")
    }
    return version
  }

  /// The statement of a plan, found once in a transaction. It is nobody else's, as others would find
  /// what it holds, and leave what it does not know of.
  private func wholeStatement(_ plan: WritePlan) throws -> WholeStatement {
    if let known = wholeStatements[ObjectIdentifier(plan)] { return known }
    let statement = WholeStatement(try RowStatement(plan.sql + " /* whole rows */", on: db))
    wholeStatements[ObjectIdentifier(plan)] = statement
    return statement
  }

  /// Adds a row of a table that documents only fill.
  func add(_ row: NamedRow, id: Guid) throws {
    _ = try write(row.values, id, in: row.table, isNew: true)
    try touch([row.values], row.table)
  }

  /// Records that read rows of a table count as changed, each once.
  func touch(_ rows: [[Value]], _ table: TableLayout) throws {
    let dependents = schema.dependents(of: table.name)
    try beginDays(dependents)
    for dependent in dependents {
      var seen: [[Value]] = []
      for row in rows {
        let key = dependent.pairs.map { row[$0.theirs] }
        guard !seen.contains(key) else { continue }
        seen.append(key)
        try touch(dependent, of: row)
      }
    }
  }

  /// The highest number of a field of this company's rows; 0 where there are none.
  func last(_ field: String, of table: TableLayout) throws -> Int64 {
    let select = try RowStatement(
      "SELECT ifnull(max(\(SQLName.quoted(field))), 0) FROM \(table.sqlName)"
        + " WHERE \"$company\" = \(company)", on: db)
    defer { select.reset() }
    return try select.step() ? sqlite3_column_int64(select.handle, 0) : 0
  }
}

extension EmbeddedSystem {
  /// How all that rows of a table hold is written.
  func wholePlan(_ table: TableLayout, isNew: Bool, by author: Author) -> WritePlan {
    plans.plan(.whole(table.name, isNew: isNew, author)) {
      let names = table.columns.filter(\.isStored).map(\.name)
      let all = names.map { _ in true }
      return WritePlan(
        table, names, written: all, validated: names.map { _ in false }, isNew: isNew,
        stampsCompany: false, author: author, schema: schema, isWhole: true)
    }
  }
}
