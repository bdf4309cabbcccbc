import MapRuntime

/// Finds the Sales partner of uncoupled BC records by the groups of fields that the mapping names
/// (F4; R D-45 to D-48). Each group starts afresh.
struct Matcher<Mapping: CompiledMapping>: Sendable {
  enum Match: Hashable, Sendable {
    case found(Guid)
    case none
    case several
    /// The only candidate is coupled with another record.
    case taken
  }

  let integration: Integration
  let mapping: BoundMapping
  let policy: MatchPolicy
  let values: RunValues
  private let slots = Mapping.slots(.toSales)
  private let keys: MatchKeys<Mapping>

  init(
    _ integration: Integration, _ mapping: BoundMapping, _ policy: MatchPolicy, values: RunValues
  ) {
    self.integration = integration
    self.mapping = mapping
    self.policy = policy
    self.values = values
    keys = MatchKeys(policy, integration)
  }

  func match(
    _ records: [StoredRecord<Mapping.BCRecord>]
  ) async throws(StoreFailure) -> [Match] {
    var matches = Array(repeating: Match.none, count: records.count)
    let references = try await references(of: records)
    // Two records of a page never get one partner.
    var given: Set<Guid> = []
    for group in policy.groups.indices {
      let open = records.indices.filter { matches[$0].isOpen }
      if open.isEmpty { break }
      let wanted = open.compactMap { place -> (place: Int, key: [Value])? in
        key(group, of: records[place].record, references[place]).map { (place, $0) }
      }
      try await search(group, wanted, &matches, &given)
    }
    return matches
  }

  private func search(
    _ group: Int, _ wanted: [(place: Int, key: [Value])], _ matches: inout [Match],
    _ given: inout Set<Guid>
  ) async throws(StoreFailure) {
    guard !wanted.isEmpty else { return }
    let columns = columns(of: group)
    let found = try await integration.sales.records(
      Mapping.SalesRecord.self, matching: columns, values: wanted.map(\.key), query)
    let taken = try await integration.state.coupled(
      [mapping.pair], .sales, ids: found.map(\.id))
    var candidates: [[Value]: [Guid]] = [:]
    for record in found where filter.accepts(record.record) {
      let row = RecordValues(of: record.record)
      let key = columns.map { Self.folded(row[$0.column], $0) }
      candidates[key, default: []].append(record.id)
    }
    let askers = Dictionary(grouping: wanted) { folded($0.key, columns) }
    for (key, askers) in askers {
      let partners = candidates[key] ?? []
      for asker in askers {
        matches[asker.place] =
          if partners.isEmpty {
            .none
          } else if partners.count > 1 || askers.count > 1 {
            .several
          } else if taken.contains(partners[0]) || !given.insert(partners[0]).inserted {
            .taken
          } else {
            .found(partners[0])
          }
      }
    }
  }

  /// The Sales records that are looked at: this company's, within the filter (R D-45).
  private var query: RecordQuery {
    RecordQuery(
      filter.condition(.sales),
      company: CompanyQuery.of(mapping, .sales, integration))
  }

  private var filter: FilterInForce<Mapping> {
    FilterInForce(policy: mapping.policy, values: values)
  }

  private func columns(of group: Int) -> [MatchColumn] {
    policy.groups[group].map { MatchColumn($0.column, isCaseSensitive: $0.isCaseSensitive) }
      + parentColumn.map { [MatchColumn($0)] }.orNone
  }

  /// A line matches only within its coupled header (LANGUAGE 5, parent).
  private var parentColumn: Int? {
    guard mapping.policy.parent != nil,
      let lookup = integration.table(.sales, mapping.pair.sales)?.parent?.by.first?.own
    else { return nil }
    return Mapping.SalesRecord.table.column(lookup)
  }

  private func key(
    _ group: Int, of record: Mapping.BCRecord, _ references: ArraySlice<ResolvedReference>
  ) -> [Value]? {
    var none = NoRelatedSource()
    let row = ConversionRow(
      run: values, references: references, related: Mapping.ToSalesRelated(reading: &none),
      isNew: true)
    guard let key = keys.key(group, of: record, row) else { return nil }
    guard parentColumn != nil else { return key }
    guard let slot = slots.firstIndex(where: \.isParent),
      case .sales(let parent) = row.reference(slot)
    else { return nil }
    return key + [.lookup(parent)]
  }

  private func references(
    of records: [StoredRecord<Mapping.BCRecord>]
  ) async throws(StoreFailure) -> [ArraySlice<ResolvedReference>] {
    var keys: [ReferenceKey] = []
    for record in records { Mapping.references(of: record.record, to: &keys) }
    let resolved = try await ReferenceResolver(integration, slots, .toSales).resolve(keys)
    return records.indices.map {
      resolved[$0 * slots.count..<($0 + 1) * slots.count]
    }
  }

  private func folded(_ key: [Value], _ columns: [MatchColumn]) -> [Value] {
    zip(key, columns).map { Self.folded($0, $1) }
  }

  private static func folded(_ value: Value, _ column: MatchColumn) -> Value {
    guard case .text(let text) = value, !column.isCaseSensitive else { return value }
    return .text(TextCase.upper(text))
  }
}

extension Matcher.Match {
  /// Whether a later group may still find the record's partner.
  fileprivate var isOpen: Bool { if case .found = self { false } else { true } }
}

extension Optional where Wrapped == [MatchColumn] {
  fileprivate var orNone: [MatchColumn] { self ?? [] }
}
