import MapRuntime

/// What a run of headers would do with their lines of one mapping, which go with them (R C-47).
public struct ForeseenLines: Sendable {
  public let mapping: BoundMapping
  public let records: [RecordPreview]
  /// More is due, or changed.
  public let hasMore: Bool
}

extension Preview {
  /// What a run of chosen headers would do with their lines, which it takes after them.
  ///
  /// - Parameters:
  ///   - ids: The headers' ids on the direction's source side.
  ///   - headers: What the run would do with them: a line comes once its header is made.
  public func lines(
    _ mapping: BoundMapping, _ direction: Direction, _ mode: RunMode, ids: [Guid],
    after headers: [RecordPreview]
  ) async throws(StoreFailure) -> [ForeseenLines] {
    var found: [ForeseenLines] = []
    let preview = after(headers, mapping)
    let own = HeaderLines(integration: preview.integration, header: mapping)
    for lines in own.mappings where lines.policy.directions.contains(direction) {
      let ids = try await own.ids(lines, direction.source, of: ids)
      guard !ids.isEmpty else { continue }
      // Nobody named them: what is passed over was nobody's order.
      var records = try await preview.records(lines, direction, mode, ids: ids)
      for place in records.indices { records[place].isLeftUndone = false }
      found.append(ForeseenLines(mapping: lines, records: records, hasMore: false))
      found += try await preview.lines(lines, direction, mode, ids: ids, after: records)
    }
    return found
  }

  /// What the next scheduled run of a mapping would do with lines that run with it.
  func lines(
    _ mapping: BoundMapping, after headers: [RecordPreview]
  ) async throws(StoreFailure) -> [ForeseenLines] {
    var found: [ForeseenLines] = []
    let preview = after(headers, mapping)
    for lines in HeaderLines(integration: preview.integration, header: mapping).unscheduled {
      let next = try await preview.next(lines)
      found.append(
        ForeseenLines(mapping: lines, records: next.records, hasMore: next.hasMore))
      found += next.lines
    }
    return found
  }

  /// The same after a run that makes partners of some records.
  private func after(_ previews: [RecordPreview], _ mapping: BoundMapping) -> Preview {
    var integration = integration
    for preview in previews where preview.fate == .create {
      integration.coming[preview.source] = "'\(preview.name)' of \(mapping.name)"
    }
    return Preview(integration)
  }
}

extension Page {
  /// The records that wait for one of which a partner is made before them, with its name.
  func waitingForComing() -> [Guid: String] {
    var waiting: [Guid: String] = [:]
    for row in rows where row.fate == .held {
      guard let missing = (row.entry ?? row.told)?.missing, let id = missing.id else { continue }
      waiting[row.source.id] = run.integration.coming[id]
    }
    return waiting
  }
}
