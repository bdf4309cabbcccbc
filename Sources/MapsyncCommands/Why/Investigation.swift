import MapRuntime
import MapSync

/// Gathers what is known of a record (B7).
struct Investigation: Sendable {
  private let integration: Integration
  private let finder: RecordFinder

  init(_ integration: Integration) {
    self.integration = integration
    finder = RecordFinder(integration)
  }

  /// - Parameter isWhole: All that happened, and not only the last of it.
  func answer(_ text: String, isWhole: Bool = false) async throws -> WhyAnswer {
    let subject = try await subject(text)
    var mappings: [WhyMapping] = []
    for mapping in integration.mappings where name(subject.side, mapping) == subject.table {
      mappings.append(try await self.mapping(mapping, subject))
    }
    let state = integration.state
    let history = try await state.history(
      subject.side, subject.id, limit: isWhole ? .max : 50)
    var jobs: [Job] = []
    let ids = Set(
      history.compactMap(\.job) + mappings.flatMap { $0.entries.compactMap(\.entry.job) })
    for id in ids.sorted(by: >).prefix(isWhole ? .max : 20) {
      jobs += try await state.jobs(JobQuery(id: id))
    }
    return WhyAnswer(
      record: WhyRecord(
        side: subject.side.name, table: subject.table, id: subject.id.description,
        name: subject.facts?.name ?? subject.name, exists: subject.facts != nil,
        modified: subject.facts?.version.modified.description,
        isOurs: subject.facts?.version.isOurs),
      mappings: mappings, history: history.map(WhyEvent.init),
      moreHistory: try await state.historyCount(subject.side, subject.id) - history.count,
      jobs: jobs.map(JobListAnswer.Line.init),
      moreJobs: isWhole ? 0 : max(0, ids.count - 20))
  }

  /// The record that is meant: one that is there, or one that a coupling still names.
  private func subject(_ text: String) async throws -> WhySubject {
    let wanted = finder.text(text)
    var subjects: [WhySubject] = []
    for mapping in integration.mappings where wanted.means(mapping) {
      for record in try await finder.likelyRecords(wanted, mapping) {
        subjects.append(WhySubject(record.facts, table: name(record.facts.side, mapping)))
      }
    }
    let lost = LostSubjects(wanted, integration)
    if subjects.isEmpty { subjects = try await lost.coupled() }
    if subjects.isEmpty { subjects = try await lost.remembered() }
    var distinct: [WhySubject] = []
    for subject in subjects where !distinct.contains(where: { $0.isSame(as: subject) }) {
      distinct.append(subject)
    }
    // A key that both partners know is the BC record's.
    if distinct.count > 1, wanted.id == nil {
      let bc = distinct.filter { $0.side == .bc }
      if bc.count == 1 { distinct = bc }
    }
    guard let first = distinct.first else {
      throw CommandFailure(
        "no table knows a record '\(PlainLine.of(text))', and neither a coupling nor the history does"
      )
    }
    guard distinct.count == 1 else {
      let names =
        try await ToldApart(distinct.compactMap(\.facts), integration).names
        + distinct.filter { $0.facts == nil }.map { "\($0.table):\($0.name)" }
      throw CommandFailure(
        "'\(PlainLine.of(text))' may be \(PlainLine.of(names.joined(separator: ", "))); say which")
    }
    return first
  }

  private func mapping(
    _ mapping: BoundMapping, _ subject: WhySubject
  ) async throws(StoreFailure) -> WhyMapping {
    let side = subject.side
    let inspection = RecordInspection(integration)
    let own = try await inspection.facts(mapping, side, ids: [subject.id]).first
    let coupling = try await integration.state.couplings(mapping.pair, side, ids: [subject.id])[0]
    var partner: RecordFacts?
    if let coupling, coupling.salesID.option == nil || side == .sales {
      partner = try await inspection.facts(mapping, side.other, ids: [coupling.id(side.other)])
        .first
    }
    var older: [Direction] = []
    if let coupling {
      older = try await MappingEffects(integration).older(mapping, coupling)
    }
    let next = try await next(mapping, subject, coupling)
    let why = coupling.map {
      WhyCoupling(
        $0, bc: side == .bc ? own : partner, sales: side == .sales ? own : partner, side: side,
        mapping: mapping, key: integration.name(of: $0.bcKey, in: mapping.pair.bc),
        isOwed: next.contains(where: \.isOwed), older: older)
    }
    return WhyMapping(
      mapping: mapping.name, file: mapping.policy.file, isWithinFilter: own?.isWithinFilter,
      failedConditions: own?.failed ?? [],
      coupling: why, entries: try await entries(mapping, subject, coupling),
      next: next)
  }

  private func entries(
    _ mapping: BoundMapping, _ subject: WhySubject, _ coupling: Coupling?
  ) async throws(StoreFailure) -> [WhyEntry] {
    var entries: [WhyEntry] = []
    for direction in Direction.allCases {
      let id = direction.source == subject.side ? subject.id : coupling?.id(direction.source)
      guard let id else { continue }
      for entry in try await integration.state.entries(mapping.name, direction, ids: [id]) {
        var isCoupled: Bool?
        var isPartnerGone = false
        var name: String?
        if let missing = entry.missing {
          // As a run asks it.
          isCoupled = try await AwaitedRecords(integration, mapping, direction)
            .areThere([DueRecord(id, missing: missing, rule: entry.rule)])[0]
          if isCoupled == false, let id = missing.id {
            let coupling = try await integration.state.couplings(
              missing.pair, missing.side, ids: [id])[0]
            isPartnerGone = coupling != nil
          }
          if missing.side == .sales, let id = missing.id {
            let lookup = Lookup(table: missing.pair.sales, id: id)
            let names = try await ReferredNames([lookup], integration)
            name = names.shown(lookup).map { name in
              names.gone.contains(lookup) ? name : "\(lookup.table):\(name)"
            }
          }
        }
        entries.append(
          WhyEntry(
            entry: EntryAnswer(entry), isMissingCoupledNow: isCoupled,
            isPartnerGone: isPartnerGone, missingName: name))
      }
    }
    return entries
  }

  private func next(
    _ mapping: BoundMapping, _ subject: WhySubject, _ coupling: Coupling?
  ) async throws(StoreFailure) -> [WhyNext] {
    // The lines of a document go with their header.
    guard mapping.document == nil || mapping.policy.parent == nil else { return [] }
    let ids = Dictionary(
      uniqueKeysWithValues: Side.allCases.map { side in
        (side, [side == subject.side ? subject.id : coupling?.id(side)].compactMap { $0 })
      })
    let previews = try await Preview(integration).next(
      mapping, bc: ids[.bc] ?? [], sales: ids[.sales] ?? [])
    return PreviewAnswer(mapping, previews, integration).records.map(WhyNext.init)
  }

  private func name(_ side: Side, _ mapping: BoundMapping) -> String {
    side == .bc ? mapping.pair.bc : mapping.pair.sales
  }
}
