import MapRuntime

/// The lines of headers, which run with them (R C-47; docs/language.md#mappings, `parent`).
struct HeaderLines: Sendable {
  /// Headers whose lines are looked for at a time: each may have many.
  private static var part: Int { 100 }

  let integration: Integration
  let header: BoundMapping

  /// The mappings of lines; those of documents go with their document.
  var mappings: [BoundMapping] {
    integration.mappings.filter {
      $0.policy.parent == header.name && $0.policy.isEnabled && $0.document == nil
    }
  }

  /// The lines that no schedule of their own runs.
  var unscheduled: [BoundMapping] { mappings.filter { $0.policy.every == nil } }

  /// The lines of chosen headers of the direction's source side.
  func run(
    _ direction: Direction, _ mode: RunMode, headers: [Guid]
  ) async throws(StoreFailure) -> [JobReport] {
    var reports: [JobReport] = []
    for mapping in mappings where mapping.policy.directions.contains(direction) {
      for part in Self.parts(headers) where !Task.isCancelled {
        let lines = try await ids(mapping, direction.source, ofPart: part)
        guard !lines.isEmpty else { continue }
        reports += try await Synchronizer(integration).runWithLines(
          mapping, direction, mode, ids: lines)
      }
    }
    return reports
  }

  /// The lines of headers, of one of the mappings.
  func ids(
    _ lines: BoundMapping, _ side: Side, of headers: [Guid]
  ) async throws(StoreFailure) -> [Guid] {
    var found: [Guid] = []
    for part in Self.parts(headers) where !Task.isCancelled {
      found += try await ids(lines, side, ofPart: part)
    }
    return found
  }

  private static func parts(_ headers: [Guid]) -> [[Guid]] {
    stride(from: 0, to: headers.count, by: part).map { first in
      Array(headers[first..<min(first + part, headers.count)])
    }
  }

  private func ids(
    _ lines: BoundMapping, _ side: Side, ofPart headers: [Guid]
  ) async throws(StoreFailure) -> [Guid] {
    switch side {
    case .bc: try await bcIDs(lines.type, lines, header.type, headers)
    case .sales: try await salesIDs(lines.type, lines, headers)
    }
  }

  /// By the header's fields that a line names.
  private func bcIDs<Line: CompiledMapping, Header: CompiledMapping>(
    _ type: Line.Type, _ lines: BoundMapping, _ owner: Header.Type, _ headers: [Guid]
  ) async throws(StoreFailure) -> [Guid] {
    guard let parent = integration.table(.bc, lines.pair.bc)?.parent else { return [] }
    let table = Header.BCRecord.table
    let theirs = parent.by.compactMap { table.column($0.theirs) }
    let own = parent.by.compactMap { Line.BCRecord.table.column($0.own) }
    guard theirs.count == parent.by.count, own.count == theirs.count, !own.isEmpty else {
      return []
    }
    let keys = try await integration.bc.records(Header.BCRecord.self, ids: headers)
      .map { RecordValues(of: $0.record) }
      .filter { row in
        parent.fixed.allSatisfy { fixed in
          table.column(fixed.theirs).map { row[$0] == fixed.value } ?? true
        }
      }.map { row in theirs.map { row[$0] } }
    guard !keys.isEmpty else { return [] }
    return try await integration.bc.records(
      Line.BCRecord.self, matching: own.map { MatchColumn($0) }, values: keys, .all
    ).map(\.id).sorted()
  }

  /// By the line's lookup.
  private func salesIDs<Line: CompiledMapping>(
    _ type: Line.Type, _ lines: BoundMapping, _ headers: [Guid]
  ) async throws(StoreFailure) -> [Guid] {
    guard let lookup = integration.table(.sales, lines.pair.sales)?.parent?.by.first?.own,
      let column = Line.SalesRecord.table.column(lookup), !headers.isEmpty
    else { return [] }
    return try await integration.sales.records(
      Line.SalesRecord.self, matching: [MatchColumn(column)],
      values: headers.map { [.lookup(Lookup(table: header.pair.sales, id: $0))] }, .all
    ).map(\.id).sorted()
  }
}

extension Integration {
  /// The mapping by whose schedule another one runs: lines that have none of their own run with their
  /// header.
  func scheduled(_ name: String) -> String {
    var name = name
    var passed: Set<String> = []
    while passed.insert(name).inserted, let mapping = mapping(name), mapping.policy.every == nil,
      let parent = mapping.policy.parent
    {
      name = parent
    }
    return name
  }

  /// Some mappings without the lines that run with a header among them.
  public func withoutOwnLines(_ mappings: [BoundMapping]) -> [BoundMapping] {
    var lines: Set<String> = []
    for header in mappings where header.isRun {
      lines.formUnion(HeaderLines(integration: self, header: header).unscheduled.map(\.name))
    }
    return mappings.filter { !lines.contains($0.name) }
  }
}
