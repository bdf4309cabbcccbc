import MapRuntime
import MapSync

/// The record that `mapsync why` is about.
struct WhySubject: Sendable {
  let side: Side
  let table: String
  let id: Guid
  let name: String
  /// Nil for a record that is gone.
  let facts: RecordFacts?

  init(_ facts: RecordFacts, table: String) {
    side = facts.side
    self.table = table
    id = facts.id
    name = facts.name
    self.facts = facts
  }

  init(_ side: Side, _ table: String, _ id: Guid, _ name: String) {
    self.side = side
    self.table = table
    self.id = id
    self.name = name
    facts = nil
  }

  func isSame(as other: WhySubject) -> Bool {
    side == other.side && table == other.table && id == other.id
  }
}
