import MapRuntime
import MapScenario
import MapSync

/// Lost partners, skipped records and reviews.
extension EngineWorld {
  func findDeleted(mapping: String) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    try await attempt { _ = try await LostPartners(integration).find(mapping) }
  }

  func restore(mapping: String, _ records: [RecordAddress]) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    try await attempt {
      let lost = try await lost(records, mapping)
      _ = try await LostPartners(integration).restore(mapping, lost)
    }
  }

  func deletePartner(
    mapping: String, _ records: [RecordAddress]
  ) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    try await attempt {
      let lost = try await lost(records, mapping)
      var series = JobSeries()
      try await LostPartners(integration).delete(mapping, lost, &series)
      if let kept = series.reports.flatMap(\.passedOver).first {
        throw ScenarioProblem(kept.message)
      }
    }
  }

  func review() async throws(ScenarioProblem) {
    reviewed = try await attempt { try await FullReview(integration).lines() }
  }

  func retry(mapping: String, _ records: [RecordAddress]?) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    try await attempt {
      guard let records else {
        _ = try await integration.state.retry(
          EntryQuery(mapping: mapping.name), of: [RestingMapping(mapping, integration)],
          at: integration.clock())
        return
      }
      for side in Side.allCases {
        let ids = records.filter { $0.side == side }.map(\.id)
        guard !ids.isEmpty else { continue }
        _ = try await integration.state.retry(
          EntryQuery(mapping: mapping.name, side: side, ids: ids),
          of: [RestingMapping(mapping, integration)], at: integration.clock())
      }
    }
  }

  /// The couplings of records whose partner is gone.
  private func lost(
    _ records: [RecordAddress], _ mapping: BoundMapping
  ) async throws -> [LostPartner] {
    var couplings: [Coupling] = []
    for record in records {
      let found = try await integration.state.couplings(
        mapping.pair, record.side, ids: [record.id])
      couplings += found.compactMap { $0 }
    }
    return try await LostPartners(integration).missing(mapping, couplings)
  }
}
