import MapRuntime

/// Where the lines of a run stand.
actor FullRunBoard {
  private(set) var run: FullRun
  /// Why the run cannot go on: a store that nobody can work with now.
  private(set) var failure: StoreFailure?
  private let integration: Integration

  init(_ run: FullRun, _ integration: Integration) {
    self.run = run
    self.integration = integration
    // What ran when a crash came goes on.
    for place in run.lines.indices
    where run.lines[place].status == .running || run.lines[place].status == .stopped {
      self.run.lines[place].status = .waiting
    }
  }

  /// A line that may start now, marked as running.
  func next() -> FullRunLine? {
    guard failure == nil else { return nil }
    let open = Set(
      run.lines.filter { $0.status == .waiting || $0.status == .running }.map(\.mapping))
    // Two mappings of one pair of tables go one after the other.
    let busy = Set(
      run.lines.filter { $0.status == .running }
        .compactMap { integration.mapping($0.mapping)?.pair })
    let place = run.lines.firstIndex { line in
      line.status == .waiting
        && !(integration.mapping(line.mapping).map { busy.contains($0.pair) } ?? false)
        && (integration.mapping(line.mapping)?.policy.prerequisites ?? [])
          .allSatisfy { !open.contains($0) || $0 == line.mapping }
    }
    guard let place else { return nil }
    run.lines[place].status = .running
    run.lines[place].started = run.lines[place].started ?? integration.clock()
    return run.lines[place]
  }

  func put(_ line: FullRunLine) {
    guard let place = run.lines.firstIndex(where: { $0.mapping == line.mapping }) else { return }
    run.lines[place] = line
  }

  /// Ends the run after what is at work; the first failure is its reason.
  func end(by failure: StoreFailure) { self.failure = self.failure ?? failure }

  /// Adds what became of held records of a line.
  ///
  /// - Returns: The line as it is then.
  func add(_ counters: JobCounters, to mapping: String) -> FullRunLine? {
    guard let place = run.lines.firstIndex(where: { $0.mapping == mapping }) else { return nil }
    run.lines[place].failed += counters.failures
    run.lines[place].held = max(0, run.lines[place].held - counters.inserted)
    return run.lines[place]
  }

  /// What failed in jobs that ran inside those of a line and that no line of their own tells.
  func failures(inside reports: [JobReport], of mapping: String) -> Int {
    let told = Set(run.lines.filter { $0.recommendation == .full }.map(\.mapping))
    return reports.flatMap(\.whole)
      .filter { $0.mapping != mapping && !told.contains($0.mapping) }
      .reduce(0) { $0 + $1.counters.failures }
  }
}
