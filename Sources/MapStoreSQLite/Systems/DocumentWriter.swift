import EmbeddedSystems
import MapRuntime
import MapSync

/// Writes documents of one batch.
struct DocumentWriter<Header: TableRecord, Line: TableRecord> {
  private let session: WriteSession
  private let system: EmbeddedSystem
  private let headers: RecordSelect<Header>
  private let lines: RecordSelect<Line>

  init(
    _ session: WriteSession, _ system: EmbeddedSystem, _ headers: RecordSelect<Header>,
    _ lines: RecordSelect<Line>
  ) {
    self.session = session
    self.system = system
    self.headers = headers
    self.lines = lines
  }

  /// Writes a document, and looks at what the system made of it: where that is not what is wanted, it
  /// is written anew, with what is wanted besides.
  func write(
    _ document: NewDocument<Header, Line>,
    revised: (FilledDocument<Header, Line>) -> Result<
      FilledDocument<Header, Line>, RefusedDocument
    >
  ) throws -> WriteOutcome {
    do {
      return try withoutActuallyEscaping(revised) { revised in
        try write(document) {
          let filled = try filled(document)
          let wanted = try revised(filled).get()
          if document.lacks(wanted, over: filled) { throw Revision(filled: filled, wanted: wanted) }
        }
      }
    } catch let revision as Revision<Header, Line> {
      return try write(document.taking(revision.wanted, over: revision.filled))
    } catch let refused as RefusedDocument {
      return .refused(refused.sentence)
    }
  }

  /// The document as the system has filled it.
  private func filled(
    _ document: NewDocument<Header, Line>
  ) throws -> FilledDocument<Header, Line> {
    guard let header = try read(headers, [document.header.id]).first else {
      throw RefusedDocument("could not be written")
    }
    return FilledDocument(header: header, lines: try read(lines, document.lines.map { $0.id }))
  }

  private func read<Record: TableRecord>(
    _ select: RecordSelect<Record>, _ ids: [Guid]
  ) throws -> [Record] {
    let statement = try session.prepared(select.sql + " WHERE t.\"$id\" = ?1")
    let damage = RowDamage()
    var records: [Record] = []
    records.reserveCapacity(ids.count)
    for id in ids {
      statement.bind(id, at: 1)
      defer { statement.reset() }
      if try statement.step() { records.append(try select.record(statement, damage).record) }
    }
    return records
  }

  func write(
    _ document: NewDocument<Header, Line>, review: (() throws -> Void)? = nil
  ) throws -> WriteOutcome {
    let header = document.header
    let plan = try system.plan(
      Header.self, header.columns, unvalidated: header.unvalidated,
      isNew: header.replaced == nil, stampsCompany: header.company != nil, by: .integration)
    var content = DocumentContent(
      DocumentRecord(header.id, plan, RecordContent(header.record)),
      lines: try document.lines.map { line in
        DocumentLine(
          DocumentRecord(
            line.id,
            try system.plan(
              Line.self, line.columns, unvalidated: FieldSet(), isNew: line.isNew,
              stampsCompany: false, by: .integration), RecordContent(line.record)),
          description: line.text.map {
            LongDescription($0.text, beginsInLine: $0.description == .begin)
          })
      }, isNew: header.replaced == nil, expected: header.replaced,
      freight: document.freight.map { DocumentFreight($0.amount, account: $0.account) },
      invoiceDiscount: document.invoiceDiscount,
      notes: document.notes.map { DocumentNote($0.id, $0.text) })
    content.reopens = header.replaced != nil
    content.archived = document.archived
    content.removed = document.kept?.removed
    content.releases = document.releases
    content.rounding = document.rounding.map { DocumentRounding($0.id, $0.text) }
    let outcome =
      system.side == .sales
      ? try session.writeSalesDocument(
        content, company: header.company,
        to: document.state.map { EnteredState($0.state, $0.status) })
      : try session.write(content, review: review)
    return switch outcome {
    case .written(let written): .written(id: written.id, version: written.version)
    case .stale: .stale
    case .missing: .missing
    case .refused(let sentence): .refused(sentence)
    }
  }
}

/// What a system filled is not what is wanted.
private struct Revision<Header: TableRecord, Line: TableRecord>: Error {
  let filled: FilledDocument<Header, Line>
  let wanted: FilledDocument<Header, Line>
}

extension NewDocument {
  /// Whether something is wanted that the system filled otherwise, and that was not written yet. What was
  /// written already comes out the same again, such as an amount that the system rounds.
  fileprivate func lacks(
    _ wanted: FilledDocument<Header, Line>, over filled: FilledDocument<Header, Line>
  ) -> Bool {
    let isHeaderThere = Self.isThere(
      wanted.header, over: filled.header, header.record, header.columns)
    guard isHeaderThere else { return true }
    return lines.indices.contains { index in
      !Self.isThere(
        wanted.lines[index], over: filled.lines[index], lines[index].record, lines[index].columns)
    }
  }

  private static func isThere<Record: TableRecord>(
    _ wanted: Record, over filled: Record, _ record: Record, _ columns: FieldSet
  ) -> Bool {
    let changed = wanted.changes(from: filled)
    return changed.isEmpty
      || changed.intersection(columns) == changed
        && wanted.changes(from: record).intersection(changed).isEmpty
  }

  /// The document as it shall be: what differs from what the system filled is written too.
  fileprivate func taking(
    _ wanted: FilledDocument<Header, Line>, over filled: FilledDocument<Header, Line>
  ) -> NewDocument {
    var document = self
    document.header = NewRecord(
      id: header.id, record: wanted.header,
      columns: header.columns.union(wanted.header.changes(from: filled.header)),
      company: header.company, unvalidated: header.unvalidated, replaced: header.replaced)
    for index in lines.indices {
      let line = lines[index]
      document.lines[index] = NewLine(
        id: line.id, record: wanted.lines[index],
        columns: line.columns.union(wanted.lines[index].changes(from: filled.lines[index])),
        text: line.text)
    }
    return document
  }
}
