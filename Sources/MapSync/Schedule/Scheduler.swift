import MapRuntime

/// Runs what is due: each mapping at its interval, asleep after an empty run until a change in BC
/// wakes it (F8; R L-1 to L-12).
public struct Scheduler: Sendable {
  /// Milliseconds from a change in BC to the run that it wakes (R L-10).
  public static let wakeDelay: Int64 = 30_000
  /// Seconds until a mapping is tried again that somebody else is at work on.
  private static let busyDelay = 5
  /// Seconds from a run that failed as a whole to the next one, at least.
  private static let retryPause = 30
  public let integration: Integration

  /// - Parameters:
  ///   - isLasting: It goes on making rounds: who holds something on another machine is watched from
  ///     round to round.
  ///   - patience: How long it waits for who is at work. What somebody else is at work on is passed over
  ///     for now, and stays due (R L-12).
  public init(
    _ integration: Integration, isLasting: Bool = true, patience: Duration = .zero
  ) {
    var integration = integration
    integration.patience = patience
    integration.waitsForBeats = !isLasting
    self.integration = integration
  }

  /// One round over all mappings, prerequisites first.
  ///
  /// - Returns: What ran, and what failed as a whole.
  public func runDue() async throws(StoreFailure) -> [ScheduledRun] {
    var runs: [ScheduledRun] = []
    for mapping in integration.mappings {
      guard !Task.isCancelled else { break }
      guard let every = mapping.policy.every, mapping.isScheduled else { continue }
      try await wake(mapping)
      let state = try await integration.state.schedule(mapping.name)
      let now = integration.clock()
      guard state.map({ Self.due($0, mapping, now: now) <= now }) ?? true else { continue }
      runs.append(try await run(mapping, every: every))
      // The others stay due.
      if runs.last?.failure?.concernsWholeStore == true { return runs }
    }
    var due: [DocumentJob] = []
    for job in scheduledJobs {
      let now = integration.clock()
      let state = try await integration.state.schedule(job.name)
      if state.map({ Self.due($0, job, now: now) <= now }) ?? true { due.append(job) }
    }
    return try await runs + run(due)
  }

  /// What runs beside mappings, their notes and timelines, whether it is due or not.
  ///
  /// - Returns: What ran and did something, and what failed as a whole.
  public func runBeside(_ mappings: [BoundMapping]) async throws(StoreFailure) -> [ScheduledRun] {
    try await run(jobs(of: mappings.filter(\.isRun)))
  }

  private func run(_ jobs: [DocumentJob]) async throws(StoreFailure) -> [ScheduledRun] {
    var runs: [ScheduledRun] = []
    for job in jobs {
      guard !Task.isCancelled else { break }
      let run = try await run(job)
      // What found nothing to do is not worth a word.
      if !run.reports.isEmpty || run.failure != nil { runs.append(run) }
      if run.failure?.concernsWholeStore == true { break }
    }
    return runs
  }

  private var scheduledJobs: [DocumentJob] {
    jobs(of: integration.mappings.filter(\.isScheduled))
  }

  /// What runs beside mappings.
  private func jobs(of mappings: [BoundMapping]) -> [DocumentJob] {
    guard let documents = integration.documents else { return [] }
    return mappings.flatMap { documents.jobs(of: $0) }
  }

  private func run(_ job: DocumentJob) async throws(StoreFailure) -> ScheduledRun {
    guard let documents = integration.documents else {
      return ScheduledRun(mapping: job.mapping.name, reports: [], failure: nil)
    }
    var reports: [JobReport] = []
    var failure: StoreFailure?
    var pause = job.every
    var isScheduled = true
    do throws(StoreFailure) {
      reports = try await integration.holding(job.mapping) { integration throws(StoreFailure) in
        try await documents.run(job, integration)
      }
    } catch .busy(let sentence) {
      failure = .busy(sentence)
      (pause, isScheduled) = (Self.busyDelay, false)
    } catch {
      failure = error
      (pause, isScheduled) = (Self.retryPause, false)
    }
    let run = ScheduledRun(mapping: job.mapping.name, reports: reports, failure: failure)
    // What was stopped stays due.
    guard !Task.isCancelled else { return run }
    let due = DateTimeValue(milliseconds: integration.clock().milliseconds + Int64(pause) * 1000)
    try await integration.state.saveSchedule(
      ScheduleState(
        mapping: job.name, due: due, isAsleep: false, pause: isScheduled ? pause : nil))
    return run
  }

  /// When something is due next; nil where nothing is scheduled.
  public func nextDue() async throws(StoreFailure) -> DateTimeValue? {
    var next: DateTimeValue?
    for mapping in integration.mappings
    where mapping.isScheduled {
      let now = integration.clock()
      guard let state = try await integration.state.schedule(mapping.name) else { return now }
      let due = Self.due(state, mapping, now: now)
      next = min(next ?? due, due)
    }
    for job in scheduledJobs {
      let now = integration.clock()
      guard let state = try await integration.state.schedule(job.name) else { return now }
      let due = Self.due(state, job, now: now)
      next = min(next ?? due, due)
    }
    return next
  }

  /// When a mapping runs next, by the schedule as it is now: another one than the run noted counts from
  /// that run.
  public static func due(
    _ state: ScheduleState, _ mapping: BoundMapping, now: DateTimeValue
  ) -> DateTimeValue {
    let pause = state.isAsleep ? mapping.policy.sleep ?? mapping.policy.every : mapping.policy.every
    return due(state, every: pause, longest: longestPause(mapping), now: now)
  }

  private static func due(
    _ state: ScheduleState, _ job: DocumentJob, now: DateTimeValue
  ) -> DateTimeValue {
    due(state, every: job.every, longest: max(retryPause, job.every), now: now)
  }

  /// What lies further ahead than something ever waits was noted by a clock that was ahead, and says
  /// nothing: it is due.
  ///
  /// - Parameters:
  ///   - seconds: The pause that the schedule says now.
  ///   - longest: The seconds that it waits at most.
  private static func due(
    _ state: ScheduleState, every seconds: Int?, longest: Int, now: DateTimeValue
  ) -> DateTimeValue {
    let due = state.due(every: seconds)
    return due.milliseconds > now.milliseconds + Int64(longest) * 1000 ? now : due
  }

  /// Seconds that a mapping waits at most.
  private static func longestPause(_ mapping: BoundMapping) -> Int {
    max(retryPause, mapping.policy.every ?? 0, mapping.policy.sleep ?? 0)
  }

  private func run(
    _ mapping: BoundMapping, every: Int
  ) async throws(StoreFailure) -> ScheduledRun {
    do throws(StoreFailure) {
      let reports = try await Synchronizer(integration).synchronize(mapping)
      guard !Task.isCancelled else {
        return ScheduledRun(mapping: mapping.name, reports: reports, failure: nil)
      }
      let isIdle = !reports.flatMap(\.whole).contains { $0.counters.didSomething }
      let pause = isIdle ? mapping.policy.sleep ?? every : every
      try await save(mapping, seconds: pause, isAsleep: isIdle, isScheduled: true)
      return ScheduledRun(mapping: mapping.name, reports: reports, failure: nil)
    } catch .busy(let sentence) {
      try await save(mapping, seconds: Self.busyDelay, isAsleep: false)
      return ScheduledRun(mapping: mapping.name, reports: [], failure: .busy(sentence))
    } catch {
      // Tried again soon: nothing was lost, the mark stands where the last page left it (R L-4).
      var pause = Self.retryPause
      if case .unavailable(_, let seconds?) = error {
        pause = min(max(pause, seconds), Self.longestPause(mapping))
      }
      try await save(mapping, seconds: pause, isAsleep: false)
      return ScheduledRun(mapping: mapping.name, reports: [], failure: error)
    }
  }

  private func save(
    _ mapping: BoundMapping, seconds: Int, isAsleep: Bool, isScheduled: Bool = false
  ) async throws(StoreFailure) {
    let due = DateTimeValue(
      milliseconds: integration.clock().milliseconds + Int64(seconds) * 1000)
    try await integration.state.saveSchedule(
      ScheduleState(
        mapping: mapping.name, due: due, isAsleep: isAsleep, pause: isScheduled ? seconds : nil))
  }

  /// A change in BC, a deletion too, moves a sleeping mapping to half a minute from now, unless the mapping sleeps
  /// its time whatever comes (R A-22, L-10, L-11).
  private func wake(_ mapping: BoundMapping) async throws(StoreFailure) {
    guard mapping.policy.isWoken, mapping.policy.directions.contains(.toSales),
      var state = try await integration.state.schedule(mapping.name), state.isAsleep
    else { return }
    let now = integration.clock()
    guard
      Self.due(state, mapping, now: now).milliseconds > now.milliseconds + 2 * Self.wakeDelay,
      try await hasChanges(mapping)
    else { return }
    state.due = DateTimeValue(milliseconds: now.milliseconds + Self.wakeDelay)
    state.pause = nil
    try await integration.state.saveSchedule(state)
  }

  /// A coupling by hand wakes its mapping, and those whose records wait for one of its tables: a person
  /// wants to see what comes of it (R L-10).
  static func wake(
    coupled mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) {
    let waiting = try await integration.state.entries(EntryQuery(kinds: [.held, .later]))
    let names = waiting.filter { $0.missing?.pair == mapping.pair }.map(\.mapping)
    let soon = integration.clock().milliseconds + wakeDelay
    for name in Set((names + [mapping.name]).map(integration.scheduled)).sorted() {
      guard var state = try await integration.state.schedule(name), state.isAsleep,
        state.due.milliseconds > soon
      else { continue }
      state.due = DateTimeValue(milliseconds: soon)
      state.pause = nil
      try await integration.state.saveSchedule(state)
    }
  }

  /// Of its own, or of lines that run with it.
  private func hasChanges(_ mapping: BoundMapping) async throws(StoreFailure) -> Bool {
    if try await Self.hasChanges(mapping.type, mapping, integration) { return true }
    for lines in HeaderLines(integration: integration, header: mapping).unscheduled
    where lines.policy.directions.contains(.toSales) {
      if try await hasChanges(lines) { return true }
    }
    return false
  }

  private static func hasChanges<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> Bool {
    let mark = try await integration.state.mark(
      mapping.mark(.toSales, integration.run), .toSales)
    let page = try await integration.bc.changes(
      Mapping.BCRecord.self, since: mark, .all, limit: 1)
    return !page.records.isEmpty || !page.deleted.isEmpty
  }
}
