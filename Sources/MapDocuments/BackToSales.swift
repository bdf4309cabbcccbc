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
  func settle(_ gone: [Coupling], _ run: DirectionRun<Way>) async throws(StoreFailure) -> Bool {
    guard !gone.isEmpty else { return true }
    // What happened to them last is told before they are uncoupled.
    _ = try await Timeline(mapping: run.mapping, integration: run.integration).run()
    let ends = try await run.source.ends(of: gone.map(\.bcID), in: Way.Source.table)
    for (end, event) in [
      (DocumentEnd.invoiced, DocumentEvent.completelyInvoiced), (.deleted, .deleted),
    ] {
      guard let effect = policy.effect(of: event) else { continue }
      let couplings = gone.filter { ends[$0.bcID] == end }
      guard !couplings.isEmpty else { continue }
      try await settle(couplings, end, effect, run)
    }
    return true
  }

  /// The Sales side first: a kill before the coupling goes finds both as they were, and does the same
  /// again.
  private func settle(
    _ couplings: [Coupling], _ end: DocumentEnd, _ effect: DocumentPolicy.Effect,
    _ run: DirectionRun<Way>
  ) async throws(StoreFailure) {
    let side = Way.direction.target
    let values = effect.setSales.map { assignment in
      assignment.value.value(
        as: run.integration.table(side, Way.Target.table.name)?.field(assignment.field)?.type
          ?? .memo(length: nil), on: side, in: run.values)
    }
    let results = try await run.target.rewrite(
      couplings.map { FieldRow(id: $0.id(side), values) }, effect.setSales.map(\.field),
      state: effect.state, in: Way.Target.table)
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
            salesID: coupling.salesID, job: run.job, message: end.told(effect.state)))
      case .stale, .refused, .failed:
        outcome.counters.failed += 1
        outcome.entries.append(
          Entry(
            mapping: run.mapping.name, direction: Way.direction, kind: .failed,
            sourceID: coupling.id(Way.direction.source),
            sourceName: RecordKey.shown(coupling.bcKey), targetID: coupling.id(side),
            message: "is gone in Business Central, and its Sales order could not be told: "
              + (result.said ?? "it was changed meanwhile"), job: run.job, at: outcome.at))
      }
    }
    outcome.counters.uncoupled = outcome.removed.count
    _ = try await run.integration.state.record(outcome)
  }
}

extension DocumentEnd {
  /// For the history of both documents.
  fileprivate func told(_ state: DocumentState?) -> String {
    let end =
      switch self {
      case .invoiced: "all of it is invoiced in Business Central"
      case .deleted: "it was deleted in Business Central"
      }
    return end + (state.map { "; in Sales it is '\($0.name)' now" } ?? "")
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

  /// A Sales order in a state that the mapping leaves alone stays as it is.
  func convert(_ page: Page<Way>) async throws(StoreFailure) {
    guard let states = policy.states, let column = Way.Target.table.column(states.field) else {
      return
    }
    for index in page.indices(.update) {
      let row = page.rows[index]
      guard let target = row.target,
        let state = RecordValues(of: target.record)[column].option
      else { continue }
      switch states.rule(in: state) {
      case .update, .takeIn: continue
      case .refuse:
        page.fail(row, "its Sales document is in a state in which the mapping refuses it")
      case .ignore, .stateOnly, nil: row.leave()
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
}
