import MapRuntime
import MapSync

extension ScenarioRun {
  /// What is not as it must be by now.
  mutating func differences(
    _ then: ScenarioExpectation
  ) async throws(ScenarioProblem) -> [ScenarioDifference] {
    try await nameNewRecords(then.records.filter(\.isNew))
    for coupling in then.coupled { try await nameOption(coupling.sales) }
    return ScenarioComparison.differences(then, try await found(then))
  }

  /// What there is, as far as it is asked.
  private func found(
    _ then: ScenarioExpectation
  ) async throws(ScenarioProblem) -> ScenarioFound {
    var found = ScenarioFound()
    for record in then.records {
      guard let name = record.name, let address = names[name] else { continue }
      found.records[name] = try await values(of: address, record)
    }
    for count in then.counts {
      found.counts.append(try await world.ids(count.side, count.table).count)
    }
    let mappings =
      then.coupled.map(\.mapping) + then.couplingCounts.map(\.mapping)
    for mapping in Set(mappings).sorted() {
      found.couplings[mapping] = try await world.couplings(mapping: mapping).map {
        ScenarioFound.Coupling(
          bc: names.name(of: $0.bcID), sales: names.name(of: $0.salesID), isSkipped: $0.isSkipped)
      }
    }
    for job in then.jobs {
      found.jobs[job.subject] = try await world.lastJob(
        mapping: job.subject.mapping, job.subject.direction.direction, job.subject.type.kind)
    }
    if then.errors != nil {
      found.failures = try await world.entries().filter { $0.kind == .failed || $0.kind == .held }
        .map { failure($0) }
    }
    if !then.review.isEmpty {
      found.review = try await world.recommendations().mapValues { ScenarioRecommendation($0) }
    }
    return found
  }

  private func failure(_ entry: Entry) -> ScenarioFound.Failure {
    let source = names.name(of: entry.sourceID)
    let target = entry.targetID.map { names.name(of: $0) }
    return ScenarioFound.Failure(
      mapping: entry.mapping, bc: entry.direction == .toSales ? source : target,
      sales: entry.direction == .toSales ? target : source, message: entry.message)
  }

  private func values(
    of address: RecordAddress, _ record: ScenarioRecord
  ) async throws(ScenarioProblem) -> [ScenarioValue]? {
    guard let found = try await world.values(of: address, record.fields.map(\.field.name)) else {
      return nil
    }
    var shown: [ScenarioValue] = []
    for (field, value) in zip(record.fields, found) {
      shown.append(
        try await label(of: value, field, address) ?? names.shown(value, as: field.value))
    }
    return shown
  }

  /// The label of an option that was made at run time; nil for one that is said by its number, and for
  /// any other value.
  private func label(
    of value: Value, _ field: ScenarioField, _ record: RecordAddress
  ) async throws(ScenarioProblem) -> ScenarioValue? {
    guard field.field.isOpen, case .option(let option) = value, field.value != .value(value),
      field.field.name(of: option) == nil
    else { return nil }
    return try await world.options(of: field.field, in: record.table, record.side)
      .first { $0.value == option.rawValue }.map { .label($0.title) }
  }

  /// Finds the records that `$new` names, table by table: those that nobody stated.
  private mutating func nameNewRecords(
    _ new: [ScenarioRecord]
  ) async throws(ScenarioProblem) {
    for side in Side.allCases {
      let expected = new.filter { $0.side == side }
      for table in Set(expected.map(\.table)).sorted() {
        try await nameNewRecords(expected.filter { $0.table == table }, side, table)
      }
    }
  }

  private mutating func nameNewRecords(
    _ expected: [ScenarioRecord], _ side: Side, _ table: String
  ) async throws(ScenarioProblem) {
    let candidates = try await world.ids(side, table).filter { !names.isKnown($0) }
      .map { RecordAddress(side: side, table: table, id: $0) }
    var values: [[[ScenarioValue]]] = []
    for candidate in candidates {
      var read: [[ScenarioValue]] = []
      for record in expected { read.append(try await self.values(of: candidate, record) ?? []) }
      values.append(read)
    }
    let places = NewRecords.assign(expected, candidates: candidates.count) { values[$0][$1] }
    for (record, place) in zip(expected, places) {
      if let place { names.add(record.name, candidates[place]) }
    }
  }
}
