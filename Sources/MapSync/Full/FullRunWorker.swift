import MapRuntime

/// Works off one line of a full synchronization.
struct FullRunWorker: Sendable {
  private let integration: Integration
  private let board: FullRunBoard
  private let run: RunID
  private let isAfterRestore: Bool
  private let progress: @Sendable (FullRunLine) -> Void

  init(
    _ integration: Integration, _ board: FullRunBoard, _ run: RunID, isAfterRestore: Bool,
    _ progress: @escaping @Sendable (FullRunLine) -> Void
  ) {
    self.integration = integration
    self.board = board
    self.run = run
    self.isAfterRestore = isAfterRestore
    self.progress = progress
  }

  /// A line that fails ends as failed, with the sentence; the others go on. A store that cannot be
  /// worked with now stops the run, and `--resume` goes on.
  func work(_ line: FullRunLine) async {
    var line = line
    do throws(StoreFailure) {
      try await save(line)
      if let mapping = integration.mapping(line.mapping) {
        let begun = line
        line = try await integration.holding(mapping) { integration throws(StoreFailure) in
          try await FullRunWorker(
            integration, board, run, isAfterRestore: isAfterRestore, progress
          ).finish(begun, mapping)
        }
      }
      line.status = Task.isCancelled ? .stopped : .finished
    } catch {
      line = await board.run.lines.first { $0.mapping == line.mapping } ?? line
      // How far it came its pages have noted.
      line.cursors = [:]
      switch error {
      case .unavailable, .unusable:
        await board.end(by: error)
        line.status = .stopped
      case .busy(let sentence):
        line.status = .stopped
        line.reason = sentence
      case .unknown(let sentence), .unready(let sentence):
        line.status = .failed
        line.reason = sentence
      }
    }
    line.finished = line.status == .stopped ? nil : integration.clock()
    // The end of a line that cannot be saved is found again by `--resume`.
    try? await save(line)
  }

  private func finish(
    _ line: FullRunLine, _ mapping: BoundMapping
  ) async throws(StoreFailure) -> FullRunLine {
    var line = line
    var bereft: Set<Side> = []
    if isAfterRestore {
      try await settleCreations(of: mapping)
      try await LostPartners(integration).find(mapping) { _, lost in
        for partner in lost { bereft.formUnion(partner.missing.map(\.other)) }
      }
    }
    if mapping.takesDocuments {
      line.done = try await findPartners(mapping, bereft: bereft)
      return line
    }
    switch line.recommendation {
    case .nothing: return line
    case .couple:
      line.done = 0
      line.failed = 0
      line.held = 0
      let watched = LineCounter(line, progress)
      let reports = try await match(mapping, watched) + failed(mapping)
      line.done = reports.reduce(0) { $0 + $1.counters.matched }
      line.failed = reports.reduce(0) { $0 + $1.counters.failures }
      line.failed += await board.failures(inside: reports, of: line.mapping)
      line.held = reports.reduce(0) { $0 + $1.counters.held }
    case .full:
      try await matchFirst(mapping, line)
      // What was not matched yet must not be made anew.
      guard !Task.isCancelled else { return line }
      if isAfterRestore {
        _ = try await NamedRows(integration, mapping).couple()
        try await UncoupledRecords(
          integration: integration, mapping: mapping, bereft: bereft
        ).rest()
      }
      let directions = mapping.policy.directions.sorted { $0.rawValue < $1.rawValue }
      for direction in directions where line.cursors[direction] == nil {
        let mark = try await integration.store(direction.source).mark(
          of: mapping.table(direction.source))
        line.cursors[direction] = FullRunCursor(run: run, mark: mark)
      }
      try await save(line)
      for direction in directions { line = try await all(line, mapping, direction) }
    }
    return line
  }

  /// Couples the new targets that runs which were given up may have made: after a file was put back
  /// they may be there, and then they are nobody else's partners (B6).
  private func settleCreations(of mapping: BoundMapping) async throws(StoreFailure) {
    let pending = try await integration.state.pendingWrites(mapping.pair)
    for direction in mapping.policy.directions.sorted(by: { $0.rawValue < $1.rawValue }) {
      let writes = pending.filter { $0.direction == direction && $0.write.kind == .creation }
        .map(\.write)
      guard !writes.isEmpty else { continue }
      try await IntentSettlement.settle(arrived: writes, mapping, direction, integration)
    }
  }

  /// Documents that are there on both sides find each other; nothing is made of them, and what may be
  /// there already rests.
  ///
  /// - Returns: How many found their partner.
  private func findPartners(
    _ mapping: BoundMapping, bereft: Set<Side>
  ) async throws(StoreFailure) -> Int {
    var coupled = 0
    if mapping.policy.match?.groups.isEmpty == false {
      for report in try await match(mapping, nil, isQuiet: true) {
        coupled += report.counters.coupled
      }
    }
    try await UncoupledRecords(
      integration: integration, mapping: mapping, bereft: bereft
    ).rest()
    return coupled
  }

  /// What is there on both sides is coupled before anything is created beside it; what finds no
  /// partner is no failure here.
  private func matchFirst(
    _ mapping: BoundMapping, _ line: FullRunLine
  ) async throws(StoreFailure) {
    guard line.bcCount > 0, line.salesCount > 0, line.cursors.isEmpty,
      mapping.policy.match?.groups.isEmpty == false
    else { return }
    _ = try await match(mapping, nil, isQuiet: true)
  }

  /// A store that fails stays that failure: what is unavailable may be tried again.
  ///
  /// - Parameter counter: Counts the pages of a line that only matches, so that others see them.
  private func match(
    _ mapping: BoundMapping, _ counter: LineCounter?, isQuiet: Bool = false
  ) async throws(StoreFailure) -> [JobReport] {
    let (state, board, run) = (integration.state, board, run)
    let matching = MatchCoupling(integration) { counters throws(StoreFailure) in
      guard let counter, counters.matched > 0 else { return }
      await counter.add(counters, records: counters.matched, board)
      try await state.saveLine(await counter.line, of: run)
    }
    do {
      return try await matching.run(mapping, isQuiet: isQuiet)
    } catch {
      if case .store(let failure) = error { throw failure }
      throw .unknown(error.sentence)
    }
  }

  /// Coupled records that failed before are no news for a match: they are tried again.
  private func failed(_ mapping: BoundMapping) async throws(StoreFailure) -> [JobReport] {
    var mode = RunMode.scheduled
    mode.trigger = .fullSynchronization
    var reports: [JobReport] = []
    for direction in mapping.policy.directions.sorted(by: { $0.rawValue < $1.rawValue }) {
      var records = DueRecords(integration, mapping, direction, releasedOnly: false)
      while !Task.isCancelled {
        let due = try await records.next()
        if due.isEmpty { break }
        let known = try await integration.state.coupled(
          [mapping.pair], direction.source, ids: due)
        guard !known.isEmpty else { continue }
        // A page at a time: what is held does not grow with what failed.
        reports.append(
          try await Synchronizer(integration).run(
            mapping, direction, mode, ids: due.filter(known.contains)))
      }
    }
    return reports
  }

  private func all(
    _ line: FullRunLine, _ mapping: BoundMapping, _ direction: Direction
  ) async throws(StoreFailure) -> FullRunLine {
    guard var cursor = line.cursors[direction] else { return line }
    if try await isOnlyOurs(line, mapping, direction, cursor) {
      var line = line
      cursor.isFinished = true
      line.cursors[direction] = cursor
      return line
    }
    let counter = LineCounter(line, progress)
    let report = try await Synchronizer(integration).all(mapping, direction, from: cursor) {
      counters, records in await counter.add(counters, records: records, board)
    }
    var line = await counter.line
    line.failed += await board.failures(inside: report.inner, of: line.mapping)
    guard !Task.isCancelled else {
      // How far it came its pages have noted; a cursor that is not named stays.
      line.cursors[direction] = nil
      return line
    }
    cursor.isFinished = true
    line.cursors[direction] = cursor
    return line
  }

  /// Whether a direction has nothing to take: its side was empty, and all that is there by now the
  /// run itself has written. Its mark then stands behind that.
  private func isOnlyOurs(
    _ line: FullRunLine, _ mapping: BoundMapping, _ direction: Direction, _ cursor: FullRunCursor
  ) async throws(StoreFailure) -> Bool {
    let count = direction.source == .bc ? line.bcCount : line.salesCount
    guard count == 0, mapping.policy.directions.count > 1, cursor.after == nil,
      !cursor.isFinished
    else { return false }
    let store = integration.store(direction.source)
    let mark = try await store.mark(of: mapping.table(direction.source))
    let isForeign = try await Synchronizer(integration).hasForeignChanges(
      mapping, direction.source, since: cursor.mark)
    guard !isForeign else { return false }
    try await integration.state.setMark(mark, mapping.name, direction)
    return true
  }

  private func save(_ line: FullRunLine) async throws(StoreFailure) {
    await board.put(line)
    try await integration.state.saveLine(line, of: run)
    progress(line)
  }
}

extension JobCounters {
  /// The records that a match has dealt with.
  fileprivate var matched: Int { coupled + inserted + failures }
}
