import MapRuntime

/// Works off one line of a full synchronization.
struct FullRunWorker: Sendable {
  private let integration: Integration
  private let board: FullRunBoard
  private let run: RunID
  private let progress: @Sendable (FullRunLine) -> Void

  init(
    _ integration: Integration, _ board: FullRunBoard, _ run: RunID,
    _ progress: @escaping @Sendable (FullRunLine) -> Void
  ) {
    self.integration = integration
    self.board = board
    self.run = run
    self.progress = progress
  }

  /// A line that fails ends as failed, with the sentence; the others go on.
  func work(_ line: FullRunLine) async {
    var line = line
    do throws(StoreFailure) {
      try await save(line)
      line = try await finish(line)
      line.status = Task.isCancelled ? .stopped : .finished
    } catch {
      line = await board.run.lines.first { $0.mapping == line.mapping } ?? line
      line.status = .failed
      line.reason = error.sentence
    }
    line.finished = line.status == .stopped ? nil : integration.clock()
    // The end of a line that cannot be saved is found again by `--resume`.
    try? await save(line)
  }

  private func finish(_ line: FullRunLine) async throws(StoreFailure) -> FullRunLine {
    var line = line
    guard let mapping = integration.mapping(line.mapping) else { return line }
    switch line.recommendation {
    case .nothing: return line
    case .couple:
      do {
        let reports = try await MatchCoupling(integration).run(mapping, takesUnmoved: true)
        line.done = reports.first.map { $0.counters.coupled + $0.counters.failed } ?? 0
        line.failed = reports.reduce(0) { $0 + $1.counters.failed }
        line.held = reports.reduce(0) { $0 + $1.counters.held }
      } catch {
        throw .unusable(error.sentence)
      }
    case .full:
      for direction in mapping.policy.directions.sorted(by: { $0.rawValue < $1.rawValue }) {
        line = try await all(line, mapping, direction)
      }
    }
    return line
  }

  private func all(
    _ line: FullRunLine, _ mapping: BoundMapping, _ direction: Direction
  ) async throws(StoreFailure) -> FullRunLine {
    var cursor: FullRunCursor
    if let saved = line.cursors[direction] {
      cursor = saved
    } else {
      let mark = try await integration.store(direction.source).mark(
        of: mapping.table(direction.source))
      cursor = FullRunCursor(run: run, mark: mark)
    }
    let counter = LineCounter(line, progress)
    let report = try await Synchronizer(integration).all(mapping, direction, from: cursor) {
      counters, records in await counter.add(counters, records: records, board)
    }
    cursor.isFinished = true
    var line = await counter.line
    line.cursors[direction] = cursor
    _ = report
    return line
  }

  private func save(_ line: FullRunLine) async throws(StoreFailure) {
    await board.put(line)
    try await integration.state.saveLine(line, of: run)
    progress(line)
  }
}
