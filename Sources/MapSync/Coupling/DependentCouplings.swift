import MapRuntime

/// The couplings of a dependent mapping that link the two records of a coupling: the contacts of
/// this customer at this account, and nobody else's (R D-54).
struct DependentCouplings: Sendable {
  private let integration: Integration
  private let dependent: BoundMapping
  private let owner: BoundMapping

  init(_ integration: Integration, _ dependent: BoundMapping, of owner: BoundMapping) {
    self.integration = integration
    self.dependent = dependent
    self.owner = owner
  }

  func couplings(of owners: [Coupling]) async throws(StoreFailure) -> [Coupling] {
    try await Self.couplings(dependent.type, dependent, owner, owners, integration)
  }

  private static func couplings<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ dependent: BoundMapping, _ owner: BoundMapping,
    _ owners: [Coupling], _ integration: Integration
  ) async throws(StoreFailure) -> [Coupling] {
    guard let column = ownerColumn(Mapping.self, integration) else { return [] }
    let partners = owners.map { [Value.lookup(Lookup(table: owner.pair.sales, id: $0.salesID))] }
    let records = try await integration.sales.records(
      Mapping.SalesRecord.self, matching: [MatchColumn(column)], values: partners, .all)
    let couplings = try await integration.state.couplings(
      dependent.pair, .sales, ids: records.map(\.id)
    ).compactMap { $0 }
    // Only those whose BC side belongs to the same owner.
    var bc = try await integration.bc.records(
      Mapping.BCRecord.self, ids: couplings.map(\.bcID))
    try await FigureFiller<Mapping.BCRecord>(
      integration, integration.run, isUsed: Mapping.readsFigures(.bc)
    ).fill(&bc)
    let owned = try await keys(of: owners, owner, integration)
    let kept = Set(bc.filter { refers($0.record, Mapping.self, owner, owned) }.map(\.id))
    return couplings.filter { kept.contains($0.bcID) }
  }

  /// The keys by which BC records refer to the owners now; to one that is gone by the key that it
  /// had, unless that is another's by now.
  private static func keys(
    of owners: [Coupling], _ owner: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> Set<String> {
    let keyed = KeyedRecords(integration)
    let there = try await keyed.parts(of: owner.pair.bc, ids: owners.map(\.bcID))
    let gone = Set(owners.filter { there[$0.bcID] == nil }.map(\.bcKey))
    let taken = try await keyed.ids(of: owner.pair.bc, keys: gone)
    let present = there.values.map { parts in RecordKey.of(parts.map(Code.normalized)) }
    return Set(present).union(gone.subtracting(taken.keys))
  }

  /// Whether a BC record refers to one of the owners.
  private static func refers<Mapping: CompiledMapping>(
    _ record: Mapping.BCRecord, _ type: Mapping.Type, _ owner: BoundMapping, _ owned: Set<String>
  ) -> Bool {
    var keys: [ReferenceKey] = []
    Mapping.references(of: record, to: &keys)
    return zip(Mapping.slots(.toSales), keys).contains { slot, key in
      guard slot.mappings.contains(owner.name) else { return false }
      return switch key {
      case .bc(_, let text), .any(let text): owned.contains(text)
      default: false
      }
    }
  }

  /// The column of the dependent's Sales record that refers to the owner: the header of a line, or
  /// what the table's role says.
  private static func ownerColumn<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ integration: Integration
  ) -> Int? {
    let table = Mapping.SalesRecord.table
    guard let description = integration.table(.sales, table.name) else { return nil }
    let own = description.parent?.by.first?.own ?? description.roles.belongsTo
    return own.flatMap(table.column)
  }
}
