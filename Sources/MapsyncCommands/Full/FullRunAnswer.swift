import MapRuntime
import MapSync

/// A full synchronization, or what one would do (F9).
struct FullRunAnswer: Encodable {
  struct Line: Encodable {
    let mapping: String
    let wave: Int
    let recommendation: String
    let reason: String
    let status: String
    let bcCount: Int
    let salesCount: Int
    let done: Int
    let total: Int
    let failed: Int
    let held: Int
    let ratePerSecond: Int?
    let secondsLeft: Int?
    let started: String?
    let finished: String?

    fileprivate var isOpen: Bool {
      status != FullRunLine.Status.finished.name && status != FullRunLine.Status.failed.name
    }
  }

  /// Couplings that a mapping wrote before it was changed.
  struct Older: Encodable {
    let mapping: String
    let couplings: Int
  }

  let version = 1
  /// Nil for a review.
  let run: Int64?
  let started: String?
  let finished: String?
  /// Whether a process works on it now.
  let isRunning: Bool
  let lines: [Line]
  /// Of mappings that were changed since; only `status` tells them.
  var older: [Older] = []

  /// A review.
  init(review lines: [FullRunLine], _ integration: Integration) {
    run = nil
    started = nil
    finished = nil
    isRunning = false
    self.lines = lines.map { Self.line($0, integration) }
  }

  init(_ run: FullRun, _ integration: Integration, isRunning: Bool) {
    self.run = run.id
    started = run.started.description
    finished = run.finished?.description
    self.isRunning = isRunning
    lines = run.lines.map { Self.line($0, integration) }
  }

  private static func line(_ line: FullRunLine, _ integration: Integration) -> Line {
    let directions = integration.mapping(line.mapping)?.policy.directions ?? []
    let item = ProgressItem(line, directions, now: integration.clock())
    return Line(
      mapping: line.mapping, wave: line.wave, recommendation: line.recommendation.name,
      reason: line.reason, status: line.status.name, bcCount: line.bcCount,
      salesCount: line.salesCount, done: line.done, total: max(item.total, line.done),
      failed: line.failed,
      held: line.held, ratePerSecond: item.rate,
      secondsLeft: line.status == .running ? item.left : nil,
      started: line.started?.description, finished: line.finished?.description)
  }

  /// Records or whole mappings failed, or it was stopped.
  var hasFailures: Bool {
    lines.contains { $0.failed > 0 || $0.status == "failed" || $0.status == "stopped" }
  }

  var reviewText: String {
    var table = TextTable([
      .number("WAVE"), .word("MAPPING"), .number("BC"), .number("SALES"), .text("RECOMMENDED"),
      .sentence("WHY"),
    ])
    for line in lines {
      table.add([
        String(line.wave), line.mapping, Numbers.text(line.bcCount),
        Numbers.text(line.salesCount), line.recommendation, line.reason,
      ])
    }
    return table.text
  }

  var text: String {
    var table = TextTable([
      .number("WAVE"), .word("MAPPING"), .standing("STATUS"), .number("DONE"), .number("OF"),
      .number("RATE"), .text("LEFT"), .failures("FAILED"), .number("HELD"), .sentence("WHAT"),
    ])
    for line in lines {
      table.add([
        String(line.wave), line.mapping, line.status, Numbers.text(line.done),
        Numbers.text(line.total), line.ratePerSecond.map { Numbers.text($0) + "/s" } ?? "",
        line.secondsLeft.map { Durations.text(seconds: $0) } ?? "", Numbers.orDot(line.failed),
        Numbers.orDot(line.held),
        line.status == "failed" ? line.reason : line.recommendation,
      ])
    }
    return head + table.text + olderText
  }

  var olderText: String { OlderText.lines(older.map { ($0.mapping, $0.couplings) }) }

  private var head: String {
    guard let run, let started else { return "" }
    let state =
      if let finished {
        lines.contains { $0.isOpen } ? "given up \(finished)" : "finished \(finished)"
      } else if isRunning {
        "running"
      } else {
        "not finished; 'mapsync full --resume' goes on"
      }
    return "run \(run), started \(started), \(state)\n"
  }
}

extension FullRunLine.Recommendation {
  /// The word that scenarios use (README.md#scenarios).
  var name: String {
    switch self {
    case .full: "full"
    case .couple: "couple"
    case .nothing: "nothing"
    }
  }
}

extension FullRunLine.Status {
  var name: String {
    switch self {
    case .waiting: "waiting"
    case .running: "running"
    case .finished: "finished"
    case .failed: "failed"
    case .stopped: "stopped"
    }
  }
}
