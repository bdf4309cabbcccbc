import MapRuntime
import MapSync

/// The job that lets notes travel with the documents of a mapping: those written or changed since its
/// last run go to the partner of the document that they are on (F22; R F-20, L-6).
///
/// The id of a note's copy follows from its own. A run that is killed finds what it wrote under that
/// id, so that no note comes twice.
struct NoteExchange: Sendable {
  let job: DocumentJob
  let integration: Integration

  private var mapping: BoundMapping { job.mapping }
  /// Under which the couplings of notes are kept.
  private var pair: TablePair {
    TablePair(bc: integration.bc.noteTable, sales: integration.sales.noteTable)
  }

  func run() async throws(StoreFailure) -> [JobReport] {
    var reports: [JobReport] = []
    for direction in mapping.document?.notes?.directions ?? [] {
      if let report = try await run(direction) { reports.append(report) }
    }
    return reports
  }

  private func run(_ direction: Direction) async throws(StoreFailure) -> JobReport? {
    var record = ExchangeRecord(job, direction, integration)
    let source = integration.store(direction.source)
    var mark = try await integration.state.mark(job.name, direction)
    var hasMore = true
    while hasMore && !Task.isCancelled {
      let page = try await source.notes(
        since: mark, on: mapping.table(direction.source), limit: source.batchSize)
      hasMore = page.hasMore
      let carried = try await carry(page.notes, direction)
      // What did not get through is tried again: the mark stays.
      let move = carried.isWhole ? MarkMove(from: mark, to: page.next) : nil
      try await record.page(carried.couplings, of: pair, carried.counters, carried.events, move)
      guard carried.isWhole else { break }
      mark = page.next
    }
    return try await record.finish()
  }

  private func carry(
    _ notes: [StoredNote], _ direction: Direction
  ) async throws(StoreFailure) -> Carried {
    var carried = Carried()
    guard !notes.isEmpty else { return carried }
    let state = integration.state
    let (from, to) = (direction.source, direction.target)
    let documents = try await state.couplings(mapping.pair, from, ids: notes.map(\.document))
    let known = try await state.couplings(pair, from, ids: notes.map(\.id))
    var open: [NotePlan] = []
    for (note, (document, coupling)) in zip(notes, zip(documents, known)) {
      // What is on a document that is nobody's partner goes nowhere (R F-17).
      guard let document, coupling?.version(from) != note.version.number else { continue }
      open.append(NotePlan(note: note, document: document, coupling: coupling))
    }
    guard !open.isEmpty else { return carried }
    let target = integration.store(to)
    let there = Dictionary(
      try await target.notes(ids: open.map { $0.id(to) }).map { ($0.id, $0) }
    ) { first, _ in first }
    var writes: [NoteWrite] = []
    var written: [NotePlan] = []
    for plan in open {
      let found = there[plan.id(to)]
      let text = NoteText.converted(plan.note.text, to: to)
      switch plan.step(found, says: text, direction, returns: returns(direction)) {
      case .leave: continue
      case .couple(let found): carried.couplings.append(plan.coupled(to: found.version, direction))
      case .write(let expected):
        writes.append(
          NoteWrite(id: plan.id(to), document: plan.document.id(to), text: text, expected: expected)
        )
        written.append(plan)
      }
    }
    guard !writes.isEmpty else { return carried }
    let results = try await target.write(writes, on: mapping.table(to))
    integration.checkpoint(.afterWrite)
    for (result, (plan, write)) in zip(results, zip(written, writes)) {
      switch result {
      case .written(_, let version):
        carried.couplings.append(plan.coupled(to: version, direction))
        carried.events.append(event(plan.document, write.text, direction))
        if write.expected == nil {
          carried.counters.inserted += 1
        } else {
          carried.counters.modified += 1
        }
      case .stale: carried.isWhole = false
      case .failed:
        carried.isWhole = false
        carried.counters.failed += 1
      case .refused: carried.counters.failed += 1
      case .missing: continue
      }
    }
    return carried
  }

  private func event(
    _ document: Coupling, _ text: String, _ direction: Direction
  ) -> HistoryEvent {
    HistoryEvent(
      at: integration.clock(), kind: .noted, mapping: mapping.name, direction: direction,
      bcID: document.bcID, salesID: document.salesID, message: Self.beginning(of: text))
  }

  /// A history is no place for letters.
  private static func beginning(of text: String) -> String {
    let line = text.prefix { !$0.isNewline }.prefix(100)
    return line.count < text.count ? "\(line)…" : String(line)
  }

  /// Whether notes of these documents come back the other way too.
  private func returns(_ direction: Direction) -> Bool {
    integration.mappings.contains { other in
      other.pair == mapping.pair && other.isScheduled
        && other.document?.notes?.directions.contains(direction.reversed) == true
    }
  }
}

extension NotesDirection {
  /// To Sales first, as records do (R D-19).
  var directions: [Direction] {
    switch self {
    case .toBC: [.toBC]
    case .toSales: [.toSales]
    case .both: [.toSales, .toBC]
    }
  }
}

/// What became of one page of notes.
private struct Carried {
  var couplings: [Coupling] = []
  var counters = JobCounters()
  var events: [HistoryEvent] = []
  /// False where a note is to be tried again.
  var isWhole = true
}

/// A note that may have to travel.
private struct NotePlan {
  enum Step {
    case leave
    /// Both sides say the same.
    case couple(StoredNote)
    case write(expected: Int64?)
  }

  let note: StoredNote
  /// The documents of both sides that it is on.
  let document: Coupling
  let coupling: Coupling?

  /// The id that its copy has, or is to have.
  func id(_ side: Side) -> Guid { coupling?.id(side) ?? note.id.copied }

  func step(
    _ found: StoredNote?, says text: String, _ direction: Direction, returns: Bool
  ) -> Step {
    guard let found else {
      // One that was there and was deleted stays so.
      return coupling != nil || note.version.isOurs ? .leave : .write(expected: nil)
    }
    if found.text == text { return .couple(found) }
    let isTargetChanged =
      coupling.map { $0.version(direction.target) != found.version.number }
      ?? !found.version.isOurs
    guard isTargetChanged && returns else {
      // What we wrote ourselves last is no news, and what was changed there comes back.
      return coupling == nil && note.version.isOurs
        ? .leave : .write(expected: found.version.number)
    }
    guard !note.version.isOurs else { return .leave }
    // Both were changed: the later text counts.
    let (own, other) = (note.version.modified, found.version.modified)
    let isLater = direction == .toBC ? own >= other : own > other
    return isLater ? .write(expected: found.version.number) : .leave
  }

  func coupled(to version: RecordVersion, _ direction: Direction) -> Coupling {
    let copy = id(direction.target)
    var coupled =
      coupling
      ?? Coupling(
        bcID: direction == .toSales ? note.id : copy,
        salesID: direction == .toSales ? copy : note.id, bcKey: note.id.description)
    coupled.note(note.version, direction.source)
    coupled.note(version, direction.target)
    coupled[direction] = .success
    return coupled
  }
}
