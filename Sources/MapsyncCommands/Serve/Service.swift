import Logging
import MapRuntime
import MapSync
import Metrics

/// The scheduler as a service: rounds over what is due, with a pause between.
struct Service: Sendable {
  let integration: Integration
  let logger: Logger
  /// Seconds between two looks for changes that wake a sleeping mapping.
  let look: Int
  /// Refuses where the files are not the ones that it began with.
  let check: @Sendable () throws(StoreFailure) -> Void
  /// Called after a round that did something.
  let rest: @Sendable () -> Void
  /// Takes away what is kept no longer, some of it at a time.
  let retention: Retention

  /// Runs until its task is cancelled, or a system cannot be used: then it turns itself off, since
  /// every further run would fail too (R D-57).
  func run() async throws {
    logger.info("serving", metadata: ["mappings": "\(integration.mappings.count)"])
    var cleaning: DateTimeValue?
    while !Task.isCancelled {
      var isBroken = false
      do throws(StoreFailure) {
        try check()
        let runs = try await Scheduler(integration).runDue()
        for run in runs {
          note(run)
          guard run.failure == nil,
            let obstacle = try await integration.obstacle(to: run.mapping)
          else { continue }
          logger.error(
            "takes in no documents",
            metadata: ["mapping": "\(run.mapping)", "reason": "\(obstacle)"])
        }
        if !runs.isEmpty { rest() }
        if case .unusable(let sentence)? = runs.last?.failure { throw .unusable(sentence) }
        isBroken = runs.last?.failure?.concernsWholeStore == true
        if !isBroken { try await clean(&cleaning) }
      } catch .unavailable(let sentence, _) {
        // The next round tries again; nothing was lost.
        logger.warning("round failed", metadata: ["reason": "\(sentence)"])
        isBroken = true
      } catch {
        logger.critical("turned off", metadata: ["reason": "\(error.sentence)"])
        throw error
      }
      let seconds = isBroken ? look : (try? await pause()) ?? look
      try? await Task.sleep(for: .seconds(seconds))
    }
    logger.info("stopped")
  }

  /// Once an hour, and again after the next round where there is much: what is due does not wait for it.
  private func clean(_ next: inout DateTimeValue?) async throws(StoreFailure) {
    let now = integration.clock()
    guard next.map({ $0 <= now || $0.milliseconds > now.milliseconds + 3_600_000 }) ?? true else {
      return
    }
    if try await retention.clean(parts: 20) {
      next = DateTimeValue(milliseconds: now.milliseconds + 3_600_000)
    }
  }

  /// Seconds to the next look: when something is due, and soon enough to see what wakes a mapping.
  private func pause() async throws(StoreFailure) -> Int {
    guard let due = try await Scheduler(integration).nextDue() else { return look }
    let seconds = (due.milliseconds - integration.clock().milliseconds + 999) / 1000
    return max(1, min(look, Int(seconds)))
  }

  private func note(_ run: ScheduledRun) {
    for report in run.reports.flatMap(\.whole) {
      let counters = report.counters
      RunMetrics.count(counters, mapping: report.mapping, direction: report.direction)
      logger.log(
        level: counters.failures > 0 ? .warning : counters.didSomething ? .info : .debug,
        "ran", metadata: Self.metadata(report))
    }
    if case .busy(let sentence)? = run.failure {
      logger.info(
        "passed over", metadata: ["mapping": "\(run.mapping)", "reason": "\(sentence)"])
      return
    }
    if let failure = run.failure {
      Counter(label: "mapsync_run_failures", dimensions: [("mapping", run.mapping)]).increment()
      logger.error(
        "run failed",
        metadata: ["mapping": "\(run.mapping)", "reason": "\(failure.sentence)"])
    }
  }

  static func metadata(_ report: JobReport) -> Logger.Metadata {
    let counters = report.counters
    var metadata: Logger.Metadata = [
      "mapping": "\(report.mapping)", "direction": "\(report.direction.name)",
      "job": "\(report.id)",
    ]
    for (name, number) in RunMetrics.numbers(counters) where number > 0 {
      metadata[name] = "\(number)"
    }
    return metadata
  }
}
