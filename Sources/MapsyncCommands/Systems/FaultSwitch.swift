import EmbeddedSystems

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lets writes fail at random, for tests: with `MAPSYNC_FAULTS=50:7` one in 50 writes of either
/// embedded system fails, a third of them after their effect; 7 chooses which (B6).
struct FaultSwitch: Equatable {
  let oneIn: Int
  let seed: UInt64

  /// Nil for a text that says no rate.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, let oneIn = Int(first), oneIn > 0, parts.count < 3 else {
      return nil
    }
    guard let seed = parts.count == 2 ? UInt64(parts[1]) : 0 else { return nil }
    self.oneIn = oneIn
    self.seed = seed
  }

  static func fromEnvironment() -> FaultSwitch? {
    getenv("MAPSYNC_FAULTS").flatMap { FaultSwitch(String(cString: $0)) }
  }

  func apply(to pair: EmbeddedPair) {
    for (place, system) in [pair.bc, pair.sales].enumerated() {
      system.faults.add(
        .oneIn(oneIn, seed: seed &+ UInt64(place) &* 1_000_003, message: "the connection broke"))
    }
  }
}
