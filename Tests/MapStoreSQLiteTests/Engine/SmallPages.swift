import MapRuntime
import MapSync

/// A store that takes small batches, so that few records are many pages.
struct SmallPages: SystemStore {
  let store: any SystemStore
  let batchSize: Int
  /// Told of the columns of each written record whose field logic is left out.
  var unvalidated: @Sendable (FieldSet) -> Void = { _ in }
  /// Told the table of each question for fields by key or id.
  var asked: @Sendable (String) -> Void = { _ in }
  /// Called before records are created, as somebody who is faster.
  var creating: @Sendable () -> Void = {}

  var side: Side { store.side }
  var name: String { store.name }

  func verify(_ tables: [TableDescription]) async throws(StoreFailure) -> [StoreProblem] {
    try await store.verify(tables)
  }

  func mark(of table: RecordTable) async throws(StoreFailure) -> ChangeMark {
    try await store.mark(of: table)
  }

  func changes<Record: TableRecord>(
    _ type: Record.Type, since mark: ChangeMark?, _ query: RecordQuery, limit: Int
  ) async throws(StoreFailure) -> ChangePage<Record> {
    try await store.changes(type, since: mark, query, limit: limit)
  }

  func records<Record: TableRecord>(
    _ type: Record.Type, ids: [Guid]
  ) async throws(StoreFailure) -> [StoredRecord<Record>] {
    try await store.records(type, ids: ids)
  }

  func create<Header: TableRecord, Line: TableRecord>(
    _ documents: [NewDocument<Header, Line>], revised: DocumentRevision<Header, Line>
  ) async throws(StoreFailure) -> [WriteResult] {
    try await store.create(documents, revised: revised)
  }

  func attempt<Header: TableRecord, Line: TableRecord>(
    _ documents: [NewDocument<Header, Line>], revised: DocumentRevision<Header, Line>
  ) async throws(StoreFailure) -> [WriteResult] {
    try await store.attempt(documents, revised: revised)
  }

  func act(
    _ action: DocumentAction, on ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    try await store.act(action, on: ids, in: table)
  }

  func rewrite(
    _ rows: [FieldRow], _ fields: [String], state: DocumentState?, in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    try await store.rewrite(rows, fields, state: state, in: table)
  }

  func rewrite<Record: TableRecord>(
    _ updates: [RecordUpdate<Record>], state: DocumentState?
  ) async throws(StoreFailure) -> [WriteResult] {
    try await store.rewrite(updates, state: state)
  }

  func ends(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: DocumentEnd] {
    try await store.ends(of: ids, in: table)
  }

  func lastLines<Line: TableRecord>(
    _ type: Line.Type, of keys: [String], in table: RecordTable
  ) async throws(StoreFailure) -> [String: [Line]] {
    try await store.lastLines(type, of: keys, in: table)
  }

  func payments(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: InvoicePayment] {
    try await store.payments(of: ids, in: table)
  }

  func settlements(
    of table: RecordTable, since mark: ChangeMark?, limit: Int
  ) async throws(StoreFailure) -> SettlementPage {
    try await store.settlements(of: table, since: mark, limit: limit)
  }

  func notes(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: [NewNote]] {
    try await store.notes(of: ids, in: table)
  }

  func changed(
    _ ids: [Guid], of table: RecordTable, since mark: ChangeMark?
  ) async throws(StoreFailure) -> Set<Guid> {
    try await store.changed(ids, of: table, since: mark)
  }

  func deleted(
    _ ids: [Guid], from table: RecordTable
  ) async throws(StoreFailure) -> Set<Guid> {
    try await store.deleted(ids, from: table)
  }

  func records<Record: TableRecord>(
    _ type: Record.Type, _ query: RecordQuery, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [StoredRecord<Record>] {
    try await store.records(type, query, after: id, limit: limit)
  }

  func records<Record: TableRecord>(
    _ type: Record.Type, matching columns: [MatchColumn], values: [[Value]], _ query: RecordQuery
  ) async throws(StoreFailure) -> [StoredRecord<Record>] {
    try await store.records(type, matching: columns, values: values, query)
  }

  func count<Record: TableRecord>(
    _ type: Record.Type, _ query: RecordQuery
  ) async throws(StoreFailure) -> Int {
    try await store.count(type, query)
  }

  func create<Record: TableRecord>(
    _ records: [NewRecord<Record>]
  ) async throws(StoreFailure) -> [WriteResult] {
    for record in records { unvalidated(record.unvalidated) }
    creating()
    return try await store.create(records)
  }

  func update<Record: TableRecord>(
    _ records: [RecordUpdate<Record>]
  ) async throws(StoreFailure) -> [WriteResult] {
    for record in records { unvalidated(record.unvalidated) }
    return try await store.update(records)
  }

  func delete(_ ids: [Guid], from table: RecordTable) async throws(StoreFailure) -> [WriteResult] {
    try await store.delete(ids, from: table)
  }

  func setCompany(
    _ company: Guid?, of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    try await store.setCompany(company, of: ids, in: table)
  }

  func fills(_ field: String, of table: String) -> Bool { store.fills(field, of: table) }

  func rows(
    of table: String, _ fields: [String], matching: [String], values: [[Value]]
  ) async throws(StoreFailure) -> [FieldRow] {
    asked(table)
    return try await store.rows(of: table, fields, matching: matching, values: values)
  }

  func rows(
    of table: String, _ fields: [String], ids: [Guid]
  ) async throws(StoreFailure) -> [FieldRow] {
    asked(table)
    return try await store.rows(of: table, fields, ids: ids)
  }

  func create(
    _ rows: [FieldRow], _ fields: [String], in table: String
  ) async throws(StoreFailure) -> [WriteResult] {
    try await store.create(rows, fields, in: table)
  }

  func update(
    _ rows: [FieldRow], _ fields: [String], in table: String
  ) async throws(StoreFailure) -> [WriteResult] {
    try await store.update(rows, fields, in: table)
  }
}

/// What goes back and forth beside records.
extension SmallPages {
  var noteTable: String { store.noteTable }

  func shippedCompletely(
    _ ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> Set<Guid> {
    try await store.shippedCompletely(ids, in: table)
  }

  func charges(
    of ids: [Guid], freightOn account: String?, in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: DocumentCharges] {
    try await store.charges(of: ids, freightOn: account, in: table)
  }

  func descriptions(
    in documents: [Guid], beside others: [Guid: String]
  ) async throws(StoreFailure) -> [Guid: LineDescription] {
    try await store.descriptions(in: documents, beside: others)
  }

  func notes(
    since mark: ChangeMark?, on table: RecordTable, limit: Int
  ) async throws(StoreFailure) -> NotePage {
    try await store.notes(since: mark, on: table, limit: limit)
  }

  func notes(ids: [Guid]) async throws(StoreFailure) -> [StoredNote] {
    try await store.notes(ids: ids)
  }

  func write(
    _ notes: [NoteWrite], on table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    try await store.write(notes, on: table)
  }

  func happenings(
    of table: RecordTable, since mark: ChangeMark?, limit: Int
  ) async throws(StoreFailure) -> HappeningPage {
    try await store.happenings(of: table, since: mark, limit: limit)
  }

  func write(_ posts: [NewPost]) async throws(StoreFailure) -> [WriteResult] {
    try await store.write(posts)
  }
}
