import MapRuntime
import MapSync

/// The lines of some headers of one system.
struct HeaderLineQuery<Header: TableRecord, Line: TableRecord> {
  private let store: any SystemStore
  private let own: [MatchColumn]
  private let theirs: [Int?]

  init(_ integration: Integration) throws(StoreFailure) {
    let side = Line.table.side
    guard let parent = integration.table(side, Line.table.name)?.parent else {
      throw .unknown("'\(Line.table.name)' says nothing of its headers")
    }
    let own = parent.by.compactMap { Line.table.column($0.own) }
    guard own.count == parent.by.count, !own.isEmpty else {
      throw .unknown("'\(Line.table.name)' does not hold what names its header")
    }
    store = integration.store(side)
    self.own = own.map { MatchColumn($0) }
    theirs = parent.by.map { Header.table.column($0.theirs) }
  }

  /// By header, in any order.
  func find(
    _ headers: [StoredRecord<Header>]
  ) async throws(StoreFailure) -> [[StoredRecord<Line>]] {
    guard !headers.isEmpty else { return [] }
    let keys = headers.map(key)
    let stored = try await store.records(Line.self, matching: own, values: keys, .all)
    var headers: [[Value]: Array<[Value]>.Index] = [:]
    for (index, key) in zip(keys.indices, keys) where headers[key] == nil { headers[key] = index }
    var found: [[StoredRecord<Line>]] = Array(repeating: [], count: keys.count)
    for line in stored {
      guard let index = headers[own.map { line.record.value(of: $0.column) }] else { continue }
      found[index].append(line)
    }
    return keys.map { key in headers[key].map { found[$0] } ?? [] }
  }

  private func key(of header: StoredRecord<Header>) -> [Value] {
    if Header.table.side == .sales {
      return [.lookup(Lookup(table: Header.table.name, id: header.id))]
    }
    let values = RecordValues(of: header.record)
    return theirs.map { column in column.map { values[$0] } ?? .empty }
  }
}

/// The lines of some headers, by header, in the order in which they are taken in (R E-21): as the
/// mapping says, else by the last part of their keys, which is a number in BC.
struct LinesOfHeaders<Way: OneWay, Lines: OneWay> {
  private let part: HeaderPart<Way, Lines>

  init(_ part: HeaderPart<Way, Lines>) { self.part = part }

  func find(
    _ headers: [StoredRecord<Way.Source>]
  ) async throws(StoreFailure) -> [[StoredRecord<Lines.Source>]] {
    let query = try HeaderLineQuery<Way.Source, Lines.Source>(part.lines.integration)
    return try await query.find(headers).map { lines in
      // Where both sides work on lines, only those within their filter are theirs to take.
      ordered(part.isTwoWay ? lines.filter { part.lines.accepts($0.record) } : lines)
    }
  }

  private func ordered(
    _ lines: [StoredRecord<Lines.Source>]
  ) -> [StoredRecord<Lines.Source>] {
    guard let field = part.line?.orderBy, let column = Lines.Source.table.column(field) else {
      return lines.map { ($0, RecordKey.parts($0.record.key).last.flatMap { Int64($0) } ?? .max) }
        .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
        .map(\.0)
    }
    let places = lines.map { $0.record.value(of: column).integer ?? .max }
    let order = lines.indices.sorted {
      (places[$0], lines[$0].id) < (places[$1], lines[$1].id)
    }
    return order.elementsEqual(lines.indices) ? lines : order.map { lines[$0] }
  }
}
