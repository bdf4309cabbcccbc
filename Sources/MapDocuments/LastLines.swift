import MapRuntime
import MapSync

/// What orders of both sides came to that were invoiced since the last run and are gone: the lines that
/// BC kept of them last go to Sales (R F-13).
struct LastLines<Way: OneWay, Lines: OneWay> {
  private let part: HeaderPart<Way, Lines>
  private let run: DirectionRun<Way>

  init(_ part: HeaderPart<Way, Lines>, _ run: DirectionRun<Way>) {
    self.part = part
    self.run = run
  }

  /// What came of it.
  struct Told {
    /// Those of the documents of which everything is told; the others are looked at again.
    let documents: [Coupling]
    /// What is to say of those of which BC kept nothing, by their Sales documents.
    let remarks: [Guid: String]
  }

  func write(_ gone: [Coupling]) async throws(StoreFailure) -> Told {
    let side = Way.direction.target
    let ends = try await run.source.ends(of: gone.map(\.bcID), in: Way.Source.table)
    let last = try await run.source.lastLines(
      Lines.Source.self, of: gone.filter { ends[$0.bcID] == .invoiced }.map(\.bcKey),
      in: Way.Source.table)
    let told = gone.filter { last[$0.bcKey] != nil }
    // `setup check` asks for the archive (R F-4); somebody may have switched it off since.
    let lost = gone.filter { ends[$0.bcID] == .invoiced && last[$0.bcKey] == nil }
    let remarks = Dictionary(
      lost.map { coupling in
        (
          coupling.id(side),
          "what was shipped and changed last does not show there, as Business Central kept no copy of "
            + "the order in its archive"
        )
      }
    ) { first, _ in first }
    guard !told.isEmpty else { return Told(documents: gone, remarks: remarks) }
    let keys = Dictionary(told.map { ($0.id(side), $0.bcKey) }) { first, _ in first }
    let headers = try await run.target.records(Way.Target.self, ids: keys.keys.sorted())
    let there = try await HeaderLineQuery<Way.Target, Lines.Target>(run.integration).find(headers)
    var documents: [NewDocument<Way.Target, Lines.Target>] = []
    for (header, lines) in zip(headers, there) {
      let records = keys[header.id].flatMap { last[$0] } ?? []
      if let document = try await document(header, lines, records) { documents.append(document) }
    }
    let results = try await run.target.create(documents) { .success($1) }
    var waiting: Set<Guid> = []
    for (document, result) in zip(documents, results) {
      switch result {
      // What Sales refuses it will refuse again: the order is invoiced all the same.
      case .written, .missing, .refused: continue
      case .stale, .failed: waiting.insert(document.header.id)
      }
    }
    return Told(documents: gone.filter { !waiting.contains($0.id(side)) }, remarks: remarks)
  }

  /// The Sales document with the lines that change; nil where none does.
  private func document(
    _ header: StoredRecord<Way.Target>, _ there: [StoredRecord<Lines.Target>],
    _ records: [Lines.Source]
  ) async throws(StoreFailure) -> NewDocument<Way.Target, Lines.Target>? {
    let couplings = try await run.integration.state.couplings(
      part.lines.mapping.pair, Way.direction.target, ids: there.map(\.id)
    ).compactMap { $0 }
    let byKey = Dictionary(couplings.map { ($0.bcKey, $0) }) { first, _ in first }
    let sources = records.compactMap { record -> StoredRecord<Lines.Source>? in
      guard let coupling = byKey[record.key], part.lines.accepts(record) else { return nil }
      return StoredRecord(
        id: coupling.id(Way.direction.source),
        version: RecordVersion(number: 0, modified: run.integration.clock(), isOurs: false),
        record: record)
    }
    let parent = ResolvedReference.sales(Lookup(table: Way.Target.table.name, id: header.id))
    let rows = try await ConvertedPage(
      PlannedPage(
        part.lines, sources, PageTask(parents: sources.map { _ in parent }))
    ).page.rows
    // Of what describes a line, BC kept the beginning there.
    let texts = FieldSet((part.line?.overflow?.from ?? []).compactMap(Lines.Target.table.column))
    var changed: [Guid: NewLine<Lines.Target>] = [:]
    for row in rows where row.fate == .update {
      guard let target = row.target, let result = row.result else { continue }
      changed[target.id] = NewLine(
        id: target.id, record: result, columns: row.changes.subtracting(texts), isNew: false)
    }
    guard !changed.isEmpty else { return nil }
    var document = NewDocument<Way.Target, Lines.Target>(
      NewRecord(
        id: header.id, record: header.record, columns: FieldSet(), company: header.company,
        replaced: header.version.number),
      lines: there.map { line in
        changed[line.id]
          ?? NewLine(id: line.id, record: line.record, columns: FieldSet(), isNew: false)
      })
    document.kept = KeptLines(removed: [])
    return document
  }
}
