import MapRuntime

/// Some guids, or all but some; never the zero guid.
enum GuidSet: Hashable, Sendable {
  case only(Set<Guid>)
  case allBut(Set<Guid>)

  var isEmpty: Bool { self == .only([]) }

  func intersection(_ other: GuidSet) -> GuidSet {
    switch (self, other) {
    case (.only(let left), .only(let right)): .only(left.intersection(right))
    case (.only(let some), .allBut(let others)), (.allBut(let others), .only(let some)):
      .only(some.subtracting(others))
    case (.allBut(let left), .allBut(let right)): .allBut(left.union(right))
    }
  }

  func union(_ other: GuidSet) -> GuidSet {
    switch (self, other) {
    case (.only(let left), .only(let right)): .only(left.union(right))
    case (.only(let some), .allBut(let others)), (.allBut(let others), .only(let some)):
      .allBut(others.subtracting(some))
    case (.allBut(let left), .allBut(let right)): .allBut(left.intersection(right))
    }
  }

  var witness: Guid? {
    switch self {
    case .only(let some): some.min()
    case .allBut(let others):
      (1...UInt64(others.count + 1)).lazy.map { Guid(high: 0, low: $0) }
        .first { !others.contains($0) }
    }
  }
}
