import MapRuntime
import MapSync

/// What happens to orders in BC goes back to the Sales orders that they came from (F20; R F-1 to F-3,
/// E-37): their headers, and how they end.
struct BackPart<Way: OneWay>: DocumentPart {
  let policy: DocumentPolicy
  let target: any SystemStore

  var followsCreation: Bool { false }

  func page() -> any DocumentPage<Way> { BackPage(self) }

  /// Documents that are gone: invoiced, or deleted by somebody.
  func settle(
    _ gone: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters? {
    try await settle(gone, run, remarks: [:])
  }

  /// - Parameter remarks: What else is to say of them, by their Sales documents.
  func settle(
    _ gone: [Coupling], _ run: DirectionRun<Way>, remarks: [Guid: String]
  ) async throws(StoreFailure) -> JobCounters {
    guard !gone.isEmpty else { return JobCounters() }
    var counters = JobCounters()
    // What happened to them last is told before they are uncoupled.
    _ = try await Timeline(mapping: run.mapping, integration: run.integration).run()
    let closed = try await closed(gone, run)
    for due in try await ended(gone, run) {
      let side = Way.direction.target
      counters += try await settle(
        due.couplings.filter { closed[$0.id(side)] == nil }, due, run, [:], remarks)
      counters += try await settle(
        due.couplings.filter { closed[$0.id(side)] != nil }, due, run, closed, remarks)
    }
    return counters
  }

  /// The Sales documents that are over, with their states: locked ones in a state that the mapping leaves
  /// alone. Whatever becomes of their orders in BC, people decide what becomes of them (R K-1).
  private func closed(
    _ gone: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> [Guid: DocumentState] {
    guard let states = policy.states else { return [:] }
    let side = Way.direction.target
    let table = run.integration.table(side, Way.Target.table.name)
    let rows = try await run.target.rows(
      of: Way.Target.table.name, [states.field], ids: gone.map { $0.id(side) }.sorted())
    var closed: [Guid: DocumentState] = [:]
    for row in rows {
      closed[row.id] = row.values.first?.option.flatMap { policy.closed($0, table) }
    }
    return closed
  }

  /// Documents that are gone and ended alike, and what the mapping says to that.
  private struct Ended {
    let end: DocumentEnd
    let effect: DocumentPolicy.Effect
    let couplings: [Coupling]
  }

  private func ended(
    _ gone: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> [Ended] {
    let ends = try await run.source.ends(of: gone.map(\.bcID), in: Way.Source.table)
    var ended: [Ended] = []
    for (end, event) in [
      (DocumentEnd.invoiced, DocumentEvent.completelyInvoiced), (.deleted, .deleted),
    ] {
      let couplings = gone.filter { ends[$0.bcID] == end }
      guard !couplings.isEmpty, let effect = policy.effect(of: event) else { continue }
      ended.append(Ended(end: end, effect: effect, couplings: couplings))
    }
    return ended
  }

  func foretell(
    _ gone: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> [Guid: String] {
    var told: [Guid: String] = [:]
    let closed = try await closed(gone, run)
    for due in try await ended(gone, run) {
      for coupling in due.couplings {
        told[coupling.id(Way.direction.source)] = due.end.told(
          due.effect.state, stays: closed[coupling.id(Way.direction.target)], when: "then")
      }
    }
    return told
  }

  /// The Sales side first: a kill before the coupling goes finds both as they were, and does the same
  /// again.
  private func settle(
    _ couplings: [Coupling], _ due: Ended, _ run: DirectionRun<Way>,
    _ closed: [Guid: DocumentState], _ remarks: [Guid: String]
  ) async throws(StoreFailure) -> JobCounters {
    guard !couplings.isEmpty else { return JobCounters() }
    let effect = due.effect
    let side = Way.direction.target
    let values = effect.setSales.map { assignment in
      assignment.value.value(
        as: run.integration.table(side, Way.Target.table.name)?.field(assignment.field)?.type
          ?? .memo(length: nil), on: side, in: run.values)
    }
    let rows = couplings.map { FieldRow(id: $0.id(side), values) }
    let results = try await WriteRetry.again(rows) { rows throws(StoreFailure) in
      try await run.target.rewrite(
        rows, effect.setSales.map(\.field), state: closed.isEmpty ? effect.state : nil,
        in: Way.Target.table)
    }
    var outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: run.integration.clock())
    for (coupling, result) in zip(couplings, results) {
      switch result {
      case .written, .missing:
        outcome.counters.modified += 1
        if effect.uncouples { outcome.removed.append(coupling) }
        outcome.events.append(
          HistoryEvent(
            at: outcome.at, kind: effect.uncouples ? .uncoupled : .updated,
            mapping: run.mapping.name, direction: Way.direction, bcID: coupling.bcID,
            salesID: coupling.salesID, job: run.job,
            message: due.end.told(effect.state, stays: closed[coupling.id(side)])
              + (remarks[coupling.id(side)].map { "; \($0)" } ?? "")))
      case .stale, .refused, .failed:
        outcome.counters.failed += 1
        outcome.entries.append(
          Entry(
            mapping: run.mapping.name, direction: Way.direction, kind: .failed,
            sourceID: coupling.id(Way.direction.source),
            sourceName: run.integration.name(of: coupling.bcKey, in: run.mapping.pair.bc),
            targetID: coupling.id(side),
            message: "is gone in Business Central, and its Sales order could not be told: "
              + (result.said ?? "it was changed meanwhile"), job: run.job, at: outcome.at))
      }
    }
    outcome.counters.uncoupled = outcome.removed.count
    return try await run.integration.state.record(outcome).counters
  }
}

extension DocumentEnd {
  /// For the history of both documents.
  ///
  /// - Parameter kept: The state in which the Sales document is left.
  fileprivate func told(
    _ state: DocumentState?, stays kept: DocumentState?, when: String = "now"
  ) -> String {
    let end =
      switch self {
      case .invoiced: "all of it is invoiced in Business Central"
      case .deleted: "it was deleted in Business Central"
      }
    if let kept { return end + "; in Sales it stays '\(kept.name)'" }
    return end + (state.map { "; in Sales it is '\($0.name)' \(when)" } ?? "")
  }
}

extension DocumentPolicy {
  /// The state of a Sales document that is over: a locked one that the mapping leaves alone (R K-1).
  func closed(_ state: OptionValue, _ table: TableDescription?) -> DocumentState? {
    guard let answer = states?.answers.first(where: { $0.state.state == state }),
      answer.rule == .ignore,
      table?.states?.values.first(where: { $0.value == state.rawValue })?.isLocked == true
    else { return nil }
    return answer.state
  }
}

extension WriteResult {
  /// Why it was not done.
  fileprivate var said: String? {
    switch self {
    case .refused(let sentence), .failed(let sentence): sentence
    case .written, .stale, .missing: nil
    }
  }
}

/// The headers of one page that go back.
final class BackPage<Way: OneWay>: DocumentPage {
  private let part: BackPart<Way>

  var rests: Bool { true }

  private var policy: DocumentPolicy { part.policy }

  init(_ part: BackPart<Way>) { self.part = part }

  /// Only what came from a submitted Sales order goes back to it; the rest is nobody's business here.
  func decide(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    guard row.coupling == nil else { return false }
    row.fate = .ignored
    return true
  }

  /// A Sales order in a state that the mapping leaves alone stays as it is. One that a person has taken
  /// back to change it is told what changed once it is submitted again: the mark moves on meanwhile (F20).
  func convert(_ page: Page<Way>) async throws(StoreFailure) {
    guard let states = policy.states, let column = Way.Target.table.column(states.field) else {
      return
    }
    let table = page.run.integration.table(Way.direction.target, Way.Target.table.name)
    for index in page.indices(.update) {
      let row = page.rows[index]
      guard let target = row.target,
        let state = RecordValues(of: target.record)[column].option
      else { continue }
      switch states.rule(in: state) {
      case .update, .takeIn: continue
      case .refuse:
        page.fail(row, "its Sales document is in a state in which the mapping refuses it")
      case .ignore, .stateOnly, nil:
        guard let open = policy.open(state, table), let result = row.result,
          !result.changes(from: target.record).isEmpty
        else {
          row.leave()
          continue
        }
        row.wait(for: open, on: page)
      }
    }
  }

  func create(
    _ headers: [NewRecord<Way.Target>]
  ) async throws(StoreFailure) -> [WriteResult] {
    throw .unknown("a mapping that only reports back was to create documents")
  }

  func update(
    _ updates: [RecordUpdate<Way.Target>]
  ) async throws(StoreFailure) -> [WriteResult] {
    try await part.target.rewrite(updates, state: policy.effect(of: .updated)?.state)
  }

  func finish(_ page: Page<Way>) async throws(StoreFailure) {}

  func remarks(_ page: Page<Way>) async throws(StoreFailure) -> [Guid: DocumentRemark] {
    var remarks: [Guid: DocumentRemark] = [:]
    for row in page.rows
    where row.coupling == nil && page.run.accepts(row.source.record) {
      remarks[row.source.id] = .passedOver(
        "only what came from a document of Sales goes back to it")
    }
    return remarks
  }
}
