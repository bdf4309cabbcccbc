import MapRuntime

/// The source records of a direction that a run takes up again whatever its mark says: failed ones,
/// and those that no longer wait (R D-17, F6). A record that waits on costs no more than the
/// question whether what it waits for is there.
struct DueRecords: Sendable {
  private let state: any StateStore
  private let awaited: AwaitedRecords
  private let mapping: String
  private let direction: Direction
  private let releasedOnly: Bool
  /// As many as a store takes at a time.
  private let limit: Int
  private var after: Guid?
  private var isAtEnd = false
  private var ready: [Guid] = []

  /// - Parameter releasedOnly: Leaves out the failed ones.
  init(
    _ integration: Integration, _ mapping: BoundMapping, _ direction: Direction,
    releasedOnly: Bool
  ) {
    state = integration.state
    awaited = AwaitedRecords(integration, mapping, direction)
    self.mapping = mapping.name
    self.direction = direction
    self.releasedOnly = releasedOnly
    limit = integration.store(direction.source).batchSize
  }

  /// The next ids, in their order; none after the last.
  mutating func next() async throws(StoreFailure) -> [Guid] {
    while ready.count < limit && !isAtEnd { try await read() }
    let page = Array(ready.prefix(limit))
    ready.removeFirst(page.count)
    return page
  }

  mutating func hasNext() async throws(StoreFailure) -> Bool {
    while ready.isEmpty && !isAtEnd { try await read() }
    return !ready.isEmpty
  }

  private mutating func read() async throws(StoreFailure) {
    isAtEnd = Task.isCancelled
    if isAtEnd { return }
    let page = try await state.due(
      mapping, direction, releasedOnly: releasedOnly, after: after, limit: limit)
    guard let last = page.last else {
      isAtEnd = true
      return
    }
    after = last.id
    let isThere = try await awaited.areThere(page)
    ready += zip(page, isThere).filter(\.1).map(\.0.id)
  }
}
