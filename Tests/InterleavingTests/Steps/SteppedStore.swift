import MapRuntime
import MapSync

/// A system whose calls wait for their turn.
struct SteppedStore: SystemStore {
  let store: any SystemStore
  /// A small one makes many pages of few records.
  let batchSize: Int
  /// Each record of a write is a call of its own, as in a system without transactions.
  let isPiecemeal: Bool
  let turn: Turn

  var side: Side { store.side }
  var name: String { store.name }

  private var part: Footprint.Parts { side == .bc ? .bc : .sales }
  private var sideName: String { side == .bc ? "BC" : "Sales" }

  private func reads(_ what: String) async throws(StoreFailure) {
    try await turn.step("\(what) of \(sideName)", reads: part)
  }

  private func writes(_ what: String, _ count: Int) async throws(StoreFailure) {
    try await turn.step("\(what) \(count) in \(sideName)", writes: part)
  }

  private func pieces<Write: Sendable>(
    _ all: [Write], _ what: String,
    _ write: ([Write]) async throws(StoreFailure) -> [WriteResult]
  ) async throws(StoreFailure) -> [WriteResult] {
    var results: [WriteResult] = []
    for piece in isPiecemeal ? all.map({ [$0] }) : [all] {
      try await writes(what, piece.count)
      results += try await write(piece)
    }
    return results
  }

  func verify(_ tables: [TableDescription]) async throws(StoreFailure) -> [StoreProblem] {
    try await store.verify(tables)
  }

  func mark(of table: RecordTable) async throws(StoreFailure) -> ChangeMark {
    try await reads("takes the mark")
    return try await store.mark(of: table)
  }

  func changes<Record: TableRecord>(
    _ type: Record.Type, since mark: ChangeMark?, _ query: RecordQuery, limit: Int
  ) async throws(StoreFailure) -> ChangePage<Record> {
    try await reads("reads the changes")
    return try await store.changes(type, since: mark, query, limit: limit)
  }

  func records<Record: TableRecord>(
    _ type: Record.Type, ids: [Guid]
  ) async throws(StoreFailure) -> [StoredRecord<Record>] {
    try await reads("reads \(ids.count) records by id")
    return try await store.records(type, ids: ids)
  }

  func create<Header: TableRecord, Line: TableRecord>(
    _ documents: [NewDocument<Header, Line>], revised: DocumentRevision<Header, Line>
  ) async throws(StoreFailure) -> [WriteResult] {
    try await turn.step("creates \(documents.count) documents in \(sideName)", writes: part)
    return try await store.create(documents, revised: revised)
  }

  func attempt<Header: TableRecord, Line: TableRecord>(
    _ documents: [NewDocument<Header, Line>], revised: DocumentRevision<Header, Line>
  ) async throws(StoreFailure) -> [WriteResult] {
    try await turn.step("attempts \(documents.count) documents in \(sideName)")
    return try await store.attempt(documents, revised: revised)
  }

  func act(
    _ action: DocumentAction, on ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    try await turn.step("acts on \(ids.count) documents in \(sideName)", writes: part)
    return try await store.act(action, on: ids, in: table)
  }

  func rewrite(
    _ rows: [FieldRow], _ fields: [String], state: DocumentState?, in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    try await turn.step("rewrites \(rows.count) documents in \(sideName)", writes: part)
    return try await store.rewrite(rows, fields, state: state, in: table)
  }

  func rewrite<Record: TableRecord>(
    _ updates: [RecordUpdate<Record>], state: DocumentState?
  ) async throws(StoreFailure) -> [WriteResult] {
    try await turn.step("rewrites \(updates.count) documents in \(sideName)", writes: part)
    return try await store.rewrite(updates, state: state)
  }

  func ends(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: DocumentEnd] {
    try await turn.step("asks how documents ended in \(sideName)", reads: part)
    return try await store.ends(of: ids, in: table)
  }

  func lastLines<Line: TableRecord>(
    _ type: Line.Type, of keys: [String], in table: RecordTable
  ) async throws(StoreFailure) -> [String: [Line]] {
    try await turn.step("asks what documents had last in \(sideName)", reads: part)
    return try await store.lastLines(type, of: keys, in: table)
  }

  func payments(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: InvoicePayment] {
    try await turn.step("asks what was paid in \(sideName)", reads: part)
    return try await store.payments(of: ids, in: table)
  }

  func settlements(
    of table: RecordTable, since mark: ChangeMark?, limit: Int
  ) async throws(StoreFailure) -> SettlementPage {
    try await turn.step("asks what is new of payments in \(sideName)", reads: part)
    return try await store.settlements(of: table, since: mark, limit: limit)
  }

  func notes(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: [NewNote]] {
    try await turn.step("reads the notes in \(sideName)", reads: part)
    return try await store.notes(of: ids, in: table)
  }

  func changed(
    _ ids: [Guid], of table: RecordTable, since mark: ChangeMark?
  ) async throws(StoreFailure) -> Set<Guid> {
    try await reads("asks whether \(ids.count) changed")
    return try await store.changed(ids, of: table, since: mark)
  }

  func deleted(
    _ ids: [Guid], from table: RecordTable
  ) async throws(StoreFailure) -> Set<Guid> {
    try await reads("asks whether \(ids.count) were deleted")
    return try await store.deleted(ids, from: table)
  }

  func records<Record: TableRecord>(
    _ type: Record.Type, _ query: RecordQuery, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [StoredRecord<Record>] {
    try await reads("reads all records")
    return try await store.records(type, query, after: id, limit: limit)
  }

  func records<Record: TableRecord>(
    _ type: Record.Type, matching columns: [MatchColumn], values: [[Value]], _ query: RecordQuery
  ) async throws(StoreFailure) -> [StoredRecord<Record>] {
    try await reads("looks for records that match")
    return try await store.records(type, matching: columns, values: values, query)
  }

  func count<Record: TableRecord>(
    _ type: Record.Type, _ query: RecordQuery
  ) async throws(StoreFailure) -> Int {
    try await reads("counts the records")
    return try await store.count(type, query)
  }

  func create<Record: TableRecord>(
    _ records: [NewRecord<Record>]
  ) async throws(StoreFailure) -> [WriteResult] {
    try await pieces(records, "creates") { records throws(StoreFailure) in
      try await store.create(records)
    }
  }

  func update<Record: TableRecord>(
    _ records: [RecordUpdate<Record>]
  ) async throws(StoreFailure) -> [WriteResult] {
    try await pieces(records, "changes") { records throws(StoreFailure) in
      try await store.update(records)
    }
  }

  func delete(_ ids: [Guid], from table: RecordTable) async throws(StoreFailure) -> [WriteResult] {
    try await writes("deletes", ids.count)
    return try await store.delete(ids, from: table)
  }

  func setCompany(
    _ company: Guid?, of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    try await writes("sets the company of", ids.count)
    return try await store.setCompany(company, of: ids, in: table)
  }

  func fills(_ field: String, of table: String) -> Bool { store.fills(field, of: table) }

  func rows(
    of table: String, _ fields: [String], matching: [String], values: [[Value]]
  ) async throws(StoreFailure) -> [FieldRow] {
    try await reads("looks for rows of '\(table)'")
    return try await store.rows(of: table, fields, matching: matching, values: values)
  }

  func rows(
    of table: String, _ fields: [String], ids: [Guid]
  ) async throws(StoreFailure) -> [FieldRow] {
    try await reads("reads \(ids.count) rows of '\(table)'")
    return try await store.rows(of: table, fields, ids: ids)
  }

  func create(
    _ rows: [FieldRow], _ fields: [String], in table: String
  ) async throws(StoreFailure) -> [WriteResult] {
    try await writes("creates rows of '\(table)':", rows.count)
    return try await store.create(rows, fields, in: table)
  }

  func update(
    _ rows: [FieldRow], _ fields: [String], in table: String
  ) async throws(StoreFailure) -> [WriteResult] {
    try await writes("changes rows of '\(table)':", rows.count)
    return try await store.update(rows, fields, in: table)
  }
}

/// What goes back and forth beside records.
extension SteppedStore {
  var noteTable: String { store.noteTable }

  func shippedCompletely(
    _ ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> Set<Guid> {
    try await reads("asks what is shipped")
    return try await store.shippedCompletely(ids, in: table)
  }

  func charges(
    of ids: [Guid], freightOn account: String?, in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: DocumentCharges] {
    try await reads("asks what is charged")
    return try await store.charges(of: ids, freightOn: account, in: table)
  }

  func descriptions(
    in documents: [Guid], beside others: [Guid: String]
  ) async throws(StoreFailure) -> [Guid: LineDescription] {
    try await reads("asks what describes lines")
    return try await store.descriptions(in: documents, beside: others)
  }

  func notes(
    since mark: ChangeMark?, on table: RecordTable, limit: Int
  ) async throws(StoreFailure) -> NotePage {
    try await reads("reads the changed notes")
    return try await store.notes(since: mark, on: table, limit: limit)
  }

  func notes(ids: [Guid]) async throws(StoreFailure) -> [StoredNote] {
    try await reads("reads \(ids.count) notes")
    return try await store.notes(ids: ids)
  }

  func write(
    _ notes: [NoteWrite], on table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    try await writes("writes notes:", notes.count)
    return try await store.write(notes, on: table)
  }

  func happenings(
    of table: RecordTable, since mark: ChangeMark?, limit: Int
  ) async throws(StoreFailure) -> HappeningPage {
    try await reads("reads what happened")
    return try await store.happenings(of: table, since: mark, limit: limit)
  }

  func write(_ posts: [NewPost]) async throws(StoreFailure) -> [WriteResult] {
    try await writes("writes posts:", posts.count)
    return try await store.write(posts)
  }
}
