import MapRuntime

/// References of the other direction that still wait for their record (`uncoupled: later`).
struct LaterReferences<Way: OneWay> {
  private let run: DirectionRun<Way>

  init(_ run: DirectionRun<Way>) { self.run = run }

  /// Leaves a target's reference alone whose image has not gone over yet: that the source has none
  /// says nothing until then, and to write it would lose the original.
  ///
  /// - Parameter references: Those of the busy rows, each with one for every slot.
  func keep(
    _ busy: [PageRow<Way>], _ references: inout [ResolvedReference]
  ) async throws(StoreFailure) {
    guard run.hasLatersOfOtherWay else { return }
    let slots = run.slots.indices.filter { run.slots[$0].uncoupled == .later }
    var turns: [Guid: Int] = [:]
    for (turn, row) in busy.enumerated() {
      let first = turn * run.slots.count
      guard let target = row.coupling?.id(Way.direction.target),
        slots.contains(where: { references[first + $0] == .empty })
      else { continue }
      turns[target] = turn
    }
    guard !turns.isEmpty else { return }
    let entries = try await run.integration.state.entries(
      run.mapping.name, Way.direction.reversed, ids: Array(turns.keys))
    // One entry stands for all references of its record that wait.
    for entry in entries where entry.kind == .later || entry.kind == .interrupted {
      guard let turn = turns[entry.sourceID] else { continue }
      let first = turn * run.slots.count
      for slot in slots where references[first + slot] == .empty {
        references[first + slot] = .uncoupled
      }
    }
  }
}
