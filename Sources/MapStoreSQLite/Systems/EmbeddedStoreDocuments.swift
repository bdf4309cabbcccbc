import EmbeddedSystems
import MapRuntime
import MapSync

/// Whole documents in an embedded system.
extension EmbeddedStore {
  public func create<Header: TableRecord, Line: TableRecord>(
    _ documents: [NewDocument<Header, Line>], revised: DocumentRevision<Header, Line>
  ) async throws(StoreFailure) -> [WriteResult] {
    let headers = try RecordSelect<Header>(table(Header.table.name))
    let lines = try RecordSelect<Line>(table(Line.table.name))
    return try write { session in
      let faults = WriteFaults(session, of: system, Header.table.name)
      let writer = DocumentWriter(session, system, headers, lines)
      var results: [WriteResult] = []
      results.reserveCapacity(documents.count)
      for (index, document) in documents.enumerated() {
        results.append(
          try faults.attempt(document.header.id) {
            try write(document, writer) { filled in revised(index, filled) }
          })
      }
      return results
    }
  }

  public func attempt<Header: TableRecord, Line: TableRecord>(
    _ documents: [NewDocument<Header, Line>], revised: DocumentRevision<Header, Line>
  ) async throws(StoreFailure) -> [WriteResult] {
    let headers = try RecordSelect<Header>(table(Header.table.name))
    let lines = try RecordSelect<Line>(table(Line.table.name))
    return try attempt { session in
      let writer = DocumentWriter(session, system, headers, lines)
      return try documents.enumerated().map { index, document in
        try write(document, writer) { filled in revised(index, filled) }.result(at: session.now)
      }
    }
  }

  private func write<Header: TableRecord, Line: TableRecord>(
    _ document: NewDocument<Header, Line>, _ writer: DocumentWriter<Header, Line>,
    revised: (FilledDocument<Header, Line>) -> Result<
      FilledDocument<Header, Line>, RefusedDocument
    >
  ) throws -> WriteOutcome {
    // Sales fills nothing on which a conversion to it depends.
    if side == .sales { return try writer.write(document) }
    return try writer.write(document, revised: revised)
  }

  public func act(
    _ action: DocumentAction, on ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    let layout = try self.table(table.name)
    return try write { session in
      let faults = WriteFaults(session, of: system, layout.name)
      return try ids.map { id in
        try faults.attempt(id) {
          try session.outcome(of: id, in: layout) {
            switch action {
            case .release: try session.release(id)
            case .reopen: try session.reopen(id)
            case .archive(let order): try session.archive(id, by: order)
            }
          }
        }
      }
    }
  }

  public func rewrite(
    _ rows: [FieldRow], _ fields: [String], state: DocumentState?,
    in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    let layout = try self.table(table.name)
    return try write { session in
      let faults = WriteFaults(session, of: system, layout.name)
      return try rows.map { row in
        let values = Dictionary(zip(fields, row.values)) { first, _ in first }
        return try faults.attempt(row.id) {
          try session.rewrite(
            values, of: row.id, in: layout,
            to: state.map { EnteredState($0.state, $0.status) })
        }
      }
    }
  }

  public func rewrite<Record: TableRecord>(
    _ updates: [RecordUpdate<Record>], state: DocumentState?
  ) async throws(StoreFailure) -> [WriteResult] {
    guard side == .sales else { return try await update(updates) }
    let end = state.map { EnteredState($0.state, $0.status) }
    return try write { session in
      let batch = WriteBatch<Record>(session, of: system, isNew: false)
      var results: [WriteResult] = []
      results.reserveCapacity(updates.count)
      for change in updates {
        let (plan, statement) = try batch.plan(
          change.columns, unvalidated: change.unvalidated, stampsCompany: change.company != nil,
          session)
        let content = RecordContent(change.record)
        results.append(
          try batch.attempt(change.id) {
            try session.reopen(
              plan, statement, id: change.id, expected: change.expected, company: change.company,
              content, to: end)
          })
      }
      return results
    }
  }

  public func ends(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: DocumentEnd] {
    let layout = try self.table(table.name)
    return try look { session in
      var ends: [Guid: DocumentEnd] = [:]
      for id in ids {
        guard let wasInvoiced = try session.wasInvoiced(id, in: layout) else { continue }
        ends[id] = wasInvoiced ? .invoiced : .deleted
      }
      return ends
    }
  }

  public func lastLines<Line: TableRecord>(
    _ type: Line.Type, of keys: [String], in table: RecordTable
  ) async throws(StoreFailure) -> [String: [Line]] {
    try write { session in
      var found: [String: [Line]] = [:]
      for key in keys {
        guard let number = RecordKey.parts(key).last, !number.isEmpty else { continue }
        let lines = try session.lastArchivedLines(ofOrder: number)
        guard !lines.isEmpty else { continue }
        found[key] = lines.map { fields in
          Line(reading: RecordValues(Line.table.columns.map { fields[$0.name] ?? .empty }))
        }
      }
      return found
    }
  }

  public func shippedCompletely(
    _ ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> Set<Guid> {
    let layout = try self.table(table.name)
    guard let rows = ChangedRows(layout, ["Completely Shipped"], company: companyTest(layout))
    else { return [] }
    return Set(
      try read { db in
        try rows.rows(ids: ids, db).filter { $0.values == [.boolean(true)] }.map(\.id)
      })
  }

  public func charges(
    of ids: [Guid], freightOn account: String?, in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: DocumentCharges] {
    try look { session in
      try session.charges(of: ids, freightOn: account).mapValues {
        DocumentCharges(freight: $0.freight, invoiceDiscount: $0.invoiceDiscount)
      }
    }
  }

  public func descriptions(
    in documents: [Guid], beside others: [Guid: String]
  ) async throws(StoreFailure) -> [Guid: LineDescription] {
    try look { session in
      try session.descriptions(in: documents, beside: others).mapValues {
        LineDescription($0.text, isSame: $0.isSame)
      }
    }
  }

  public func notes(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: [NewNote]] {
    let layout = try self.table(table.name)
    return try write { session in
      var found: [Guid: [NewNote]] = [:]
      for id in ids {
        let notes = try session.notes(of: id, in: layout)
        if !notes.isEmpty { found[id] = notes.map { NewNote(id: $0.id, text: $0.text) } }
      }
      return found
    }
  }
}
