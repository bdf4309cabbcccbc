import MapRuntime
import MapSync

/// Records that a person chose of one mapping. A name that means none, or several, leaves the others
/// alone: it is told with what came of them.
struct RecordSelection: Sendable {
  private(set) var records: [FoundRecord] = []
  /// The names that could not be taken, and why.
  private(set) var unknown: [UnknownRecord] = []

  init(
    _ texts: [String], _ mapping: BoundMapping, _ integration: Integration
  ) async throws {
    let finder = RecordFinder(integration)
    for text in texts {
      do {
        let record = try await finder.record(text, mapping)
        if !records.contains(where: { $0.facts.id == record.facts.id }) { records.append(record) }
      } catch let failure as CommandFailure {
        unknown.append(UnknownRecord(text, failure.sentence))
      }
    }
    guard !records.isEmpty else { throw CommandFailure(unknown) }
  }

  /// The ids of one side, each once. A record of the other side counts through its coupling; one that
  /// has none is left out and told. Where none has one, nothing can be done: exit 1.
  mutating func ids(_ side: Side) throws(CommandFailure) -> [Guid] {
    var ids: [Guid] = []
    for record in records {
      if let id = record.id(side) {
        if !ids.contains(id) { ids.append(id) }
        continue
      }
      note(record, "; 'mapsync couple' or 'mapsync create' does that")
    }
    guard !ids.isEmpty else { throw CommandFailure(unknown, status: 1) }
    return ids
  }

  /// The BC ids of those that are coupled, each once; the others are left out and told.
  mutating func coupledBCIDs() -> [Guid] {
    var ids: [Guid] = []
    for record in records {
      if let id = record.coupling?.bcID {
        if !ids.contains(id) { ids.append(id) }
      } else {
        note(record, "")
      }
    }
    return ids
  }

  private mutating func note(_ record: FoundRecord, _ wayOut: String) {
    let uncoupled = UnknownRecord(
      record.facts.name,
      "'\(PlainLine.of(record.facts.name))' of \(record.facts.table) is not coupled\(wayOut)")
    if !unknown.contains(uncoupled) { unknown.append(uncoupled) }
  }

  /// Whether it is one record, by whatever names of it or of its partner.
  var isSingle: Bool { Set(records.map { $0.coupling?.bcID ?? $0.facts.id }).count == 1 }

  /// The side that all of them are on; nil where they are mixed.
  var side: Side? {
    let sides = Set(records.map(\.facts.side))
    return sides.count == 1 ? sides.first : nil
  }
}

/// A record that a person named and that a command cannot take, beside others that it can.
struct UnknownRecord: Encodable, Hashable {
  let name: String
  let message: String

  init(_ name: String, _ message: String) {
    self.name = name
    self.message = message
  }
}

extension CommandFailure {
  /// Nothing of what was named can be taken.
  init(_ unknown: [UnknownRecord], status: Int32 = 2) {
    self.init(unknown.map(\.message).joined(separator: "; "), status: status)
  }
}
