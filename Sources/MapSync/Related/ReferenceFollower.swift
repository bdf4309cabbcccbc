import MapRuntime

/// Follows lookups to some tables one step before they are resolved: from a contact to its account,
/// say (R E-9; docs/language.md#field-maps, `follow`). One query a page and table.
struct ReferenceFollower: Sendable {
  private struct Step: Sendable {
    let table: String
    /// The table's primary id.
    let key: String
    /// The field that takes the lookup's place.
    let field: String
    let slots: [Int]
  }

  private let steps: [Step]
  private let width: Int
  private let store: any SystemStore

  init(_ integration: Integration, _ slots: [ReferenceSlot]) {
    var steps: [Step] = []
    var seen: Set<FollowedTable> = []
    for followed in slots.flatMap(\.follow) where seen.insert(followed).inserted {
      guard let key = integration.table(.sales, followed.table)?.key.first else { continue }
      steps.append(
        Step(
          table: followed.table, key: key, field: followed.field,
          slots: slots.indices.filter { slots[$0].follow.contains(followed) }))
    }
    self.steps = steps
    width = slots.count
    store = integration.sales
  }

  /// Puts what the followed records name in the place of the keys that name them; a record that
  /// is gone, or names nothing, leaves an empty reference.
  ///
  /// - Parameter keys: Those of the rows, each with a key for every slot.
  func follow(_ keys: inout [ReferenceKey]) async throws(StoreFailure) {
    guard !steps.isEmpty else { return }
    // One step: what is found here is not followed again.
    let before = keys
    for step in steps {
      var places: [(place: Int, id: Guid)] = []
      for slot in step.slots {
        for place in stride(from: slot, to: before.count, by: width) {
          guard case .sales(let lookup) = before[place], lookup.table == step.table else {
            continue
          }
          places.append((place, lookup.id))
        }
      }
      guard !places.isEmpty else { continue }
      let rows = try await store.rows(
        of: step.table, [step.field], matching: [step.key],
        values: Set(places.map(\.id)).map { [.guid($0)] })
      var named: [Guid: Lookup] = [:]
      for row in rows { named[row.id] = row.values.first?.lookup }
      for (place, id) in places { keys[place] = named[id].map { .sales($0) } ?? .empty }
    }
  }
}
