import MapRuntime

/// One mapping in one direction during one job: what all of its pages share. It never changes; an
/// object, as a copy would count the references of all that is in it.
package final class DirectionRun<Way: OneWay>: Sendable {
  package let integration: Integration
  package let mapping: BoundMapping
  package let mode: RunMode
  package let job: JobID
  package let values: RunValues
  /// Under this name its mark is kept.
  let mark: String
  let slots: [ReferenceSlot]
  /// Whether entries of this direction exist, so that pages must look for theirs.
  let hasEntries: Bool
  /// Whether entries of the other direction exist, of a mapping that goes both ways.
  let hasEntriesOfOtherWay: Bool
  /// Whether references of the other direction still wait for their records (`uncoupled: later`).
  let hasLatersOfOtherWay: Bool
  let resolver: ReferenceResolver
  let follower: ReferenceFollower
  let first: ReferencesFirst
  let related: RelatedFinder<Way.Source, Way.Related>
  let sourceFigures: FigureFiller<Way.Source>
  let targetFigures: FigureFiller<Way.Target>
  package let columns: TargetColumns<Way.Target>
  /// Nil where both sides never change the same fields.
  let agreement: FieldAgreement<Way>?
  /// What the mapping does, which every coupling keeps that it writes or finds equal.
  let effects: CouplingEffects
  /// What older forms of it did in this direction; nil where no coupling can be older.
  private let older: OlderEffects?
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
  /// The chosen records that it leaves as they are.
  let passedOver = PassedOverNotes()
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
    mark = mapping.mark(Way.direction, values)
    slots = Way.Mapping.slots(Way.direction)
    hasEntries = try await !integration.state.entries(
      EntryQuery(mapping: mapping.name, direction: Way.direction, limit: 1)
    ).isEmpty
    hasEntriesOfOtherWay =
      try await mapping.policy.directions.count > 1
      ? !integration.state.entries(
        EntryQuery(mapping: mapping.name, direction: Way.direction.reversed, limit: 1)
      ).isEmpty : false
    let mayFollow =
      hasEntriesOfOtherWay && slots.contains { $0.uncoupled == .later }
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
      compared: Way.Mapping.comparedFields.reduce(FieldSet()) {
        $0.union($1.columns(Way.direction.target))
      },
      unvalidated: Way.direction == .toBC ? Way.Mapping.unvalidated : FieldSet(),
      owner: integration.owner)
    let known = try await MappingEffects.known(mapping, integration, isNoted: mode.writes)
    agreement = FieldAgreement(mapping, columns, earlier: known?.layouts ?? [])
    effects = known?.current(mapping) ?? CouplingEffects()
    older = known?.older(mapping)[Way.direction]
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

  /// Whether a record of BC that would be written is that product.
  func excludes(target record: Way.Target) -> Bool {
    direction.target == .bc && exclusion.excludes(record)
  }

  /// Whether a record is within the mapping's filter, as compiled or as setup has it.
  package func accepts(_ record: Way.Source) -> Bool {
    if excludes(record) { return false }
    guard let filter = policy.filters[direction.source] else {
      return Way.accepts(record, values)
    }
    return filter.holds(RecordValues(of: record), in: Way.Source.table)
  }

  /// Why a record is not, for people.
  func reasonOutside(_ record: Way.Source) -> String {
    RecordFacts.outside(FilterInForce<Way.Mapping>(policy, values, integration).failed(record))
  }

  /// Whether a record is one as it was read: one that cannot be read is this mapping's to tell.
  func accepts(_ source: StoredRecord<Way.Source>) -> Bool {
    source.damage != nil || accepts(source.record)
  }

  /// Whether a coupled record is no business of the mapping any more.
  func isOutside(_ source: StoredRecord<Way.Source>) -> Bool {
    excludes(source.record) || policy.outsideFilter == .skip && !accepts(source)
  }

  /// The same of a target: nothing of it comes back.
  func isOutside(target: StoredRecord<Way.Target>) -> Bool {
    if excludes(target: target.record) { return true }
    guard policy.outsideFilter == .skip, target.damage == nil else { return false }
    guard let filter = policy.filters[direction.target] else {
      return !Way.accepts(target: target.record, values)
    }
    return !filter.holds(RecordValues(of: target.record), in: Way.Target.table)
  }

  /// Whether an older form of the mapping wrote a coupling in this direction.
  func isOlder(_ coupling: Coupling?) -> Bool {
    guard let coupling, let older else { return false }
    return older.contains(coupling.effects[Way.direction])
  }

  /// Whether its records are documents or lines, which both systems count, release and ship by themselves:
  /// that alone is no change of theirs that somebody made.
  var isOfDocument: Bool { document != nil || policy.parent != nil }

  /// What both sides have agreed on of a line that went with its document.
  package func agreed(
    _ row: PageRow<Way>, _ target: Way.Target, isKnown: Bool
  ) -> AgreedFields? {
    guard let agreement else { return row.coupling?.agreed }
    return agreement.withDocument(row, target, isKnown: isKnown)
  }

  /// What this direction would write of a record that both sides changed, but for what the other side
  /// changed; of two-way fields of which nobody knows who changed them, nothing.
  package func news(_ row: PageRow<Way>) -> FieldSet {
    guard let result = row.result, let target = row.target else { return FieldSet() }
    let changed = result.changes(from: target.record).intersection(columns.updatable)
    let differing = changed.intersection(columns.compared)
    return changed.subtracting(agreement?.split(row, differing, of: changed)?.theirs ?? differing)
  }

  /// Whether it runs inside another job.
  var isInner: Bool { integration.depth > 1 }

  /// Whether an entry was noted by this very job, or a failure by one that ran inside the same run: its
  /// record is not tried twice.
  func hasTried(_ entry: Entry, isDue: Bool) -> Bool {
    if entry.job == job { return !isDue }
    return entry.kind == .failed && integration.tried.contains(entry.job)
  }

  /// What a run asks for of what changed. Documents of all companies: one that waited here is seen once
  /// more where another company took it in.
  var changeQuery: RecordQuery { RecordQuery(company: document == nil ? sourceCompany : nil) }

  /// The records of the source side that are this company's.
  package var sourceCompany: RecordQuery.Company? { company(on: direction.source) }

  /// Those of the target side.
  package var targetCompany: RecordQuery.Company? { company(on: direction.target) }

  func company(on side: Side) -> RecordQuery.Company? {
    CompanyQuery.of(mapping, side, integration)
  }
}

extension OneWay {
  /// A run that only looks: it writes nothing, and belongs to no job.
  package static func looking(
    _ mapping: BoundMapping, _ integration: Integration, _ mode: RunMode
  ) async throws(StoreFailure) -> DirectionRun<Self> {
    var mode = mode
    mode.writes = false
    return try await DirectionRun(integration, mapping, mode, job: 0)
  }
}
