/// What a call reads and what it writes. Two calls may change places unless one of them writes what
/// the other touches.
struct Footprint: Hashable, Sendable {
  struct Parts: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let bc = Parts(rawValue: 1)
    static let sales = Parts(rawValue: 2)
    static let couplings = Parts(rawValue: 4)
    static let entries = Parts(rawValue: 8)
    static let marks = Parts(rawValue: 16)
    static let intents = Parts(rawValue: 32)
    static let runs = Parts(rawValue: 64)
    static let numbers = Parts(rawValue: 128)
    /// Who is at work: seats of writers and leases.
    static let holders = Parts(rawValue: 256)
  }

  var reads: Parts = []
  var writes: Parts = []

  var isEmpty: Bool { reads.isEmpty && writes.isEmpty }

  func conflicts(with other: Footprint) -> Bool {
    !writes.isDisjoint(with: other.reads.union(other.writes))
      || !other.writes.isDisjoint(with: reads)
  }

  mutating func add(_ other: Footprint) {
    reads.formUnion(other.reads)
    writes.formUnion(other.writes)
  }
}
