import MapRuntime

/// Every mapping, prerequisites first, independent ones side by side (F9; R J-4, J-10).
///
/// A mapping starts when its prerequisites have finished or failed: dependents wait for records,
/// not for jobs (B5). What said `later` follows in a second pass.
public struct FullSynchronization: Sendable {
  public let integration: Integration
  /// How many mappings run at a time.
  public let width: Int
  /// After a file was put back: couplings that point nowhere are found first, and nothing is created
  /// that may be there already.
  public let isAfterRestore: Bool

  /// How long a line waits for somebody else who is at work on its tables; then it is `stopped`.
  private static let patience = Duration.seconds(60)

  public init(_ integration: Integration, width: Int = 4, isAfterRestore: Bool = false) {
    self.integration = integration.waiting(at: Self.patience).startedBy(.fullSynchronization)
    self.width = width
    self.isAfterRestore = isAfterRestore
  }

  /// The last run, where it has not come to its end: whoever runs everything says first whether it
  /// goes on or is given up.
  public func unfinished() async throws(StoreFailure) -> FullRun? {
    guard let last = try await integration.state.runs(limit: 1).first, last.finished == nil else {
      return nil
    }
    return last
  }

  /// Gives up a run that was stopped: what it has not done, another one does.
  public func giveUp(_ run: FullRun) async throws(StoreFailure) {
    for var line in run.lines where !line.status.isOver {
      line.status = .stopped
      line.cursors = [:]
      try await integration.state.saveLine(line, of: run.id)
    }
    try await integration.state.finishRun(run.id, at: integration.clock())
  }

  /// Starts a run over the lines of a review.
  public func start(_ lines: [FullRunLine]) async throws(StoreFailure) -> FullRun {
    var run = FullRun(started: integration.clock(), lines: lines)
    run.id = try await integration.state.startRun(run)
    return run
  }

  /// Works a run off, from wherever it is.
  ///
  /// - Parameter progress: Told of every page, from several mappings at a time.
  /// - Returns: The run as it ended; cancelled lines are `stopped`.
  /// - Throws: Why a store cannot be worked with now; what was at work is `stopped` then.
  public func go(
    _ run: FullRun, progress: @escaping @Sendable (FullRunLine) -> Void = { _ in }
  ) async throws(StoreFailure) -> FullRun {
    let board = FullRunBoard(run, integration)
    await withTaskGroup(of: Void.self) { group in
      var running = 0
      while true {
        while running < width, !Task.isCancelled, let line = await board.next() {
          running += 1
          group.addTask {
            await FullRunWorker(
              integration, board, run.id, isAfterRestore: isAfterRestore, progress
            ).work(line)
          }
        }
        guard running > 0 else { break }
        await group.next()
        running -= 1
        if await board.failure != nil { group.cancelAll() }
      }
    }
    if let failure = await board.failure { throw failure }
    if !Task.isCancelled { try await secondPass(board) }
    var ended = await board.run
    if !ended.lines.contains(where: { $0.status == .stopped || $0.status == .running }) {
      let now = integration.clock()
      try await integration.state.finishRun(run.id, at: now)
      ended.finished = now
    }
    return ended
  }

  /// References that had to wait for records of later mappings.
  private func secondPass(_ board: FullRunBoard) async throws(StoreFailure) {
    let synchronizer = Synchronizer(integration)
    for line in await board.run.lines where line.status == .finished {
      guard let mapping = integration.mapping(line.mapping), !mapping.takesDocuments else {
        continue
      }
      for direction in mapping.policy.directions {
        var due = DueRecords(integration, mapping, direction, releasedOnly: true)
        guard try await due.hasNext() else { continue }
        let report = try await synchronizer.releases(mapping, direction)
        var counters = report.counters
        counters.failed += await board.failures(inside: report.inner, of: line.mapping)
        // The end of the line was saved already.
        if let line = await board.add(counters, to: line.mapping) {
          try await integration.state.saveLine(line, of: await board.run.id)
        }
      }
    }
  }
}
