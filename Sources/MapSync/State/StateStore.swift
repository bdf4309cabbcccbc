import MapRuntime

/// What the integration remembers: couplings, jobs, entries, marks, intents and runs. Each call is
/// one transaction.
public protocol StateStore: Sendable {
  // Couplings (R D-1 to D-5)

  /// The couplings of records of one side, in the order of the ids; nil for uncoupled ones.
  func couplings(
    _ pair: TablePair, _ side: Side, ids: [Guid]
  ) async throws(StoreFailure) -> [Coupling?]

  /// The couplings whose BC records people last knew by these keys, in the order of the keys; a
  /// record may have another key by now, or be gone.
  func couplings(
    _ pair: TablePair, keys: [String]
  ) async throws(StoreFailure) -> [Coupling?]

  /// The couplings after a BC id, in the order of BC ids.
  func couplings(
    _ pair: TablePair, after bcID: Guid?, limit: Int
  ) async throws(StoreFailure) -> [Coupling]

  func count(_ pair: TablePair) async throws(StoreFailure) -> Int

  /// Which of these ids of one side are coupled in any of the pairs.
  func coupled(_ pairs: [TablePair], _ side: Side, ids: [Guid]) async throws(StoreFailure) -> Set<
    Guid
  >

  /// Removes couplings and the entries of their records, and counts them on the job (F5). With
  /// `releases` their Sales records stand under `releases` until an outcome says that they are free.
  func uncouple(
    _ pair: TablePair, bcIDs: [Guid], releases: Bool, job: JobID, at moment: DateTimeValue
  ) async throws(StoreFailure)

  /// The Sales records whose coupling was taken apart and whose company may still be set (R D-53).
  func releases(_ pair: TablePair) async throws(StoreFailure) -> [Guid]

  // What became of records

  /// Records what a page came to, all of it or nothing; but a coupling with a record that has
  /// another partner is left out and returned (F1). To give a record a new partner, remove its old
  /// coupling in the same page.
  @discardableResult
  func record(_ outcome: PageOutcome) async throws(StoreFailure) -> [RefusedCoupling]

  /// The entries of records of one side, in any order.
  func entries(
    _ mapping: String, _ direction: Direction, ids: [Guid]
  ) async throws(StoreFailure) -> [Entry]

  /// The entries that a query asks for, newest first.
  func entries(_ query: EntryQuery) async throws(StoreFailure) -> [Entry]

  /// The source records that a run takes up again whatever its mark says (R D-17, F6), in the order
  /// of ids: failed and not skipped, and held or later ones with what they wait for. With
  /// `releasedOnly` without the failed ones.
  func due(
    _ mapping: String, _ direction: Direction, releasedOnly: Bool, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [DueRecord]

  /// Takes the skipped mark from records and from the couplings of some mappings, so that the next
  /// run tries them again (R D-38); all that the query describes, whatever its limit. Returns how
  /// many.
  func retry(
    _ query: EntryQuery, of mappings: [RestingMapping], at moment: DateTimeValue
  ) async throws(StoreFailure) -> Int

  /// Marks couplings as skipped, with a reason (R D-35).
  func skip(_ pair: TablePair, _ entries: [Entry]) async throws(StoreFailure)

  // Marks (R D-13 to D-16)

  func mark(_ mapping: String, _ direction: Direction) async throws(StoreFailure) -> ChangeMark?
  /// Moves a mark, unless somebody else moved it since it was read.
  func move(
    _ mark: MarkMove, _ mapping: String, _ direction: Direction
  ) async throws(StoreFailure)
  /// Sets or forgets a mark, wherever it stands.
  func setMark(
    _ mark: ChangeMark?, _ mapping: String, _ direction: Direction
  ) async throws(StoreFailure)

  // Jobs (R D-6, D-7)

  func startJob(_ job: Job) async throws(StoreFailure) -> JobID
  func finishJob(
    _ id: JobID, at moment: DateTimeValue, message: String?
  ) async throws(StoreFailure)
  func jobs(_ query: JobQuery) async throws(StoreFailure) -> [Job]

  /// Forgets jobs and runs that finished before a moment, and the history before it; but no job
  /// that an entry still refers to (SKP-013). Entries stay: a record that waits or fails is not over.
  /// Returns how many jobs are gone.
  @discardableResult
  func cleanUp(before moment: DateTimeValue) async throws(StoreFailure) -> Int

  // Intents (B6)

  func open(_ intent: Intent) async throws(StoreFailure) -> IntentID
  func openIntents() async throws(StoreFailure) -> [Intent]
  func close(_ id: IntentID) async throws(StoreFailure)
  /// The writes of runs that were given up, in both directions, which may still be on their way.
  func pendingWrites(_ pair: TablePair) async throws(StoreFailure) -> [PendingWrite]

  // Leases (R A-24, L-12; F9)

  /// Gives a pair of tables to a holder, unless somebody has it.
  ///
  /// - Parameters:
  ///   - holder: Who asks, in words.
  ///   - dead: A holding that stood still for the length of a lease: it is taken over.
  func take(
    _ pair: TablePair, for holder: String, over dead: LeaseHolding?, at moment: DateTimeValue
  ) async throws(StoreFailure) -> LeaseAnswer
  /// Whether the lease still holds; it does so for another length then.
  func renew(_ lease: Lease, at moment: DateTimeValue) async throws(StoreFailure) -> Bool
  /// Gives a lease back; nothing where somebody else has it by now.
  func release(_ lease: Lease) async throws(StoreFailure)
  /// The same state for somebody who holds a lease: every write is refused as `busy` once somebody
  /// else has it.
  func under(_ lease: Lease) -> any StateStore

  // Runs of a full synchronization (F9)

  func startRun(_ run: FullRun) async throws(StoreFailure) -> RunID
  /// Saves a line; the cursors that it does not name stay as they are.
  func saveLine(_ line: FullRunLine, of run: RunID) async throws(StoreFailure)
  func runs(limit: Int) async throws(StoreFailure) -> [FullRun]
  func finishRun(_ id: RunID, at moment: DateTimeValue) async throws(StoreFailure)

  // Schedules (F8)

  func schedule(_ mapping: String) async throws(StoreFailure) -> ScheduleState?
  func saveSchedule(_ state: ScheduleState) async throws(StoreFailure)

  /// The greatest running number that a mapping's generated keys have used, as far as is known
  /// (R C-38): where to look on from, and no promise that the next one is free.
  func lastNumber(_ mapping: String) async throws(StoreFailure) -> Int
  /// Notes a running number, unless a greater one is known.
  func noteNumber(_ number: Int, _ mapping: String) async throws(StoreFailure)

  /// What was noted of one record on either side, newest first (B7).
  func history(_ side: Side, _ id: Guid, limit: Int) async throws(StoreFailure) -> [HistoryEvent]
}

extension StateStore {
  /// The source records that a run takes up again, failed ones among them.
  public func due(
    _ mapping: String, _ direction: Direction, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [DueRecord] {
    try await due(mapping, direction, releasedOnly: false, after: id, limit: limit)
  }
}
