import MapRuntime

/// One of the two systems, as the engine reaches it: everything in batches, a result each. A store
/// knows tables and records; it knows no mapping and no coupling.
///
/// A store of Business Central stands for one company; a store of Sales serves all companies, and
/// queries say whose records are meant.
public protocol SystemStore: Correspondence {
  var side: Side { get }
  /// What people call it in messages.
  var name: String { get }
  /// The largest batch that one call takes.
  var batchSize: Int { get }

  /// Everything that would keep the given tables from being synchronized: all problems at once
  /// (F29).
  func verify(_ tables: [TableDescription]) async throws(StoreFailure) -> [StoreProblem]

  /// The mark of this moment: changes from now on come after it.
  func mark(of table: RecordTable) async throws(StoreFailure) -> ChangeMark

  /// The records that changed after a mark, oldest change first, each once; nil asks for all. The
  /// condition may let through more than it should, never less; deletions come whatever it says.
  func changes<Record: TableRecord>(
    _ type: Record.Type, since mark: ChangeMark?, _ query: RecordQuery, limit: Int
  ) async throws(StoreFailure) -> ChangePage<Record>

  /// Those of some ids that `changes` would name after a mark, as changed or as deleted, whatever a query
  /// leaves out.
  func changed(
    _ ids: [Guid], of table: RecordTable, since mark: ChangeMark?
  ) async throws(StoreFailure) -> Set<Guid>

  /// The records of some ids, in any order; unknown ones are left out.
  func records<Record: TableRecord>(
    _ type: Record.Type, ids: [Guid]
  ) async throws(StoreFailure) -> [StoredRecord<Record>]

  /// Those of some ids under which a record was and was deleted. A store that keeps nothing of what was
  /// deleted names none.
  func deleted(_ ids: [Guid], from table: RecordTable) async throws(StoreFailure) -> Set<Guid>

  /// The records after an id, in the order of ids. The condition is exact.
  func records<Record: TableRecord>(
    _ type: Record.Type, _ query: RecordQuery, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [StoredRecord<Record>]

  /// The records whose columns hold one of several lists of values (F4); texts compare without
  /// case unless `isCaseSensitive` says so for their column.
  func records<Record: TableRecord>(
    _ type: Record.Type, matching columns: [MatchColumn], values: [[Value]], _ query: RecordQuery
  ) async throws(StoreFailure) -> [StoredRecord<Record>]

  func count<Record: TableRecord>(
    _ type: Record.Type, _ query: RecordQuery
  ) async throws(StoreFailure) -> Int

  /// Creates records under the ids that the engine chose; a store that chooses ids itself returns
  /// them. A result for each, in order.
  func create<Record: TableRecord>(
    _ records: [NewRecord<Record>]
  ) async throws(StoreFailure) -> [WriteResult]

  /// Creates documents under the ids that the engine chose, or fills those that are there anew
  /// (`NewRecord.replaced`): each header with its lines and notes in one go, or not at all. A result
  /// for each, in order: `stale` or `missing` for one whose place cannot be taken any more.
  ///
  /// - Parameter revised: Asked for each document as the system has filled it; what differs then is
  ///   written in the same go.
  func create<Header: TableRecord, Line: TableRecord>(
    _ documents: [NewDocument<Header, Line>], revised: DocumentRevision<Header, Line>
  ) async throws(StoreFailure) -> [WriteResult]

  /// What creating documents would come to, a result each: nothing of them stays, nobody sees them, and no
  /// number is used up. What is refused so would be refused now.
  ///
  /// - Throws: `unavailable` also where others write for too long.
  func attempt<Header: TableRecord, Line: TableRecord>(
    _ documents: [NewDocument<Header, Line>], revised: DocumentRevision<Header, Line>
  ) async throws(StoreFailure) -> [WriteResult]

  /// Does something with documents, a result each. What is done already is written: releasing what
  /// is released, and archiving by an order that names the quote.
  func act(
    _ action: DocumentAction, on ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult]

  /// Writes fields of documents even where their state locks them: each is reopened, written, and
  /// brought back into its state, or into another one, in one go (R F-2, H-19).
  func rewrite(
    _ rows: [FieldRow], _ fields: [String], state: DocumentState?, in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult]

  /// The same of records that a mapping knows, where their version is still the expected one.
  func rewrite<Record: TableRecord>(
    _ updates: [RecordUpdate<Record>], state: DocumentState?
  ) async throws(StoreFailure) -> [WriteResult]

  /// How documents ended that are gone; those of which nothing is known are left out.
  func ends(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: DocumentEnd]

  /// The lines that documents had last which are gone, by the documents' keys; those of which nothing
  /// is kept are left out (R F-13).
  func lastLines<Line: TableRecord>(
    _ type: Line.Type, of keys: [String], in table: RecordTable
  ) async throws(StoreFailure) -> [String: [Line]]

  /// Those of some documents of which everything is shipped (R F-10).
  func shippedCompletely(
    _ ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> Set<Guid>

  /// What some documents charge and take off, with the freight that is booked on an account; those that
  /// are not there are left out (R F-5).
  func charges(
    of ids: [Guid], freightOn account: String?, in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: DocumentCharges]

  /// What describes lines of BC documents with the comments that hang on them, beside the texts that
  /// others have of them; of those that are named there alone (R E-31).
  func descriptions(
    in documents: [Guid], beside others: [Guid: String]
  ) async throws(StoreFailure) -> [Guid: LineDescription]

  /// What was paid of posted invoices; those of which no ledger entry tells it are left out.
  func payments(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: InvoicePayment]

  /// The posted invoices of which the customer ledger has something new after a mark: payments,
  /// applications, and what was taken back. One may come more than once; nil asks for all (R H-20).
  func settlements(
    of table: RecordTable, since mark: ChangeMark?, limit: Int
  ) async throws(StoreFailure) -> SettlementPage

  /// What people wrote down beside some documents, oldest first; those without notes are left out.
  func notes(
    of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [Guid: [NewNote]]

  /// Writes the changed columns of records whose version is still the expected one.
  func update<Record: TableRecord>(
    _ records: [RecordUpdate<Record>]
  ) async throws(StoreFailure) -> [WriteResult]

  /// Deletes records, whatever their version.
  func delete(_ ids: [Guid], from table: RecordTable) async throws(StoreFailure) -> [WriteResult]

  /// Sets or clears the company of Sales records (R C-39, D-53).
  func setCompany(
    _ company: Guid?, of ids: [Guid], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult]

  /// Whether the system itself fills a computed field, so that nobody has to work it out.
  func fills(_ field: String, of table: String) -> Bool

  // Records of any table by the names of its fields, for the named rules (R C-42 to C-47)

  /// Some fields of the records whose `matching` fields hold one of several lists of values; texts
  /// compare without case.
  func rows(
    of table: String, _ fields: [String], matching: [String], values: [[Value]]
  ) async throws(StoreFailure) -> [FieldRow]

  /// Some fields of the records of some ids, in any order; unknown ones are left out.
  func rows(
    of table: String, _ fields: [String], ids: [Guid]
  ) async throws(StoreFailure) -> [FieldRow]

  /// Creates records with the given fields; the system fills the others.
  func create(
    _ rows: [FieldRow], _ fields: [String], in table: String
  ) async throws(StoreFailure) -> [WriteResult]

  /// Writes fields of records, whatever their version.
  func update(
    _ rows: [FieldRow], _ fields: [String], in table: String
  ) async throws(StoreFailure) -> [WriteResult]
}

extension SystemStore {
  public func fills(_ field: String, of table: String) -> Bool { false }
}
