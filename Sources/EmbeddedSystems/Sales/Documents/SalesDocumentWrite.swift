import MapRuntime

extension WriteSession {
  /// Creates or replaces a quote, an order or an invoice with its lines and notes: all of it, or
  /// nothing. Sales computes what it would compute, and no line is looked up by itself.
  ///
  /// Amounts of lines that Sales takes from nobody on creation are written as by a second write (SA-6,
  /// SG-4). A document in a state in which it cannot be changed is opened for the integration (R F-2,
  /// H-19). Lines that are not among these are deleted; notes of people stay.
  /// - Parameters:
  ///   - company: what a header whose plan stamps companies gets.
  ///   - state: where it ends; nil for where it is, or where a new one begins.
  /// - Throws: errors of the database only; what is refused is an outcome.
  public func writeSalesDocument<Header: RowContent, Line: RowContent>(
    _ content: DocumentContent<Header, Line>, company: Guid? = nil, to state: EnteredState? = nil
  ) throws -> DocumentOutcome {
    do {
      return try guarded(true) {
        guard let tables = schema.sales[content.header.plan.table.name],
          tables.header.table.name == content.header.plan.table.name
        else { throw Refusal("'\(content.header.plan.table.name)' has no documents") }
        return try SalesDocumentWrite(
          session: self, tables: tables, content: content, company: company, target: state
        ).run()
      }
    } catch let refusal as Refusal {
      // What was there for its lines is gone with it.
      forgetKeys()
      return .refused(refusal.sentence)
    }
  }
}

/// One write of a whole document.
private struct SalesDocumentWrite<Header: RowContent, Line: RowContent> {
  let session: WriteSession
  let tables: SalesTables
  let content: DocumentContent<Header, Line>
  let company: Guid?
  let target: EnteredState?

  private var id: Guid { content.header.id }

  func run() throws -> DocumentOutcome {
    var document = SalesDocument(tables: tables, header: FieldRow(id), lines: [])
    if !content.isNew {
      guard let found = try session.salesDocument(tables, id) else { return .missing }
      if let expected = content.expected,
        try session.currentVersion(tables.header.table, id) != expected
      {
        return .stale
      }
      document = found
    }
    let was = content.isNew ? tables.states?.values.first : document.state
    let before = document.header
    let plan = session.system.plan(
      content.header.plan, and: tables.header.held, isNew: content.isNew)
    var header = DocumentRow(content.header, plan, tables.header)
    try header.take(into: &document.header, name: tables.header.table.name)
    let shown =
      content.isNew
      ? "\(tables.header.table.name) '\(header.label ?? id.description)'" : try shown()
    document.isCurrencyNew =
      before[.transactioncurrencyid] != document.header[.transactioncurrencyid]
    if document.isCurrencyNew, !content.isNew, !document.lines.isEmpty {
      throw Refusal("\(shown) has lines, and its currency cannot be changed")
    }
    let isMoved = try enter(&document.header, from: was, before: before, shown)
    let old = document.lines
    var lines = try takeLines(into: &document, old: old)
    try check(document, old: old, shown)
    let gap = content.rounding == nil ? .zero : try session.roundingGap(of: document)
    try compute(&document)
    if isMoved { document.header.enter(tables, on: session.now.date, isReopened: !content.isNew) }

    let version = try write(&header, document)
    let written = try write(&lines, document)
    try deleteOthers(old)
    try writeNotes()
    let isRounded = try writeRounding(gap)
    return .written(
      WrittenDocument(
        id: id, number: try number(),
        version: isRounded ? try session.currentVersion(tables.header.table, id) : version,
        lines: written))
  }

  private func shown() throws -> String { try session.shown(tables.header.table, id) }

  /// Brings the header into the state in which it ends.
  /// - Returns: whether that is another one than before.
  private func enter(
    _ header: inout FieldRow<SalesHeaderField>, from was: StatesDescription.State?,
    before: FieldRow<SalesHeaderField>, _ shown: String
  ) throws -> Bool {
    guard let states = tables.states, let was else { return false }
    var wanted = target
    if wanted == nil, let state = header[.statecode].option {
      let isSame = state.rawValue == was.value
      wanted = EnteredState(
        state,
        isSame || header[.statuscode] != before[.statuscode] ? header[.statuscode].option : nil)
    }
    let end = try states.checked(wanted ?? EnteredState(OptionValue(was.value)), of: shown)
    if was.isLocked, session.writer == .person {
      throw Refusal("\(shown) is '\(was.name)' and cannot be changed")
    }
    let isOpen = try !was.isLocked || session.writesSubmitted(tables.header.table, was)
    guard
      end.state.value == was.value && isOpen || states.reopens(was, to: end.state)
        || session.writer == .system
    else {
      throw Refusal(
        end.state.value == was.value
          ? "\(shown) is '\(was.name)' and cannot be changed"
          : "\(shown) cannot go from '\(was.name)' to '\(end.state.name)'")
    }
    header.set(.statecode, .option(OptionValue(end.state.value)))
    header.set(.statuscode, .option(end.status))
    return end.state.value != was.value
  }

  /// Takes the lines in their order; what is there already keeps the fields that are not given.
  private func takeLines(
    into document: inout SalesDocument, old: [SalesDocument.Line]
  ) throws -> [DocumentRow<SalesLineField>] {
    guard !content.lines.isEmpty else {
      document.lines = []
      return []
    }
    guard let places = tables.lines?.places, let worked = tables.lines?.worked else {
      throw Refusal("'\(tables.header.table.name)' has no lines")
    }
    var plans = WorkedPlans(session.system, worked)
    let known = Dictionary(old.map { ($0.row.id, $0) }) { first, _ in first }
    var rows: [DocumentRow<SalesLineField>] = []
    document.lines = []
    for line in content.lines {
      let before = known[line.record.id]
      var taken = before ?? SalesDocument.Line(row: FieldRow(line.record.id), isNew: true)
      var row = DocumentRow(
        line.record, plans.plan(of: line.record.plan, isNew: before == nil), places)
      try row.take(into: &taken.row, name: places.table.name)
      taken.isDiscountOpen =
        taken.isNew
        || [.quantity, .productid, .uomid].contains { taken.row[$0] != before?.row[$0] }
      document.lines.append(taken)
      rows.append(row)
    }
    return rows
  }

  private func check(
    _ document: SalesDocument, old: [SalesDocument.Line], _ shown: String
  ) throws {
    guard session.writer != .system else { return }
    try document.header.check(shown)
    let before = Dictionary(old.map { ($0.row.id, $0.row) }) { first, _ in first }
    for line in document.lines {
      try session.check(
        line.row, before: before[line.row.id], header: document.header,
        shown: { "\(shown), a line" }, document: { shown })
    }
  }

  /// Computes as if the document were in a state in which it can be changed.
  private func compute(_ document: inout SalesDocument) throws {
    guard tables.computes else { return }
    session.isReopening = true
    defer { session.isReopening = false }
    try session.compute(&document)
  }

  private func write(
    _ header: inout DocumentRow<SalesHeaderField>, _ document: SalesDocument
  ) throws -> Int64 {
    header.put(document.header)
    let version = try header.write(
      try session.statement(header.plan), expected: content.isNew ? nil : content.expected,
      company: company, in: session)
    session.known[tables.header.table.name, default: []].insert(.guid(id))
    return version
  }

  private func write(
    _ lines: inout [DocumentRow<SalesLineField>], _ document: SalesDocument
  ) throws -> [WrittenDocument.Line] {
    guard let column = tables.lines?.header else { return [] }
    let header = Lookup(table: tables.header.table.name, id: id)
    // The lines of a document have one plan or two: what the system fills is asked once.
    var statements: [ObjectIdentifier: RowStatement] = [:]
    var written: [WrittenDocument.Line] = []
    written.reserveCapacity(lines.count)
    for index in lines.indices {
      let plan = lines[index].plan
      let statement =
        try statements[ObjectIdentifier(plan)] ?? session.statement(plan)
      statements[ObjectIdentifier(plan)] = statement
      lines[index].put(document.lines[index].row)
      lines[index].put(header: header, column)
      let version = try lines[index].write(statement, in: session)
      written.append(
        WrittenDocument.Line(id: document.lines[index].row.id, number: 0, version: version))
    }
    return written
  }

  private func deleteOthers(_ old: [SalesDocument.Line]) throws {
    guard let lines = tables.lines?.table else { return }
    let kept = Set(content.lines.map(\.record.id))
    for line in old where !kept.contains(line.row.id) {
      _ = try session.deleteRow(line.row.id, from: lines)
    }
  }

  /// What the rounding of prices left, as a line behind the others (R H-11).
  /// - Returns: whether there is one.
  private func writeRounding(_ gap: DecimalValue) throws -> Bool {
    guard let rounding = content.rounding, gap != .zero, let lines = tables.lines else {
      return false
    }
    let name = lines.table.name
    try session.create(
      name, id: rounding.id,
      [
        lines.headerField: .lookup(Lookup(table: tables.header.table.name, id: id)),
        SalesLineField.quantity.name: .decimal(1),
        SalesLineField.priceperunit.name: .decimal(gap),
        "productdescription": .text(rounding.text),
      ])
    try session.change(
      name, rounding.id,
      [
        SalesLineField.baseamount.name: .decimal(gap),
        SalesLineField.extendedamount.name: .decimal(gap),
      ])
    return true
  }

  private func writeNotes() throws {
    guard !content.notes.isEmpty else { return }
    let table = try session.schema.table("annotation")
    for note in content.notes {
      if try session.contains(note.id, in: table) {
        try session.change(table.name, note.id, ["notetext": .text(note.text)])
      } else {
        let about = Lookup(table: tables.header.table.name, id: id)
        try session.create(
          table.name, id: note.id, ["objectid": .lookup(about), "notetext": .text(note.text)])
      }
    }
  }

  private func number() throws -> String {
    let table = tables.header.table
    guard let column = table.numberedColumns.first else { return "" }
    let select = try RowStatement(
      "SELECT \(table.columns[column].column) FROM \(table.sqlName) WHERE \"$id\" = ?1",
      on: session.db)
    select.bind(id, at: 1)
    defer { select.reset() }
    return try select.step() ? StatementRow.text(select.handle, 0) ?? "" : ""
  }
}
