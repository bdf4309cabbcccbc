import MapRuntime
import MapScenario
import MapSync

/// What can be read at the end.
extension EngineWorld {
  func values(
    of record: RecordAddress, _ fields: [String]
  ) async throws(ScenarioProblem) -> [Value]? {
    try await attempt {
      guard
        var found = try pair.system(record.side).record(
          record.table, record.id, company: company(record.side))
      else { return nil }
      let computed = integration.table(record.side, record.table)?.fields.filter(\.isComputed)
      if computed?.contains(where: { fields.contains($0.name) }) == true {
        let figures = try await ShownFigures(integration).values(
          of: [record.id], in: record.table, on: record.side)
        found.merge(figures[record.id] ?? [:]) { _, figure in figure }
      }
      return fields.map { found[$0] ?? .empty }
    }
  }

  func ids(_ side: Side, _ table: String) async throws(ScenarioProblem) -> [Guid] {
    try await attempt { try pair.system(side).find(table, company: company(side)) }
  }

  func couplings(mapping: String) async throws(ScenarioProblem) -> [Coupling] {
    let mapping = try self.mapping(mapping)
    return try await attempt {
      var all: [Coupling] = []
      while true {
        let page = try await integration.state.couplings(
          mapping.pair, after: all.last?.bcID, limit: 1000)
        if page.isEmpty { return all }
        all += page
      }
    }
  }

  func lastJob(
    mapping: String, _ direction: Direction, _ kind: Job.Kind
  ) async throws(ScenarioProblem) -> JobCounters? {
    try await attempt {
      try await integration.state.jobs(
        JobQuery(mapping: mapping, direction: direction, kind: kind, limit: 1)
      ).first?.counters
    }
  }

  func entries() async throws(ScenarioProblem) -> [Entry] {
    try await attempt { try await integration.state.entries(EntryQuery(limit: 10_000)) }
  }

  func recommendations() -> [String: FullRunLine.Recommendation] {
    Dictionary(reviewed.map { ($0.mapping, $0.recommendation) }) { first, _ in first }
  }
}
