import GRDB
import MapRuntime
import MapSync

@testable import MapStoreSQLite

/// A state whose calls wait for their turn; what no other process looks at needs none.
struct SteppedState: StateStore {
  let state: any StateStore
  let turn: Turn

  private func step(
    _ name: String, reads: Footprint.Parts = [], writes: Footprint.Parts = []
  ) async throws(StoreFailure) {
    try await turn.step(name, reads: reads, writes: writes)
  }

  func couplings(
    _ pair: TablePair, _ side: Side, ids: [Guid]
  ) async throws(StoreFailure) -> [Coupling?] {
    try await step("reads the couplings of \(ids.count) records", reads: .couplings)
    return try await state.couplings(pair, side, ids: ids)
  }

  func couplings(
    _ pair: TablePair, keys: [String]
  ) async throws(StoreFailure) -> [Coupling?] {
    // A page without references asks for none.
    if !keys.isEmpty {
      try await step("reads the couplings of \(keys.count) keys", reads: .couplings)
    }
    return try await state.couplings(pair, keys: keys)
  }

  func couplings(
    _ pair: TablePair, after bcID: Guid?, limit: Int
  ) async throws(StoreFailure) -> [Coupling] {
    try await step("reads the couplings", reads: .couplings)
    return try await state.couplings(pair, after: bcID, limit: limit)
  }

  func count(_ pair: TablePair) async throws(StoreFailure) -> Int {
    try await step("counts the couplings", reads: .couplings)
    return try await state.count(pair)
  }

  // What mappings do nobody takes back: who notes it, and when, makes no difference.
  func knownMappings() async throws(StoreFailure) -> KnownMappings {
    try await state.knownMappings()
  }

  func learn(_ known: KnownMappings) async throws(StoreFailure) { try await state.learn(known) }

  func forget(_ pair: TablePair, older: [Direction: OlderEffects]) async throws(StoreFailure) {
    try await step("forgets what an older mapping did", reads: [.couplings, .intents])
    try await state.forget(pair, older: older)
  }

  func couplings(
    _ pair: TablePair, older: [Direction: OlderEffects], after bcID: Guid?, limit: Int
  ) async throws(StoreFailure) -> [Coupling] {
    try await step("reads the couplings that an older mapping wrote", reads: .couplings)
    return try await state.couplings(pair, older: older, after: bcID, limit: limit)
  }

  func count(
    _ pair: TablePair, older: [Direction: OlderEffects]
  ) async throws(StoreFailure) -> Int {
    try await step("counts the couplings that an older mapping wrote", reads: .couplings)
    return try await state.count(pair, older: older)
  }

  func coupled(
    _ pairs: [TablePair], _ side: Side, ids: [Guid]
  ) async throws(StoreFailure) -> Set<Guid> {
    try await step("asks which of \(ids.count) records are coupled", reads: .couplings)
    return try await state.coupled(pairs, side, ids: ids)
  }

  func uncouple(
    _ pair: TablePair, bcIDs: [Guid], releases: Bool, job: JobID, at moment: DateTimeValue
  ) async throws(StoreFailure) {
    try await step("removes \(bcIDs.count) couplings", writes: [.couplings, .entries, .intents])
    try await state.uncouple(pair, bcIDs: bcIDs, releases: releases, job: job, at: moment)
  }

  func releases(_ pair: TablePair) async throws(StoreFailure) -> [Guid] {
    try await step("reads what is to be released", reads: .intents)
    return try await state.releases(pair)
  }

  func record(_ outcome: PageOutcome) async throws(StoreFailure) -> RecordedOutcome {
    var parts: Footprint.Parts = []
    let couplings = outcome.created.count + outcome.couplings.count + outcome.removed.count
    if couplings > 0 { parts.insert(.couplings) }
    if !outcome.entries.isEmpty || !outcome.settled.isEmpty { parts.insert(.entries) }
    if outcome.mark != nil { parts.insert(.marks) }
    if outcome.intent != nil || !outcome.pending.isEmpty || !outcome.released.isEmpty {
      parts.insert(.intents)
    }
    if outcome.cursor != nil { parts.insert(.runs) }
    let said = "\(couplings) couplings, \(outcome.entries.count) entries"
    try await step(
      "records a page: \(said)\(outcome.mark == nil ? "" : ", the mark")", writes: parts)
    return try await state.record(outcome)
  }

  func entries(
    _ mapping: String, _ direction: Direction, ids: [Guid]
  ) async throws(StoreFailure) -> [Entry] {
    try await step("reads the entries of \(ids.count) records", reads: .entries)
    return try await state.entries(mapping, direction, ids: ids)
  }

  func entries(_ query: EntryQuery) async throws(StoreFailure) -> [Entry] {
    try await step("reads entries", reads: .entries)
    return try await state.entries(query)
  }

  func due(
    _ mapping: String, _ direction: Direction, releasedOnly: Bool, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [DueRecord] {
    try await step("reads what is due \(direction.name)", reads: [.entries, .couplings])
    return try await state.due(
      mapping, direction, releasedOnly: releasedOnly, after: id, limit: limit)
  }

  func met(
    by job: JobID, _ direction: Direction, ids: [Guid]
  ) async throws(StoreFailure) -> Set<Guid> {
    try await step("asks what the job met of \(ids.count) records", reads: .entries)
    return try await state.met(by: job, direction, ids: ids)
  }

  func count(_ query: EntryQuery) async throws(StoreFailure) -> Int {
    try await step("counts entries", reads: .entries)
    return try await state.count(query)
  }

  func due(
    _ mapping: String, _ direction: Direction, ids: [Guid]
  ) async throws(StoreFailure) -> [DueRecord] {
    try await step("asks which of \(ids.count) records are due", reads: [.entries, .couplings])
    return try await state.due(mapping, direction, ids: ids)
  }

  func retry(
    _ query: EntryQuery, of mappings: [RestingMapping], at moment: DateTimeValue
  ) async throws(StoreFailure) -> Int {
    try await step("lets records be tried again", writes: [.entries, .couplings])
    return try await state.retry(query, of: mappings, at: moment)
  }

  func skip(_ pair: TablePair, _ entries: [Entry]) async throws(StoreFailure) {
    try await step("marks \(entries.count) couplings", writes: [.entries, .couplings])
    try await state.skip(pair, entries)
  }

  func mark(_ mapping: String, _ direction: Direction) async throws(StoreFailure) -> ChangeMark? {
    try await step("reads the mark \(direction.name)", reads: .marks)
    return try await state.mark(mapping, direction)
  }

  func move(
    _ mark: MarkMove, _ mapping: String, _ direction: Direction
  ) async throws(StoreFailure) {
    try await step("moves the mark \(direction.name)", writes: .marks)
    try await state.move(mark, mapping, direction)
  }

  func setMark(
    _ mark: ChangeMark?, _ mapping: String, _ direction: Direction
  ) async throws(StoreFailure) {
    try await step("sets the mark \(direction.name)", writes: .marks)
    try await state.setMark(mark, mapping, direction)
  }

  func startJob(_ job: Job) async throws(StoreFailure) -> JobID {
    try await step("starts a job")
    return try await state.startJob(job)
  }

  func finishJob(
    _ id: JobID, at moment: DateTimeValue, message: String?
  ) async throws(StoreFailure) {
    try await step("ends a job")
    try await state.finishJob(id, at: moment, message: message)
  }

  func jobs(_ query: JobQuery) async throws(StoreFailure) -> [Job] {
    try await step("reads jobs")
    return try await state.jobs(query)
  }

  func open(_ intent: Intent) async throws(StoreFailure) -> IntentID {
    try await step("notes the intent to write \(intent.writes.count)", writes: .intents)
    return try await state.open(intent)
  }

  func openIntents() async throws(StoreFailure) -> [Intent] {
    try await step("reads the open intents", reads: .intents)
    return try await state.openIntents()
  }

  func pendingWrites(_ pair: TablePair) async throws(StoreFailure) -> [PendingWrite] {
    try await step("reads pending writes", reads: .intents)
    return try await state.pendingWrites(pair)
  }

  func take(
    _ pair: TablePair, for holder: String, over dead: LeaseHolding?, at moment: DateTimeValue
  ) async throws(StoreFailure) -> LeaseAnswer {
    try await step("asks for \(pair.bc) and \(pair.sales)", writes: .holders)
    var answer = try await state.take(pair, for: holder, over: dead, at: moment)
    // Whoever is not at work here has stood still for longer than a lease lasts, and was watched.
    if case .held(let holding) = answer, turn.isAfar {
      answer = try await state.take(pair, for: holder, over: holding, at: moment)
    }
    if case .granted = answer, turn.isAfar { try await (state as? SQLiteState)?.moveLeases() }
    return answer
  }

  /// By itself, from time to time: no step of a run.
  func renew(_ lease: Lease, at moment: DateTimeValue) async throws(StoreFailure) -> Bool {
    try await step("renews its lease")
    return try await state.renew(lease, at: moment)
  }

  func release(_ lease: Lease) async throws(StoreFailure) {
    try await step("gives \(lease.pair.bc) and \(lease.pair.sales) back", writes: .holders)
    try await state.release(lease)
  }

  func under(_ lease: Lease) -> any StateStore {
    SteppedState(state: state.under(lease), turn: turn)
  }

  func close(_ id: IntentID) async throws(StoreFailure) {
    try await step("closes an intent", writes: .intents)
    try await state.close(id)
  }

  func startRun(_ run: FullRun) async throws(StoreFailure) -> RunID {
    try await step("starts a full synchronization")
    return try await state.startRun(run)
  }

  func saveLine(_ line: FullRunLine, of run: RunID) async throws(StoreFailure) {
    try await step("saves a line")
    try await state.saveLine(line, of: run)
  }

  func runs(limit: Int) async throws(StoreFailure) -> [FullRun] {
    try await step("reads full synchronizations")
    return try await state.runs(limit: limit)
  }

  func finishRun(_ id: RunID, at moment: DateTimeValue) async throws(StoreFailure) {
    try await step("ends a full synchronization")
    try await state.finishRun(id, at: moment)
  }

  func schedule(_ mapping: String) async throws(StoreFailure) -> ScheduleState? {
    try await step("reads a schedule")
    return try await state.schedule(mapping)
  }

  func saveSchedule(_ schedule: ScheduleState) async throws(StoreFailure) {
    try await step("saves a schedule")
    try await state.saveSchedule(schedule)
  }

  func lastNumber(_ mapping: String) async throws(StoreFailure) -> Int {
    try await step("reads the last number", reads: .numbers)
    return try await state.lastNumber(mapping)
  }

  func noteNumber(_ number: Int, _ mapping: String) async throws(StoreFailure) {
    try await step("notes a number", writes: .numbers)
    try await state.noteNumber(number, mapping)
  }

  func history(_ side: Side, _ id: Guid, limit: Int) async throws(StoreFailure) -> [HistoryEvent] {
    try await step("reads the history")
    return try await state.history(side, id, limit: limit)
  }
}

extension SQLiteState {
  /// Lets the leases belong to another machine than the one that asks for them.
  fileprivate func moveLeases() async throws(StoreFailure) {
    do {
      try await writer.write { try $0.execute(sql: "UPDATE leases SET host = 'afar'") }
    } catch {
      throw .unknown("\(error)")
    }
  }
}
