import MapRuntime

/// Chooses ids for new records: ordered by time, which keeps the indexes of a million rows dense.
package struct IdentitySource: Sendable {
  let clock: @Sendable () -> DateTimeValue

  package func next(_ count: Int) -> [Guid] {
    var generator = SystemRandomNumberGenerator()
    let now = clock().milliseconds
    // One random start a batch, counted up: ids of a batch stay in the order of its rows.
    let start = generator.next() >> 16
    let high = generator.next()
    return (0..<UInt64(count)).map { place in
      Guid(timeOrdered: now, random: high, start &+ place)
    }
  }
}
