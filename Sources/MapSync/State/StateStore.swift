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

  /// What mappings did that the state knows of, of all pairs, in the order in which it learned of it.
  func knownMappings() async throws(StoreFailure) -> KnownMappings
  /// Learns what mappings do; what is known already stays as it is.
  func learn(_ known: KnownMappings) async throws(StoreFailure)

  /// Forgets what older forms of mappings did, where nothing is left that they wrote, and nothing is on
  /// its way that they may still write: nobody has to look for it any more.
  func forget(_ pair: TablePair, older: [Direction: OlderEffects]) async throws(StoreFailure)

  /// The couplings after a BC id that older forms of their mapping wrote in one of the directions, in
  /// the order of BC ids.
  func couplings(
    _ pair: TablePair, older: [Direction: OlderEffects], after bcID: Guid?, limit: Int
  ) async throws(StoreFailure) -> [Coupling]
  /// How many of them there are.
  func count(
    _ pair: TablePair, older: [Direction: OlderEffects]
  ) async throws(StoreFailure) -> Int

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
  ///
  /// - Returns: With what was counted, which is what the job says of it.
  @discardableResult
  func record(_ outcome: PageOutcome) async throws(StoreFailure) -> RecordedOutcome

  /// The entries of records of one side, in any order.
  func entries(
    _ mapping: String, _ direction: Direction, ids: [Guid]
  ) async throws(StoreFailure) -> [Entry]

  /// The entries that a query asks for, newest first.
  func entries(_ query: EntryQuery) async throws(StoreFailure) -> [Entry]

  /// Those of some source records that failed or waited in a job.
  func met(
    by job: JobID, _ direction: Direction, ids: [Guid]
  ) async throws(StoreFailure) -> Set<Guid>

  /// How many a query means that names no ids, whatever its limit.
  func count(_ query: EntryQuery) async throws(StoreFailure) -> Int

  /// The source records that a run takes up again whatever its mark says (R D-17, F6), in the order
  /// of ids: failed and not skipped, and held or later ones with what they wait for. With
  /// `releasedOnly` without the failed ones.
  func due(
    _ mapping: String, _ direction: Direction, releasedOnly: Bool, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [DueRecord]

  /// Those of some source records that a run takes up again so, failed ones among them.
  func due(
    _ mapping: String, _ direction: Direction, ids: [Guid]
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
  /// How many there are, whatever the query's limit.
  func count(_ query: JobQuery) async throws(StoreFailure) -> Int

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
  ///   - dead: A holding that stood still for the length of a lease while the asker watched: it is
  ///     taken over. Of a holder on another machine nothing else tells that it is gone.
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
  /// How much that is, whatever the limit.
  func historyCount(_ side: Side, _ id: Guid) async throws(StoreFailure) -> Int
  /// Records that were coupled by one of some keys of BC when their coupling ended, or that a job met
  /// under a name, newest first.
  func remembered(
    keys: [String], name: String
  ) async throws(StoreFailure) -> [RememberedRecord]

  /// Takes away what is older than a moment of what happened, of jobs with what they met, and of full
  /// synchronizations: a part of it, in a short transaction and under no lease. The last job of each
  /// kind stays, and so does the last full synchronization.
  ///
  /// - Parameter limit: The largest part.
  /// - Returns: How many rows went; fewer than the limit where nothing older is left.
  func forget(before moment: DateTimeValue, limit: Int) async throws(StoreFailure) -> Int
}

extension StateStore {
  /// The source records that a run takes up again, failed ones among them.
  public func due(
    _ mapping: String, _ direction: Direction, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [DueRecord] {
    try await due(mapping, direction, releasedOnly: false, after: id, limit: limit)
  }
}
