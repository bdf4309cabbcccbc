import MapRuntime

/// A quote, an order or an invoice with its lines, of which the fields are known that Sales handles.
struct SalesDocument {
  struct Line {
    var row: FieldRow<SalesLineField>
    /// Whether it is not in the database yet, or came there with this write.
    var isNew = false
    /// Whether its volume discount is looked up (SA-8).
    var isDiscountOpen = false
    /// Whether it has no product, so that its price is its own.
    var isWriteIn: Bool { row[.productid].isEmpty }
  }

  let tables: SalesTables
  var header: FieldRow<SalesHeaderField>
  /// In the order of their sequence numbers.
  var lines: [Line]
  /// Whether its currency is another one than before, so that its rate is too.
  var isCurrencyNew = false

  var id: Guid { header.id }

  /// The state that it is in.
  var state: StatesDescription.State? { tables.state(header[.statecode]) }

  /// Whether it is an order that was submitted.
  var isSubmitted: Bool { tables.kind == .order && state?.value == 1 }
}

extension WriteSession {
  /// A document as the database has it; nil where there is none.
  func salesDocument(_ tables: SalesTables, _ id: Guid) throws -> SalesDocument? {
    guard let header = try salesHeader(tables, id) else { return nil }
    return SalesDocument(tables: tables, header: header, lines: try salesLines(tables, of: id))
  }

  func salesHeader(
    _ tables: SalesTables, _ id: Guid
  ) throws -> FieldRow<SalesHeaderField>? {
    try salesRows(tables.header, where: "\"$id\"", id).first
  }

  func salesLines(_ tables: SalesTables, of id: Guid) throws -> [SalesDocument.Line] {
    guard let lines = tables.lines else { return [] }
    let column = lines.table.columns[lines.header].column
    let order = lines.places.has(.sequencenumber) ? "t.\"sequencenumber\", " : ""
    return try salesRows(lines.places, where: column, id, order: "\(order)t.rowid").map {
      SalesDocument.Line(row: $0)
    }
  }

  private func salesRows<Field>(
    _ places: FieldPlaces<Field>, where column: String, _ id: Guid, order: String = "t.rowid"
  ) throws -> [FieldRow<Field>] {
    let fields = places.reading.sql.isEmpty ? "" : ", " + places.reading.sql
    let select = try RowStatement(
      "SELECT t.\"$id\"\(fields) FROM \(places.table.sqlName) t WHERE t.\(column) = ?1"
        + " ORDER BY \(order)", on: db)
    select.bind(id, at: 1)
    defer { select.reset() }
    var rows: [FieldRow<Field>] = []
    // What is damaged is read as nothing, so that giving it a value again mends it.
    let values = StatementRow(select, places.reading, RowDamage())
    while try select.step() {
      var row = FieldRow<Field>(try StatementRow.id(select.handle, 0))
      for (place, field) in places.present.enumerated() {
        row.take(places.reading.layouts[place].value(values, place), field)
      }
      rows.append(row)
    }
    return rows
  }

  /// Writes what changed of a document that is in the database.
  func save(_ document: SalesDocument) throws {
    try save(document.header, document.tables.header)
    guard let lines = document.tables.lines else { return }
    for line in document.lines { try save(line.row, lines.places) }
  }

  /// Writes the fields of a row that changed, as the system's own logic does on behalf of the author:
  /// what follows from the integration's write is the integration's too.
  func save<Field>(_ row: FieldRow<Field>, _ places: FieldPlaces<Field>) throws {
    let fields = row.changed.filter(places.holds)
    guard !fields.isEmpty else { return }
    let sets = fields.enumerated().map { "\(SQLName.quoted($1.name)) = ?\($0 + 4)" }
    let ours = author == .integration ? ", \"$ours\" = ?2" : ""
    let dependents = schema.dependents(of: places.table.name)
    let before = dependents.isEmpty ? nil : try values(of: places.table, row.id)
    let update = try RowStatement(
      "UPDATE \(places.table.sqlName) SET \"$version\" = ?2, \"$modified\" = ?3\(ours), "
        + sets.joined(separator: ", ") + " WHERE \"$id\" = ?1", on: db)
    update.bind(row.id, at: 1)
    update.bind(nextVersion(), at: 2)
    update.bind(now.milliseconds, at: 3)
    for (place, field) in fields.enumerated() { update.bind(row[field], at: Int32(place + 4)) }
    try update.run()
    if let before {
      try apply([ChangesOfJoined()], .changed, places.table, row.id, before: before)
    }
  }
}
