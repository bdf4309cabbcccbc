import MapRuntime
import MapSync

/// Orders, quotes and invoices over the engine: what their mappings say beside their field maps
/// (F15 to F28, docs/language.md#documents).
public struct Documents: Sendable {
  public init() {}
}

extension Integration {
  /// The same, with documents.
  public func withDocuments() -> Integration {
    var integration = self
    integration.documents = Documents()
    return integration
  }
}

extension Documents: DocumentEngine {
  package func part<Way: OneWay>(
    _ way: Way.Type, of mapping: BoundMapping, _ mode: RunMode, job: JobID,
    _ integration: Integration
  ) async throws(StoreFailure) -> (any DocumentPart<Way>)? {
    guard let policy = mapping.document else { return nil }
    if mapping.onlyWritesBack {
      return WriteBackPart(
        writes: policy.writeBack, target: integration.store(Way.direction.target))
    }
    guard policy.kind != nil else { return nil }
    if mapping.reportsBack {
      return BackPart(policy: policy, target: integration.store(Way.direction.target))
    }
    guard
      let lines = integration.mappings.first(where: {
        $0.policy.parent == mapping.name && $0.policy.isEnabled
          && $0.policy.directions.contains(Way.direction)
      })
    else { return nil }
    return try await Self.part(way, lines.type, policy, mapping, lines, mode, job, integration)
  }

  package func jobs(of mapping: BoundMapping) -> [DocumentJob] {
    guard let policy = mapping.document else { return [] }
    return (policy.notes == nil ? [] : [.notes(of: mapping)])
      + (policy.timeline.isEmpty ? [] : [.timeline(of: mapping)])
  }

  package func run(
    _ job: DocumentJob, _ integration: Integration
  ) async throws(StoreFailure) -> [JobReport] {
    if job.kind == .notes {
      return try await NoteExchange(job: job, integration: integration).run()
    }
    let report = try await Timeline(mapping: job.mapping, integration: integration).run()
    return report.map { [$0] } ?? []
  }

  private static func part<Way: OneWay, Line: CompiledMapping>(
    _ way: Way.Type, _ type: Line.Type, _ policy: DocumentPolicy, _ mapping: BoundMapping,
    _ lines: BoundMapping,
    _ mode: RunMode, _ job: JobID, _ integration: Integration
  ) async throws(StoreFailure) -> any DocumentPart<Way> {
    var mode = mode
    // A line goes with its header, whatever its own mapping would create by itself.
    mode.createsUncoupled = true
    mode.onlyUncoupled = false
    switch Way.direction {
    case .toBC:
      return HeaderPart<Way, ToBC<Line>>(
        policy: policy, line: lines.document, isTwoWay: mapping.worksBothWays,
        priceLists: try DocumentPriceLists(way, mapping, integration),
        lines: try await DirectionRun(integration, lines, mode, job: job))
    case .toSales:
      return HeaderPart<Way, ToSales<Line>>(
        policy: policy, line: lines.document, isTwoWay: mapping.worksBothWays,
        priceLists: try DocumentPriceLists(way, mapping, integration),
        lines: try await DirectionRun(integration, lines, mode, job: job))
    }
  }
}

/// What belongs to the headers of a run.
struct HeaderPart<Way: OneWay, Lines: OneWay>: DocumentPart {
  let policy: DocumentPolicy
  /// What its lines say.
  let line: DocumentPolicy?
  /// Whether both sides work on its documents (F22).
  let isTwoWay: Bool
  /// Where new documents take price lists that their mapping does not write; nil for nowhere.
  let priceLists: DocumentPriceLists<Way.Target, Lines.Target>?
  let lines: DirectionRun<Lines>

  var followsCreation: Bool {
    isTwoWay || policy.effect(of: .created) != nil || policy.won != nil
  }

  /// Lines that came with the update are coupled, and their numbers go back (R F-7).
  var followsUpdate: Bool { isTwoWay }

  func page() -> any DocumentPage<Way> { HeaderPage(self) }

  func refresh(
    _ scope: RefreshScope, _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters {
    try await InvoiceStates(policy, run).refresh(scope)
  }

  /// What was deleted at its source stays where it was taken in; of orders on which both sides work
  /// Sales is told how they ended.
  func settle(
    _ gone: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters? {
    guard isTwoWay, Way.direction == .toSales, !gone.isEmpty else { return JobCounters() }
    let told = try await LastLines(self, run).write(gone)
    try await uncoupleLines(of: told.documents)
    return try await BackPart<Way>(policy: policy, target: run.target)
      .settle(told.documents, run, remarks: told.remarks)
  }
}

extension DocumentPolicy {
  /// Whether a mapping takes a document in that nobody asked for: the setup and the mapping must allow it
  /// (R E-1, G-2).
  func takesByItself<Source: TableRecord>(
    _ source: Source, _ direction: Direction, _ values: RunValues
  ) -> Bool {
    guard let creation = creation(direction) else { return true }
    if let setting = creation.enabledBy, values.setting(setting) != .boolean(true) { return false }
    guard let condition = creation.when?[direction.source] else { return true }
    return condition.known(of: Source.table, in: values)
      .holds(RecordValues(of: source), in: Source.table)
  }
}
