import EmbeddedSystems
import MapRuntime
import MapScenario

/// What people do to the two systems.
extension EngineWorld {
  func state(_ records: [StatedValues]) async throws(ScenarioProblem) {
    try await attempt {
      for (side, stated) in Self.bySide(records) {
        try Self.taken(pair.system(side).create(together: stated, company: company(side)))
      }
    }
  }

  func create(_ records: [StatedValues]) async throws(ScenarioProblem) {
    try await attempt {
      for (side, stated) in Self.bySide(records) {
        try Self.taken(pair.system(side).create(inOrder: stated, company: company(side)))
      }
    }
  }

  private static func bySide(_ records: [StatedValues]) -> [(Side, [StatedRecord])] {
    Side.allCases.map { side in
      let own = records.filter { $0.record.side == side }
      return (side, own.map { StatedRecord($0.record.table, id: $0.record.id, fields($0.values)) })
    }.filter { !$0.1.isEmpty }
  }

  func change(
    _ record: RecordAddress, _ values: [FieldValue], by author: ScenarioAuthor
  ) async throws(ScenarioProblem) {
    try await attempt {
      let isThere = try Self.taken(
        pair.system(record.side).change(
          record.table, record.id, Self.fields(values),
          by: author == .person ? .person : .integration, company: company(record.side)))
      guard isThere else { throw ScenarioProblem("there is no such record in '\(record.table)'") }
    }
  }

  func delete(_ record: RecordAddress) async throws(ScenarioProblem) {
    try await attempt {
      let isThere = try Self.taken(
        pair.system(record.side).delete(
          record.table, record.id, company: company(record.side)))
      guard isThere else { throw ScenarioProblem("there is no such record in '\(record.table)'") }
    }
  }

  func options(
    of field: FieldDescription, in table: String, _ side: Side
  ) async throws(ScenarioProblem) -> [FieldDescription.Option] {
    try await attempt { try pair.system(side).madeOptions(of: field, in: table) }
  }

  func makeOption(
    _ label: String, of field: FieldDescription, in table: String, _ side: Side
  ) async throws(ScenarioProblem) -> OptionValue {
    try await attempt {
      guard let option = try Self.taken(pair.system(side).makeOption(label, of: field, in: table))
      else {
        throw ScenarioProblem(
          "no mapping of these features makes options of '\(field.name)' of '\(table)'")
      }
      return option
    }
  }

  func refuse(
    _ record: RecordAddress, with message: String, times: Int
  ) async throws(ScenarioProblem) {
    pair.system(record.side).faults.add(
      .next(times, of: record.table, record: record.id, message: message))
  }

  private static func fields(_ values: [FieldValue]) -> [String: Value] {
    Dictionary(values.map { ($0.field, $0.value) }) { _, last in last }
  }

  static func taken<Success>(_ result: Result<Success, Refusal>) throws -> Success {
    switch result {
    case .success(let value): return value
    case .failure(let refusal): throw ScenarioProblem(refusal.sentence)
    }
  }
}
