import EmbeddedSystems
import MapRuntime
import MapSync

/// Writes documents of one batch.
struct DocumentWriter<Header: TableRecord, Line: TableRecord> {
  private let session: WriteSession
  private let system: EmbeddedSystem
  private let headers: RecordSelect<Header>
  private let lines: RecordSelect<Line>
  /// The columns in which a line names its header: it says that by being in the document, which may
  /// have no number yet.
  private let ofHeader: FieldSet

  init(
    _ session: WriteSession, _ system: EmbeddedSystem, _ headers: RecordSelect<Header>,
    _ lines: RecordSelect<Line>
  ) {
    self.session = session
    self.system = system
    self.headers = headers
    self.lines = lines
    let parent = lines.table.description.parent
    ofHeader = FieldSet((parent?.by ?? []).compactMap { Line.table.column($0.own) })
  }

  /// Writes a document as it is wanted on what the system fills in. Where its lines are not what is
  /// wanted, it is written anew, with what is wanted besides.
  func write(
    _ document: NewDocument<Header, Line>,
    revised: (FilledDocument<Header, Line>) -> Result<
      FilledDocument<Header, Line>, RefusedDocument
    >
  ) throws -> WriteOutcome {
    var document = document
    do {
      return try withoutActuallyEscaping(revised) { revised in
        let review = DocumentReview<RecordContent<Header>>(
          header: { row in
            let filled = FilledDocument<Header, Line>(
              header: try row.record(headers.places), lines: [])
            let wanted = try revised(filled).get().header
            guard document.lacks(wanted, over: filled.header) else { return nil }
            document.take(wanted, over: filled.header)
            return try record(of: document.header)
          },
          whole: { header, rows in
            let filled = FilledDocument<Header, Line>(
              header: try header.record(headers.places),
              lines: try rows.map { try $0.record(lines.places) })
            let wanted = try revised(filled).get()
            if document.lacks(wanted, over: filled, besides: ofHeader) {
              throw Revision(filled: filled, wanted: wanted)
            }
          })
        return try write(document, review: review)
      }
    } catch let revision as Revision<Header, Line> {
      document.take(revision.wanted, over: revision.filled)
      return try write(document)
    } catch let refused as RefusedDocument {
      return .refused(refused.sentence)
    }
  }

  private func record(
    of header: NewRecord<Header>
  ) throws -> DocumentRecord<RecordContent<Header>> {
    let plan = try system.plan(
      Header.self, header.columns, unvalidated: header.unvalidated,
      isNew: header.replaced == nil, stampsCompany: header.company != nil, by: .integration)
    return DocumentRecord(header.id, plan, RecordContent(header.record))
  }

  func write(
    _ document: NewDocument<Header, Line>,
    review: DocumentReview<RecordContent<Header>>? = nil
  ) throws -> WriteOutcome {
    let header = document.header
    var content = DocumentContent(
      try record(of: header),
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
  /// - Parameter columns: those of a line that nobody asks about.
  fileprivate func lacks(
    _ wanted: FilledDocument<Header, Line>, over filled: FilledDocument<Header, Line>,
    besides columns: FieldSet
  ) -> Bool {
    if lacks(wanted.header, over: filled.header) { return true }
    return lines.indices.contains { index in
      !Self.isThere(
        wanted.lines[index].changes(from: filled.lines[index]).subtracting(columns),
        wanted.lines[index], lines[index].record, lines[index].columns)
    }
  }

  fileprivate func lacks(_ wanted: Header, over filled: Header) -> Bool {
    !Self.isThere(wanted.changes(from: filled), wanted, header.record, header.columns)
  }

  /// - Parameter changed: the columns that are wanted otherwise than they were filled.
  private static func isThere<Record: TableRecord>(
    _ changed: FieldSet, _ wanted: Record, _ record: Record, _ columns: FieldSet
  ) -> Bool {
    changed.isEmpty
      || changed.intersection(columns) == changed
        && wanted.changes(from: record).intersection(changed).isEmpty
  }

  /// Makes it the document as it shall be: what differs from what the system filled is written too.
  fileprivate mutating func take(
    _ wanted: FilledDocument<Header, Line>, over filled: FilledDocument<Header, Line>
  ) {
    take(wanted.header, over: filled.header)
    for index in lines.indices {
      let line = lines[index]
      lines[index] = NewLine(
        id: line.id, record: wanted.lines[index],
        columns: line.columns.union(wanted.lines[index].changes(from: filled.lines[index])),
        text: line.text, isNew: line.isNew)
    }
  }

  fileprivate mutating func take(_ wanted: Header, over filled: Header) {
    header = NewRecord(
      id: header.id, record: wanted, columns: header.columns.union(wanted.changes(from: filled)),
      company: header.company, unvalidated: header.unvalidated, replaced: header.replaced)
  }
}
