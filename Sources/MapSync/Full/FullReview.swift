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
    for mapping in integration.mappings where takesPart(mapping) {
      lines.append(try await line(mapping, wave: waves.wave(of: mapping.name)))
    }
    return lines.sorted { ($0.wave, $0.mapping) < ($1.wave, $1.mapping) }
  }

  /// Documents and their lines come one by one (R J-3); figures beside other records do not. After a file
  /// was put back, documents that are there on both sides must find each other before anything makes
  /// them again.
  private func takesPart(_ mapping: BoundMapping) -> Bool {
    guard mapping.policy.isEnabled else { return false }
    if mapping.document == nil || mapping.onlyWritesBack { return true }
    return isAfterRestore && mapping.takesDocuments
  }

  private func line(
    _ mapping: BoundMapping, wave: Int
  ) async throws(StoreFailure) -> FullRunLine {
    let (bc, sales) = try await Self.counts(mapping.type, mapping, integration)
    let (recommendation, reason) = try await recommend(
      mapping, FullReviewCounts(bc: bc, sales: sales))
    return FullRunLine(
      mapping: mapping.name, wave: wave, recommendation: recommendation, reason: reason,
      bcCount: bc, salesCount: sales)
  }

  private func recommend(
    _ mapping: BoundMapping, _ counts: FullReviewCounts
  ) async throws(StoreFailure) -> (FullRunLine.Recommendation, String) {
    let policy = mapping.policy
    if mapping.takesDocuments {
      return (.couple, "what is there on both sides is coupled; nothing is taken in")
    }
    let (bc, sales) = (counts.bc, counts.sales)
    if policy.option != nil {
      return bc == 0
        ? (.nothing, "no records in Business Central")
        : (
          .couple,
          "codes are matched with the options' labels"
            + (policy.match?.unmatched == .create ? "; new ones become options" : "")
        )
    }
    if bc == 0 && sales == 0 { return (.nothing, "no records on either side") }
    if policy.directions == [.toBC] { return (.full, Self.onlyToBC(policy, counts)) }
    if isAfterRestore {
      return (.full, "all records are looked at again; what may be there twice rests")
    }
    // What every Sales organization has from the start does not count (R J-8).
    let fromStart =
      policy.emptyMeansLocalCurrency || BaseUnitRule.makesGroups(mapping, integration) ? 1 : 0
    let pairs = integration.mappings.map(\.pair).filter { $0.sales == mapping.pair.sales }
    var couplings = 0
    for pair in pairs { couplings += try await integration.state.count(pair) }
    guard couplings > 0 else {
      return Self.begun(policy, counts, fromStart: fromStart)
    }
    let open = UncoupledRecords(integration: integration, mapping: mapping, bereft: [])
    let left = FullReviewCounts(
      bc: bc == 0 ? 0 : try await open.count(.bc, upTo: 1),
      sales: sales == 0
        ? 0 : max(0, try await open.count(.sales, upTo: fromStart + 1) - fromStart))
    let own = try await integration.state.count(mapping.pair)
    if own > 0 { return Self.goneOn(policy, left, coupled: own) }
    // What is coupled, records of another table are coupled with.
    if left.bc + left.sales == 0 { return (.nothing, "no record is left without a partner") }
    return Self.begun(policy, left, fromStart: 0)
  }

  /// Of a mapping that only goes to Business Central (R J-8).
  private static func onlyToBC(_ policy: MappingPolicy, _ counts: FullReviewCounts) -> String {
    let goes = "only goes to Business Central"
    if counts.sales == 0 { return "\(goes), and Sales holds no records" }
    let matches = counts.bc > 0 && policy.match?.groups.isEmpty == false
    return matches ? "\(goes); what matches is coupled first" : goes
  }

  /// Before any record of the two tables was coupled (R J-7).
  private static func begun(
    _ policy: MappingPolicy, _ counts: FullReviewCounts, fromStart: Int
  ) -> (FullRunLine.Recommendation, String) {
    let besides =
      fromStart > 0 && counts.sales > 0 ? ", besides what every Sales organization has" : ""
    switch (counts.bc > 0, counts.sales > fromStart) {
    case (false, false): return (.nothing, "no records on either side\(besides)")
    case (true, true) where policy.match?.groups.isEmpty == false:
      return (
        .couple,
        "both sides hold records: match them before anything is created\(difference(policy))"
      )
    case (true, true): return (.full, "both sides hold records, and the mapping says no match")
    case (true, false): return oneSide(policy, .toSales, "Business Central holds records\(besides)")
    case (false, true): return oneSide(policy, .toBC, "Sales holds records")
    }
  }

  /// Where records are coupled already: by those that are not.
  ///
  /// - Parameters:
  ///   - left: Uncoupled records, counted as far as it matters.
  ///   - coupled: The mapping's couplings.
  private static func goneOn(
    _ policy: MappingPolicy, _ left: FullReviewCounts, coupled: Int
  ) -> (FullRunLine.Recommendation, String) {
    let are = coupled == 1 ? "1 pair is coupled" : "\(coupled) pairs are coupled"
    let hasGroups = policy.match?.groups.isEmpty == false
    switch (left.bc > 0, left.sales > 0) {
    case (false, false):
      return hasGroups
        ? (.couple, "\(are), and no record is left without a partner: what failed is tried again")
        : (.full, "\(are), and no record is left without a partner: each is looked at again")
    case (true, true) where hasGroups:
      return (
        .couple,
        "\(are), and both sides hold others: match them before anything is created"
          + difference(policy)
      )
    case (true, true):
      return (.full, "\(are), and both sides hold others; the mapping says no match")
    case (true, false): return oneSide(policy, .toSales, "Business Central holds others", are)
    case (false, true): return oneSide(policy, .toBC, "Sales holds others", are)
    }
  }

  /// Where one side alone holds records without partners.
  private static func oneSide(
    _ policy: MappingPolicy, _ direction: Direction, _ holds: String, _ coupled: String? = nil
  ) -> (FullRunLine.Recommendation, String) {
    let said = coupled.map { "\($0), and only \(holds)" } ?? "only \(holds)"
    let target = direction == .toSales ? "Sales" : "Business Central"
    let rest: FullRunLine.Recommendation = coupled == nil ? .nothing : .full
    guard policy.directions.contains(direction) else {
      return (rest, "\(said), which do not go to \(target)")
    }
    guard policy.creates.contains(direction) else {
      return (rest, "\(said), of which none is created in \(target)")
    }
    return (.full, said)
  }

  /// What becomes of a matched pair that differs: it was never in step, so that both sides count as
  /// changed (R D-25).
  private static func difference(_ policy: MappingPolicy) -> String {
    guard policy.directions.count > 1 else { return "" }
    return switch policy.conflict.update {
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

/// Records of both sides.
private struct FullReviewCounts {
  let bc: Int
  let sales: Int
}
