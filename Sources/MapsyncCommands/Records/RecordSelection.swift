import MapRuntime
import MapSync

/// Records that a person chose of one mapping.
struct RecordSelection: Sendable {
  let records: [FoundRecord]

  init(
    _ texts: [String], _ mapping: BoundMapping, _ integration: Integration
  ) async throws {
    let finder = RecordFinder(integration)
    var records: [FoundRecord] = []
    for text in texts { records.append(try await finder.record(text, mapping)) }
    self.records = records
  }

  /// The ids of one side. A record of the other side counts through its coupling.
  func ids(_ side: Side) throws(CommandFailure) -> [Guid] {
    var ids: [Guid] = []
    for record in records {
      guard let id = record.id(side) else {
        throw CommandFailure(
          "'\(record.facts.name)' of \(record.facts.table) is not coupled; 'mapsync couple' or "
            + "'mapsync create' does that")
      }
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// The side that all of them are on; nil where they are mixed.
  var side: Side? {
    let sides = Set(records.map(\.facts.side))
    return sides.count == 1 ? sides.first : nil
  }
}
