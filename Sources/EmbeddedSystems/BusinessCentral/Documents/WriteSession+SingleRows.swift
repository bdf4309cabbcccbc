import GRDB
import MapRuntime

/// Headers and lines that somebody writes one by one go through their documents too.
extension WriteSession {
  func insert(
    validated plan: WritePlan, _ id: Guid, _ content: some RowContent, _ tables: BusinessTables
  ) throws -> WriteOutcome {
    try guarded(true) {
      let values = try checked(plan, content)
      if plan.table.name == BusinessTables.headerName {
        var document = try newDocument(id, plan, values, tables)
        try save(&document)
        return .written(id: id, version: document.header.version)
      }
      var document = try documentOfLine(plan, values, tables)
      let index = try addLine(id, plan, values, to: &document)
      let line = document.lines[index].id
      try save(&document)
      return .written(id: id, version: version(of: line, in: document))
    }
  }

  func update(
    validated plan: WritePlan, _ id: Guid, _ expected: Int64?, _ content: some RowContent,
    _ tables: BusinessTables
  ) throws -> WriteOutcome {
    try guarded(true) {
      let values = try checked(plan, content)
      if plan.table.name == BusinessTables.headerName {
        guard var document = try document(id, tables) else { return .missing }
        if let expected, document.header.version != expected { return .stale }
        try assign(plan, values, to: &document)
        try save(&document)
        return .written(id: id, version: try currentVersion(plan.table, id))
      }
      guard let row = try self.values(of: plan.table, id),
        var document = try document(
          row[tables.lines.column(.documentType)], row[tables.lines.column(.documentNumber)],
          tables),
        let index = document.lines.firstIndex(where: { $0.id == id })
      else { return .missing }
      if let expected, document.lines[index].version != expected { return .stale }
      for column in plan.order where plan.places[column] >= 0 {
        try document.assign(
          plan.places[column], normalized(values[column], plan, column), at: index)
      }
      try save(&document)
      return .written(id: id, version: version(of: id, in: document))
    }
  }

  func delete(
    validated id: Guid, from table: TableLayout, _ tables: BusinessTables
  ) throws -> WriteOutcome {
    try guarded(true) {
      if table.name == BusinessTables.headerName {
        guard let document = try document(id, tables) else { return .missing }
        try deleteByHand(document)
        return .written(id: id, version: version)
      }
      guard let row = try values(of: table, id),
        var document = try document(
          row[tables.lines.column(.documentType)], row[tables.lines.column(.documentNumber)],
          tables),
        let index = document.lines.firstIndex(where: { $0.id == id })
      else {
        // A line that lost its document.
        return .written(id: id, version: try deleteRow(id, from: table))
      }
      try document.removeLine(at: index)
      try save(&document)
      forgetKeys()
      return .written(id: id, version: version)
    }
  }

  private func version(of line: Guid, in document: BusinessDocument) -> Int64 {
    document.lines.first { $0.id == line }?.version ?? version
  }

  /// The values of a record, once every one of them passed its field's checks.
  func checked(_ plan: WritePlan, _ content: some RowContent) throws -> RecordValues {
    try bind(plan, nil, content)
    var values = plan.blank
    content.write(to: &values)
    return values
  }

  /// A value as its field holds it.
  func normalized(_ value: Value, _ plan: WritePlan, _ column: Int) -> Value {
    switch (value, plan.table.columns[plan.places[column]].field.type) {
    case (.text(let text), .code): .of(text: Code.normalized(text))
    case (.integer(let number), .decimal): .decimal(DecimalValue(number))
    default: value
    }
  }

  private func value(_ field: String, _ plan: WritePlan, _ values: RecordValues) -> Value {
    guard let place = plan.table.column(field), let column = plan.places.firstIndex(of: place)
    else { return .empty }
    return normalized(values[column], plan, column)
  }

  /// A new header with its number; its lines come next.
  private func newDocument(
    _ id: Guid, _ plan: WritePlan, _ values: RecordValues, _ tables: BusinessTables
  ) throws -> BusinessDocument {
    var document = try beginDocument(id, plan, values, tables)
    try assign(plan, values, to: &document)
    try number(&document)
    return document
  }

  /// A new header of the type that a record says, to which nothing is assigned yet.
  func beginDocument(
    _ id: Guid, _ plan: WritePlan, _ values: RecordValues, _ tables: BusinessTables
  ) throws -> BusinessDocument {
    let option = value("Document Type", plan, values).option?.rawValue ?? 0
    guard let type = DocumentType(rawValue: option) else {
      throw Refusal("'Sales Header' has no document type \(option)")
    }
    return try BusinessDocument.new(
      id, type, tables: tables, company: CompanyData(session: self), isTyped: author == .person)
  }

  /// The number of a new header: its own, where one was assigned, or the next one.
  func number(_ document: inout BusinessDocument) throws {
    let own = document.number
    let numbered = NumberedDocument(document.type)
    if own.isEmpty {
      let date = document.header.date(.orderDate) ?? now.date
      let (type, tables) = (document.type, document.tables)
      let number = try draw(numbered, on: date) { number in try isTaken(number, type, tables) }
      document.take(number: number)
    } else {
      try checkOwnNumber(own, numbered)
      document.take(number: own)
    }
    try takeOccurrence(&document)
  }

  private func isTaken(
    _ number: String, _ type: DocumentType, _ tables: BusinessTables
  ) throws -> Bool {
    let find = try RowStatement(
      "SELECT 1 FROM \(tables.headers.layout.sqlName) WHERE \"$company\" = \(company)"
        + " AND \"Document Type\" = ?1 AND \"No.\" = ?2", on: db)
    find.bind(Int64(type.rawValue), at: 1)
    find.bind(number, at: 2)
    defer { find.reset() }
    return try find.step()
  }

  func assign(
    _ plan: WritePlan, _ values: RecordValues, to document: inout BusinessDocument
  ) throws {
    for column in plan.order where plan.places[column] >= 0 {
      try document.assign(plan.places[column], normalized(values[column], plan, column))
    }
  }

  private func documentOfLine(
    _ plan: WritePlan, _ values: RecordValues, _ tables: BusinessTables
  ) throws -> BusinessDocument {
    let type = value("Document Type", plan, values)
    let number = value("Document No.", plan, values)
    let document = try document(
      type.isEmpty ? .option(OptionValue(0)) : type, number, tables)
    guard let document else {
      throw Refusal("there is no document '\(number)' for a line")
    }
    return document
  }

  func addLine(
    _ id: Guid, _ plan: WritePlan, _ values: RecordValues, to document: inout BusinessDocument
  ) throws -> BusinessDocument.Index {
    let index = try document.addLine(
      id, number: value("Line No.", plan, values).integer ?? 0)
    for column in plan.order where plan.places[column] >= 0 {
      try document.assign(plan.places[column], normalized(values[column], plan, column), at: index)
    }
    if document.lineType(index) == .comment { document.amounts.lines[index].hasType = false }
    return index
  }
}
