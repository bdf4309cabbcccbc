import MapRuntime
import MapSync

/// A mapping that writes to the record with which the same record is coupled in another mapping: the
/// account of a customer names the row of its figures (F28, R I-1).
struct WriteBackPart<Way: OneWay>: DocumentPart {
  let writes: [DocumentPolicy.WriteBack]
  let target: any SystemStore

  var followsCreation: Bool { true }

  func page() -> any DocumentPage<Way> { WriteBackPage(self) }

  /// What is gone goes as the mapping says of every record.
  func settle(
    _ gone: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters? { nil }
}

/// One page of such records, which are made and changed as all others are.
final class WriteBackPage<Way: OneWay>: DocumentPage {
  private let part: WriteBackPart<Way>

  var rests: Bool { true }

  init(_ part: WriteBackPart<Way>) { self.part = part }

  func decide(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool { false }

  /// A record whose partner in the other mapping is gone has nowhere to be seen from: it rests at once,
  /// until a person retries it (scenario STA-006).
  func convert(_ page: Page<Way>) async throws(StoreFailure) {
    let rows = (page.indices(.create) + page.indices(.update)).map { page.rows[$0] }
    guard !rows.isEmpty else { return }
    let (integration, side) = (page.run.integration, Way.direction.target)
    for write in part.writes {
      guard let mapping = integration.mapping(write.mapping) else { continue }
      let couplings = try await integration.state.couplings(
        mapping.pair, side.other, ids: rows.map(\.source.id))
      let table = mapping.table(side).name
      let fields = write.set.prefix(1).map(\.field)
      let there = Set(
        try await part.target.rows(of: table, fields, ids: couplings.compactMap { $0?.id(side) })
          .map(\.id))
      for (row, coupling) in zip(rows, couplings) where row.fate != .failed {
        guard let coupling, !there.contains(coupling.id(side)) else { continue }
        page.note(
          row, .skipped,
          "goes nowhere: the record of '\(table)' that it belongs to was deleted; restore that, or "
            + "uncouple it in \(write.mapping)")
      }
    }
  }

  func create(_ news: [NewRecord<Way.Target>]) async throws(StoreFailure) -> [WriteResult] {
    try await part.target.create(news)
  }

  func update(
    _ updates: [RecordUpdate<Way.Target>]
  ) async throws(StoreFailure) -> [WriteResult] {
    try await part.target.update(updates)
  }

  /// New records are named, and those of which an earlier run noted something: it may have ended, or
  /// failed, before they were.
  func finish(_ page: Page<Way>) async throws(StoreFailure) {
    var rows: [PageRow<Way>] = []
    for index in page.rows.indices {
      let row = page.rows[index]
      let isNew = row.fate == .create && row.newID != nil
      let isOwed = row.earlier != nil && [.update, .unchanged].contains(row.fate)
      if isNew || isOwed { rows.append(row) }
    }
    guard !rows.isEmpty else { return }
    for write in part.writes { try await back(write, rows, page) }
    for row in rows { row.hasFollowed = true }
  }

  /// The records are another mapping's. Its runs keep out meanwhile, and what one of them left open
  /// is settled first: this write would pass for that run's own (B6).
  private func back(
    _ write: DocumentPolicy.WriteBack, _ rows: [PageRow<Way>], _ page: Page<Way>
  ) async throws(StoreFailure) {
    guard let mapping = page.run.integration.mapping(write.mapping) else { return }
    do throws(StoreFailure) {
      try await page.run.integration.holding(mapping) { integration throws(StoreFailure) in
        try await back(write, mapping, rows, page, integration)
      }
    } catch .busy {
      for row in rows {
        page.note(
          row, .interrupted, "is looked at again: \(mapping.name) is at work, and is to name it")
      }
    }
  }

  private func back(
    _ write: DocumentPolicy.WriteBack, _ mapping: BoundMapping, _ rows: [PageRow<Way>],
    _ page: Page<Way>, _ integration: Integration
  ) async throws(StoreFailure) {
    let side = Way.direction.target
    let table = mapping.table(side)
    let couplings = try await integration.state.couplings(
      mapping.pair, side.other, ids: rows.map(\.source.id))
    var changes: [FieldRow] = []
    var written: [(row: PageRow<Way>, coupling: Coupling)] = []
    for (row, coupling) in zip(rows, couplings) {
      guard let coupling, let id = row.newID ?? row.coupling?.id(side) else { continue }
      let partner = Value.lookup(Lookup(table: Way.Target.table.name, id: id))
      changes.append(
        FieldRow(
          id: coupling.id(side), write.set.map { value($0, partner, table, page.run.values) },
          expected: coupling.version(side)))
      written.append((row, coupling))
    }
    guard !changes.isEmpty else { return }
    let fields = write.set.map(\.field)
    let results = try await put(mapping.type, changes, fields, in: table)
    var outcome = PageOutcome(
      job: page.run.job, mapping: mapping.name, pair: mapping.pair, direction: Way.direction,
      at: integration.clock())
    var changed: [Int] = []
    for (index, result) in results.enumerated() {
      switch result {
      case .written(let id, let version):
        outcome.overtaken.append(id)
        // Our own write of a record that nobody changed is no change of it (R I-6).
        guard changes[index].expected != nil else { continue }
        var coupling = written[index].coupling
        coupling.note(version, side)
        outcome.couplings.append(coupling)
      case .stale: changed.append(index)
      case .missing: continue
      case .refused(let sentence), .failed(let sentence):
        page.fail(written[index].row, sentence)
      }
    }
    // Somebody has changed it, and that is still to travel: nothing is noted.
    let again = changed.map { FieldRow(id: changes[$0].id, changes[$0].values) }
    for (index, result) in zip(changed, try await put(mapping.type, again, fields, in: table)) {
      switch result {
      case .written(let id, _): outcome.overtaken.append(id)
      case .stale, .missing: continue
      case .refused(let sentence), .failed(let sentence):
        page.fail(written[index].row, sentence)
      }
    }
    guard !outcome.overtaken.isEmpty else { return }
    _ = try await integration.state.record(outcome)
  }

  private func put<Partner: CompiledMapping>(
    _ type: Partner.Type, _ rows: [FieldRow], _ fields: [String], in table: RecordTable
  ) async throws(StoreFailure) -> [WriteResult] {
    switch table.side {
    case .bc: try await put(Partner.BCRecord.self, rows, fields)
    case .sales: try await put(Partner.SalesRecord.self, rows, fields)
    }
  }

  /// What broke on the way is asked for by the version that was expected; without one it is written once
  /// more, to the same effect.
  private func put<Record: TableRecord>(
    _ type: Record.Type, _ rows: [FieldRow], _ fields: [String]
  ) async throws(StoreFailure) -> [WriteResult] {
    try await WriteRetry.again(rows) { rows throws(StoreFailure) in
      let results = try await part.target.update(rows, fields, in: Record.table.name)
      return try await WriteRetry.settled(results, of: type, in: part.target, { rows[$0].id }) {
        index, version in rows[index].expected.map { version.isOwn(since: $0) } ?? false
      }
    }
  }

  private func value(
    _ assignment: DocumentPolicy.Assignment, _ partner: Value, _ table: RecordTable,
    _ values: RunValues
  ) -> Value {
    if assignment.value == .variable(.partner) { return partner }
    let type = table.column(assignment.field).map { table.columns[$0].type } ?? .memo(length: nil)
    return assignment.value.value(as: type, on: table.side, in: values)
  }
}
