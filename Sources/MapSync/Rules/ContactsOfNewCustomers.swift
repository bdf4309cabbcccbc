import MapRuntime

/// `contacts-of-new-customers`: the contacts of a customer that is new in Sales come with the next
/// run, however long ago they changed (R C-37). They are noted as held by their customer, and so
/// released by its coupling; marks stay where they are.
///
/// It acts where the contacts' own mapping creates; a run that takes only coupled records leaves
/// them alone as ever (R A-9).
struct ContactsOfNewCustomers: CreationRule {
  private let integration: Integration
  private let owner: BoundMapping
  private let belonging: [BoundMapping]
  private let values: RunValues

  init(_ context: RuleContext) throws(StoreFailure) {
    let belonging = BelongingMappings.of(context.mapping, context.integration)
    guard !belonging.isEmpty else {
      throw context.unfit(
        .contactsOfNewCustomers, "finds no mapping whose records belong to this one's")
    }
    integration = context.integration
    owner = context.mapping
    values = context.values
    self.belonging = belonging.filter { mapping in
      mapping.policy.isEnabled && mapping.policy.scope == .all
        && mapping.policy.creates.contains(.toSales)
    }
  }

  func created(_ bcKeys: [String], job: JobID) async throws(StoreFailure) {
    for mapping in belonging { try await hold(mapping.type, mapping, bcKeys, job) }
  }

  private func hold<Contact: CompiledMapping>(
    _ type: Contact.Type, _ mapping: BoundMapping, _ keys: [String], _ job: JobID
  ) async throws(StoreFailure) {
    let table = Contact.BCRecord.table
    let unfilled = UnfilledFigures.names(of: table, in: integration)
    // A field that only the engine works out cannot be asked for.
    let column = RuleContext.columns(of: table, referringTo: owner.pair.bc, integration)
      .first { !unfilled.contains(table.columns[$0].name) }
    guard let column else { return }
    let filter = FilterInForce<Contact>(mapping.policy, values, integration)
    let found = try await integration.bc.records(
      Contact.BCRecord.self, matching: [MatchColumn(column)], values: keys.map { [.text($0)] },
      RecordQuery(filter.condition(.bc))
    ).filter { filter.accepts($0.record) }
    let coupled = try await integration.state.coupled(
      [mapping.pair], .bc, ids: found.map(\.id))
    let now = integration.clock()
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales, at: now)
    for record in found where !coupled.contains(record.id) {
      let key = RecordValues(of: record.record)[column].text ?? ""
      outcome.entries.append(
        Entry(
          mapping: mapping.name, direction: .toSales, kind: .held, sourceID: record.id,
          sourceName: integration.name(of: record.record, id: record.id),
          message: "comes with the next run: '\(key)' of \(owner.name) is new in Sales",
          missing: Entry.Missing(pair: owner.pair, side: .bc, key: Code.normalized(key)), job: job,
          at: now))
    }
    guard !outcome.entries.isEmpty else { return }
    try await integration.state.record(outcome)
  }
}
