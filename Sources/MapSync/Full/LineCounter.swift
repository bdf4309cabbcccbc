import MapRuntime

/// Counts the pages of one line.
actor LineCounter {
  private(set) var line: FullRunLine
  private let progress: @Sendable (FullRunLine) -> Void

  init(_ line: FullRunLine, _ progress: @escaping @Sendable (FullRunLine) -> Void) {
    self.line = line
    self.progress = progress
  }

  func add(_ counters: JobCounters, records: Int, _ board: FullRunBoard) async {
    line.done += records
    line.failed += counters.failures
    line.held += counters.held
    await board.put(line)
    progress(line)
  }
}
