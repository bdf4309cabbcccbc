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

  /// A BC record that looks for its partner by the values of a group, empty ones among them.
  private struct Asker {
    let place: Int
    let key: [Value]
  }

  private let integration: Integration
  private let mapping: BoundMapping
  private let policy: MatchPolicy
  private let values: RunValues
  private let slots = Mapping.slots(.toSales)
  private let resolver: ReferenceResolver
  private let related: RelatedFinder<Mapping.BCRecord, Mapping.ToSalesRelated>
  private let keys: MatchKeys<Mapping>
  private let filter: FilterInForce<Mapping>
  /// A line matches only within its coupled header (docs/language.md#mappings, parent).
  private let parentColumn: Int?

  init(
    _ integration: Integration, _ mapping: BoundMapping, _ policy: MatchPolicy, values: RunValues
  ) throws(StoreFailure) {
    self.integration = integration
    self.mapping = mapping
    self.policy = policy
    self.values = values
    resolver = ReferenceResolver(integration, slots, .toSales)
    related = try RelatedFinder(integration)
    keys = MatchKeys(policy, integration)
    filter = FilterInForce(mapping.policy, values, integration)
    let parent = integration.table(.sales, mapping.pair.sales)?.parent?.by.first?.own
    parentColumn =
      mapping.policy.parent == nil ? nil : parent.flatMap(Mapping.SalesRecord.table.column)
  }

  func match(
    _ records: [StoredRecord<Mapping.BCRecord>]
  ) async throws(StoreFailure) -> [Match] {
    var matches = Array(repeating: Match.none, count: records.count)
    let rows = try await conversionRows(records)
    // Two records of a page never get one partner.
    var given: Set<Guid> = []
    for group in policy.groups.indices {
      let open = records.indices.filter { matches[$0].isOpen }
      if open.isEmpty { break }
      let askers = open.compactMap { place -> Asker? in
        guard let row = rows[place] else { return nil }
        return key(group, of: records[place].record, row).map { Asker(place: place, key: $0) }
      }
      // Empty values are left out, so askers differ in what they ask by; those who ask by more
      // choose first (R D-47).
      let asked = Dictionary(grouping: askers) { $0.key.map(\.isEmpty) }
        .sorted {
          ($0.key.count { $0 }, $0.key.description) < ($1.key.count { $0 }, $1.key.description)
        }
      for (leftOut, askers) in asked {
        try await search(group, leftOut, askers, &matches, &given)
      }
    }
    return matches
  }

  private func search(
    _ group: Int, _ leftOut: [Bool], _ askers: [Asker], _ matches: inout [Match],
    _ given: inout Set<Guid>
  ) async throws(StoreFailure) {
    // Nothing of the group itself is left to ask by: empty never matches empty.
    guard leftOut.prefix(policy.groups[group].count).contains(false) else { return }
    let places = leftOut.indices.filter { !leftOut[$0] }
    let all = columns(of: group)
    let columns = places.map { all[$0] }
    let found = try await integration.sales.records(
      Mapping.SalesRecord.self, matching: columns,
      values: askers.map { asker in places.map { asker.key[$0] } }, query)
    let taken = try await integration.state.coupled(
      [mapping.pair], .sales, ids: found.map(\.id))
    var candidates: [[Value]: [Guid]] = [:]
    for record in found where record.damage != nil || filter.accepts(record.record) {
      let row = RecordValues(of: record.record)
      let key = columns.map { $0.folded(row[$0.column]) }
      candidates[key, default: []].append(record.id)
    }
    let same = Dictionary(grouping: askers) { asker in
      zip(places, columns).map { $1.folded(asker.key[$0]) }
    }
    for (key, askers) in same {
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

  private func columns(of group: Int) -> [MatchColumn] {
    policy.groups[group].map { MatchColumn($0.column, isCaseSensitive: $0.isCaseSensitive) }
      + (parentColumn.map { [MatchColumn($0)] } ?? [])
  }

  private func key(
    _ group: Int, of record: Mapping.BCRecord, _ row: ConversionRow<Mapping.ToSalesRelated>
  ) -> [Value]? {
    guard let key = keys.key(group, of: record, row) else { return nil }
    guard parentColumn != nil else { return key }
    guard let slot = slots.firstIndex(where: \.isParent),
      case .sales(let parent) = row.reference(slot)
    else { return nil }
    return key + [.lookup(parent)]
  }

  /// What the values of keys are made from; nil for a record with several related ones.
  private func conversionRows(
    _ records: [StoredRecord<Mapping.BCRecord>]
  ) async throws(StoreFailure) -> [ConversionRow<Mapping.ToSalesRelated>?] {
    var keys: [ReferenceKey] = []
    for record in records { Mapping.references(of: record.record, to: &keys) }
    let resolved = try await resolver.resolve(keys)
    let related = try await related.find(records.map(\.record))
    return records.indices.map { row in
      guard related.failure(of: row) == nil else { return nil }
      return ConversionRow(
        run: values, references: resolved[row * slots.count..<(row + 1) * slots.count],
        related: related.records(of: row), isNew: true)
    }
  }
}

extension Matcher.Match {
  /// Whether a later group may still find the record's partner.
  fileprivate var isOpen: Bool { if case .found = self { false } else { true } }
}
