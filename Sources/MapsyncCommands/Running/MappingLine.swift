import MapRuntime
import MapSync

/// One mapping with where it stands (F10).
struct MappingLine: Encodable {
  let mapping: String
  let bc: String
  let sales: String
  let direction: String
  let scope: String
  let creates: [String]
  let everySeconds: Int?
  let couplings: Int
  /// Those of them that the mapping wrote before it was changed.
  let older: Int
  let failed: Int
  let held: Int
  let skipped: Int
  let lastRun: String?
  let nextRun: String?
  let isAsleep: Bool

  init(_ mapping: BoundMapping, _ integration: Integration) async throws(StoreFailure) {
    let state = integration.state
    let policy = mapping.policy
    self.mapping = mapping.name
    bc = mapping.pair.bc
    sales = mapping.pair.sales
    direction = policy.directions.count > 1 ? "both" : policy.directions.first?.name ?? "none"
    scope = policy.scope == .all ? "all" : "coupled"
    creates = policy.creates.map(\.name).sorted()
    everySeconds = policy.every
    couplings = try await state.count(mapping.pair)
    older = try await OlderCouplings(integration).count(mapping)
    failed = try await state.count(EntryQuery(mapping: mapping.name, kinds: [.failed]))
    held = try await state.count(EntryQuery(mapping: mapping.name, kinds: [.held]))
    skipped = try await state.count(EntryQuery(mapping: mapping.name, kinds: [.skipped]))
    lastRun = try await state.jobs(JobQuery(mapping: mapping.name, limit: 1)).first?
      .started.description
    let schedule = try await state.schedule(mapping.name)
    nextRun =
      !mapping.isScheduled
      ? nil
      : schedule.map {
        Scheduler.due($0, mapping, now: integration.clock()).description
      }
    isAsleep = mapping.isScheduled && schedule?.isAsleep ?? false
  }
}
