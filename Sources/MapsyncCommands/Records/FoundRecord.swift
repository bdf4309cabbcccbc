import MapRuntime
import MapSync

/// A record that a person named, as one mapping sees it.
struct FoundRecord: Sendable {
  let mapping: BoundMapping
  let facts: RecordFacts
  let coupling: Coupling?

  /// The id on a side: the record's own, or its partner's.
  func id(_ side: Side) -> Guid? { facts.side == side ? facts.id : coupling?.id(side) }
}
