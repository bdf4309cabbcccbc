import MapRuntime

/// One mapping in one direction during one job: what all of its pages share. It never changes; an
/// object, as a copy would count the references of all that is in it.
package final class DirectionRun<Way: OneWay>: Sendable {
  package let integration: Integration
  package let mapping: BoundMapping
  package let mode: RunMode
  package let job: JobID
  package let values: RunValues
  let slots: [ReferenceSlot]
  /// Whether entries of this direction exist, so that pages must look for theirs.
  let hasEntries: Bool
  /// Whether references of the other direction still wait for their records (`uncoupled: later`).
  let hasLatersOfOtherWay: Bool
  let resolver: ReferenceResolver
  let follower: ReferenceFollower
  let first: ReferencesFirst
  let related: RelatedFinder<Way.Source, Way.Related>
  let sourceFigures: FigureFiller<Way.Source>
  let targetFigures: FigureFiller<Way.Target>
  package let columns: TargetColumns<Way.Target>
  /// Nil where no key is made (R C-38).
  let generatedKeys: GeneratedKeys?
  /// What new and changed Sales records are stamped with (R C-39).
  let stamp: Guid?
  /// Writes of runs that were given up, in both directions, which may still be on their way (B6).
  let pending: [PendingWrite]
  /// Ids that are kept for new targets of some sources.
  let reserved: [Guid: Guid]
  let rules: [any PageRule]
  let creationRules: [any CreationRule]
  private let exclusion: WriteInExclusion
  /// What belongs to the headers of documents besides; nil where the mapping has none.
  package let document: (any DocumentPart<Way>)?

  package init(
    _ integration: Integration, _ mapping: BoundMapping, _ mode: RunMode, job: JobID
  ) async throws(StoreFailure) {
    self.integration = integration
    self.mapping = mapping
    self.mode = mode
    self.job = job
    values = integration.run
    slots = Way.Mapping.slots(Way.direction)
    hasEntries = try await !integration.state.entries(
      EntryQuery(mapping: mapping.name, direction: Way.direction, limit: 1)
    ).isEmpty
    let mayFollow =
      mapping.policy.directions.count > 1 && slots.contains { $0.uncoupled == .later }
    hasLatersOfOtherWay =
      try await mayFollow
      ? !integration.state.entries(
        EntryQuery(
          mapping: mapping.name, direction: Way.direction.reversed, kinds: [.later, .interrupted],
          limit: 1)
      ).isEmpty : false
    resolver = ReferenceResolver(integration, slots, Way.direction)
    follower = ReferenceFollower(integration, slots)
    first = ReferencesFirst(integration, mapping, slots, Way.direction)
    related = try RelatedFinder(integration)
    sourceFigures = try FigureFiller(
      integration, values, isUsed: Way.Mapping.readsFigures(Way.direction.source))
    targetFigures = try FigureFiller(
      integration, values, isUsed: Way.Mapping.readsFigures(Way.direction.target))
    columns = TargetColumns(
      integration.table(Way.direction.target, Way.Target.table.name),
      twoWay: Way.Mapping.twoWay(Way.direction),
      unvalidated: Way.direction == .toBC ? Way.Mapping.unvalidated : FieldSet(),
      owner: integration.owner)
    generatedKeys = GeneratedKeys(
      integration, mapping.name, Way.Target.table, Way.Mapping.keySeries(Way.direction))
    let hasStamp =
      Way.direction == .toSales
      && integration.table(.sales, mapping.pair.sales)?.roles.company != nil
    stamp = hasStamp ? integration.company : nil
    pending = try await integration.state.pendingWrites(mapping.pair)
    reserved = Dictionary(
      pending.filter { $0.direction == Way.direction && $0.write.kind == .creation }
        .map { ($0.write.source, $0.write.target) }
    ) { first, _ in first }
    exclusion = WriteInExclusion(Way.Mapping.BCRecord.table, values, integration)
    let context = RuleContext(
      integration: integration, mapping: mapping, direction: Way.direction, slots: slots,
      source: Way.Source.table, target: Way.Target.table, values: values)
    rules = try NamedRules.rules(context)
    creationRules = try NamedRules.creationRules(context)
    document = try await integration.documents?.part(
      Way.self, of: mapping, mode, job: job, integration)
  }

  var direction: Direction { Way.direction }
  package var policy: MappingPolicy { mapping.policy }
  package var source: any SystemStore { integration.store(direction.source) }
  package var target: any SystemStore { integration.store(direction.target) }

  /// Uncoupled records are created by this run.
  package var creates: Bool {
    policy.creates.contains(direction) && (mode.createsUncoupled || policy.scope == .all)
  }

  /// Whether a record is never this mapping's, coupled or not: it is the write-in product.
  func excludes(_ record: Way.Source) -> Bool {
    direction.source == .bc && exclusion.excludes(record)
  }

  /// Whether a record is within the mapping's filter, as compiled or as setup has it.
  package func accepts(_ record: Way.Source) -> Bool {
    if excludes(record) { return false }
    guard let filter = policy.filters[direction.source] else {
      return Way.accepts(record, values)
    }
    return filter.holds(RecordValues(of: record), in: Way.Source.table)
  }

  /// The records of the source side that are this company's.
  package var sourceCompany: RecordQuery.Company? { company(on: direction.source) }

  func company(on side: Side) -> RecordQuery.Company? {
    CompanyQuery.of(mapping, side, integration)
  }
}
