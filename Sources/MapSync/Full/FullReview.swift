import MapRuntime

/// What a full synchronization would do with each mapping, and why (F9; R J-1 to J-9).
public struct FullReview: Sendable {
  private let integration: Integration
  /// After a file was put back: nothing is created that may be there already.
  private let isAfterRestore: Bool

  public init(_ integration: Integration, isAfterRestore: Bool = false) {
    self.integration = integration
    self.isAfterRestore = isAfterRestore
  }

  /// A line for each mapping that takes part, prerequisites first.
  public func lines() async throws(StoreFailure) -> [FullRunLine] {
    let waves = Waves(integration.mappings)
    var lines: [FullRunLine] = []
    for mapping in integration.mappings where FullReview.takesPart(mapping) {
      lines.append(try await line(mapping, wave: waves.wave(of: mapping.name)))
    }
    return lines.sorted { ($0.wave, $0.mapping) < ($1.wave, $1.mapping) }
  }

  /// Documents and their lines come one by one (R J-3).
  static func takesPart(_ mapping: BoundMapping) -> Bool {
    mapping.policy.isEnabled && mapping.document == nil
  }

  private func line(
    _ mapping: BoundMapping, wave: Int
  ) async throws(StoreFailure) -> FullRunLine {
    let (bc, sales) = try await Self.counts(mapping.type, mapping, integration)
    let (recommendation, reason) = recommend(mapping, bc: bc, sales: sales)
    return FullRunLine(
      mapping: mapping.name, wave: wave, recommendation: recommendation, reason: reason,
      bcCount: bc, salesCount: sales)
  }

  private func recommend(
    _ mapping: BoundMapping, bc: Int, sales: Int
  ) -> (FullRunLine.Recommendation, String) {
    let policy = mapping.policy
    let hasGroups = policy.match?.groups.isEmpty == false
    if policy.option != nil {
      return bc == 0
        ? (.nothing, "no records in Business Central")
        : (.couple, "codes are matched with the options' labels; new ones become options")
    }
    if policy.directions == [.toBC] {
      return sales == 0 && bc == 0
        ? (.nothing, "no records on either side") : (.full, "only goes to Business Central")
    }
    // What every Sales organization has from the start does not count (R J-8).
    let own = policy.emptyMeansLocalCurrency || policy.rules.contains(NamedRule.baseUnit.rawValue)
    let strangers = own && policy.parent == nil ? max(0, sales - 1) : sales
    if isAfterRestore {
      return bc == 0 && sales == 0
        ? (.nothing, "no records on either side")
        : (.full, "all records are looked at again; what may be there twice rests")
    }
    switch (bc > 0, strangers > 0) {
    case (false, false): return (.nothing, "no records on either side")
    case (true, true) where hasGroups:
      return (
        .couple,
        "both sides hold records: match them before anything is created\(Self.difference(policy))"
      )
    case (true, true): return (.full, "both sides hold records, and the mapping says no match")
    case (true, false): return (.full, "only Business Central holds records")
    case (false, true): return (.full, "only Sales holds records")
    }
  }

  /// What becomes of a matched pair that differs: it was never in step, so that both sides count as
  /// changed (R D-25).
  private static func difference(_ policy: MappingPolicy) -> String {
    guard policy.directions.count > 1 else { return "" }
    return switch policy.updateConflict {
    case .refuse: "; a pair that differs is refused until a person chooses a side"
    case .bcWins: "; where a pair differs, Business Central's values go over"
    case .salesWins: "; where a pair differs, the values of Sales go over"
    }
  }

  private static func counts<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> (bc: Int, sales: Int) {
    let values = integration.run
    let filter = FilterInForce<Mapping>(mapping.policy, values, integration)
    func query(_ side: Side) -> RecordQuery {
      RecordQuery(
        filter.condition(side),
        company: CompanyQuery.of(mapping, side, integration))
    }
    let bc = try await integration.bc.count(Mapping.BCRecord.self, query(.bc))
    let sales = try await integration.sales.count(Mapping.SalesRecord.self, query(.sales))
    return (bc, sales)
  }
}
