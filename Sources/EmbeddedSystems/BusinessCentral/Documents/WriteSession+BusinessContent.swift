import GRDB
import MapRuntime

/// Whole documents of Business Central.
extension WriteSession {
  func writeBusiness<Header: RowContent, Line: RowContent>(
    _ content: DocumentContent<Header, Line>, _ tables: BusinessTables,
    _ review: DocumentReview<Header>?
  ) throws -> DocumentOutcome {
    let header = content.header
    guard header.plan.table.name == BusinessTables.headerName else {
      throw SystemFailure.unknown("'\(header.plan.table.name)' holds no documents")
    }
    let values = try checked(header.plan, header.content)
    var document: BusinessDocument
    // What somebody has opened meanwhile is not closed on him; a document without lines was never released.
    var releases = content.releases
    if content.isNew {
      if let archived = content.archived { try archive(archived) }
      document = try beginDocument(header.id, header.plan, values, tables)
    } else {
      guard let old = try self.document(header.id, tables) else { return .missing }
      if let expected = content.expected, old.header.version != expected { return .stale }
      document = old
      if !old.isReleased, old.hasLineToRelease { releases = false }
      if content.archived == header.id {
        try archive(&document)
      } else if let archived = content.archived {
        try archive(archived)
      }
      if content.reopens { try document.reopen() }
      if let removed = content.removed {
        try remove(removed, from: &document)
      } else {
        try empty(&document)
      }
    }
    let begun = document
    try assign(header.plan, values, to: &document)
    if content.isNew { try number(&document) }
    if let wanted = try review?.header(document.filledHeader) {
      let values = try checked(wanted.plan, wanted.content)
      let first = document
      document = begun
      try assign(wanted.plan, values, to: &document)
      if content.isNew { document.takeNumber(of: first) }
    }
    try add(content.lines, to: &document)
    if let review {
      try document.settle()
      try review.whole(
        document.filledHeader, document.filledLines(content.lines.map { $0.record.id }))
    }
    if let freight = content.freight { try document.take(freight: freight) }
    if let discount = content.invoiceDiscount { try document.take(invoiceDiscount: discount) }
    if releases, document.hasLineToRelease { try document.release() }
    try save(&document)
    try add(content.notes, to: document.header.id)
    return .written(written(document, content.lines.map { $0.record.id }))
  }

  /// Takes lines out of a document whose other lines stay.
  private func remove(_ lines: [Guid], from document: inout BusinessDocument) throws {
    for id in lines {
      guard let index = document.lines.firstIndex(where: { $0.id == id }) else { continue }
      try document.removeLine(at: index)
    }
  }

  /// A document that is to be filled again.
  private func empty(_ document: inout BusinessDocument) throws {
    guard !document.isReleased else {
      throw Refusal("\(document.shown) is released: reopen it before it is replaced")
    }
    for index in document.lines.indices where document.quantities(index).shipped != 0 {
      throw Refusal("\(document.shown(line: index)) is shipped, so that nothing can replace it")
    }
    document.dropLines()
    try deleteNotes(of: document.header.id)
  }

  private func add<Content: RowContent>(
    _ lines: [DocumentLine<Content>], to document: inout BusinessDocument
  ) throws {
    for line in lines {
      let plan = line.record.plan
      let values = try checkedLine(plan, line.record.content)
      if let index = document.lines.firstIndex(where: { $0.id == line.record.id }) {
        for column in plan.order where plan.places[column] >= 0 {
          try document.assign(
            plan.places[column], normalized(values[column], plan, column), at: index)
        }
        if let description = line.description { try document.describeAgain(index, description) }
        continue
      }
      let index = try addLine(line.record.id, plan, values, to: &document)
      if let description = line.description { try document.describe(index, description) }
      try document.attach(line.texts, to: index)
    }
  }

  /// A line says its document by being in it.
  private func checkedLine(
    _ plan: WritePlan, _ content: some RowContent
  ) throws -> RecordValues {
    guard plan.table.name == BusinessTables.lineName else {
      throw SystemFailure.unknown("'\(plan.table.name)' holds no lines of documents")
    }
    return try checked(plan, content)
  }

  private func written(_ document: BusinessDocument, _ ids: [Guid]) -> WrittenDocument {
    let asked = Set(ids)
    return WrittenDocument(
      id: document.header.id, number: document.number, version: document.header.version,
      lines: document.lines.filter { asked.contains($0.id) }.map { line in
        WrittenDocument.Line(
          id: line.id, number: line.integer(.lineNumber), version: line.version)
      })
  }
}

/// Notes beside documents, which BC keeps as record links.
extension WriteSession {
  func add(_ notes: [DocumentNote], to id: Guid) throws {
    guard !notes.isEmpty else { return }
    let table = try schema.table("Record Link")
    var number = try last("Link ID", of: table)
    for note in notes {
      // One that was on a document before which is gone comes along with the next one.
      if try contains(note.id, in: table) {
        try change(table.name, note.id, ["Record ID": .guid(id), "Note": .text(note.text)])
        continue
      }
      number += 1
      var row = NamedRow(table)
      row["Link ID"] = .integer(number)
      row["Record ID"] = .guid(id)
      row["Type"] = .option(OptionValue(1))
      row["Note"] = .of(text: note.text)
      row["Created"] = .dateTime(now)
      try add(row, id: note.id)
    }
  }

  func deleteNotes(of id: Guid) throws {
    guard let table = schema["Record Link"] else { return }
    for note in try find(table.name, ["Record ID": .guid(id)]) {
      _ = try deleteRow(note, from: table)
    }
  }
}
