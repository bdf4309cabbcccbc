import MapRuntime
import MapSync

/// The lines of some headers, by header, in the order in which they are taken in (R E-21).
struct LinesOfHeaders<Way: OneWay, Lines: OneWay> {
  private let part: HeaderPart<Way, Lines>

  init(_ part: HeaderPart<Way, Lines>) { self.part = part }

  func find(
    _ headers: [StoredRecord<Way.Source>]
  ) async throws(StoreFailure) -> [[StoredRecord<Lines.Source>]] {
    let source = Lines.direction.source
    guard let parent = part.lines.integration.table(source, Lines.Source.table.name)?.parent else {
      throw .unknown("'\(Lines.Source.table.name)' says nothing of its headers")
    }
    let own = parent.by.compactMap { Lines.Source.table.column($0.own) }
    guard own.count == parent.by.count, !own.isEmpty else {
      throw .unknown("'\(Lines.Source.table.name)' does not hold what names its header")
    }
    let keys = headers.map { key(of: $0, parent) }
    let stored = try await part.lines.source.records(
      Lines.Source.self, matching: own.map { MatchColumn($0) }, values: keys, .all)
    var found: [[Value]: [StoredRecord<Lines.Source>]] = [:]
    for line in stored {
      let values = RecordValues(of: line.record)
      found[own.map { values[$0] }, default: []].append(line)
    }
    return keys.map { ordered(found[$0] ?? []) }
  }

  private func key(
    of header: StoredRecord<Way.Source>, _ parent: ParentDescription
  ) -> [Value] {
    if Way.direction.source == .sales {
      return [.lookup(Lookup(table: Way.Source.table.name, id: header.id))]
    }
    let values = RecordValues(of: header.record)
    return parent.by.map { by in
      Way.Source.table.column(by.theirs).map { values[$0] } ?? .empty
    }
  }

  private func ordered(
    _ lines: [StoredRecord<Lines.Source>]
  ) -> [StoredRecord<Lines.Source>] {
    guard let field = part.line?.orderBy, let column = Lines.Source.table.column(field) else {
      return lines.sorted { $0.id < $1.id }
    }
    return lines.map { ($0, RecordValues(of: $0.record)[column].integer ?? .max) }
      .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
      .map(\.0)
  }
}
