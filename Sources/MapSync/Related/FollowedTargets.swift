import MapRuntime

/// Lookups of Sales records that are followed on their way to BC (docs/language.md#field-maps, `follow`):
/// one that leads to the record which BC names stays as it is. The contact of an order is not replaced
/// by its account.
struct FollowedTargets<Way: OneWay> {
  private let slots: [ReferenceSlot]
  private let follower: ReferenceFollower

  init?(_ run: DirectionRun<Way>) {
    guard Way.direction == .toSales, run.policy.directions.contains(.toBC) else { return nil }
    slots = Way.Mapping.slots(.toBC)
    guard slots.contains(where: { !$0.follow.isEmpty }) else { return nil }
    follower = ReferenceFollower(run.integration, slots)
  }

  /// Puts lookups back in what came out for records that are there.
  func keep(_ rows: [PageRow<Way>]) async throws(StoreFailure) {
    var there: [ReferenceKey] = []
    var known: [(row: PageRow<Way>, target: Way.Target, result: Way.Target)] = []
    for row in rows {
      guard let target = row.target?.record, let result = row.result else { continue }
      known.append((row, target, result))
      Way.references(back: target, to: &there)
    }
    guard !known.isEmpty else { return }
    var followed = there
    try await follower.follow(&followed)
    for (turn, (row, target, result)) in known.enumerated() {
      var wanted: [ReferenceKey] = []
      Way.references(back: result, to: &wanted)
      let first = turn * slots.count
      let old = RecordValues(of: target)
      var values = RecordValues(of: result)
      for slot in slots.indices where !slots[slot].follow.isEmpty {
        guard case .sales(let from) = there[first + slot], case .sales(let to) = wanted[slot],
          from != to, case .sales(let end) = followed[first + slot], end == to
        else { continue }
        for column in Way.Target.table.columns.indices
        where old[column].lookup == from && values[column].lookup == to {
          values[column] = old[column]
        }
      }
      row.result = Way.Target(reading: values)
    }
  }
}
