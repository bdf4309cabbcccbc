import ArgumentParser
import MapRuntime
import MapSource
import MapStoreSQLite
import MapSync
import Synchronization

/// `mapsync full --older`: records that mappings wrote before they were changed.
struct OlderRun {
  private let workspace: Workspace
  private let format: FormatOption
  private var integration: Integration { workspace.integration }

  init(_ workspace: Workspace, _ format: FormatOption) {
    self.workspace = workspace
    self.format = format
  }

  /// - Parameter names: The mappings, by commas.
  func run(_ names: String, isReview: Bool) async throws {
    let mappings = try chosen(names)
    if isReview { return try await review(mappings) }
    guard let lock = try workspace.state.acquireRunner(FullCommand.lock) else {
      throw CommandFailure("a full synchronization is running; 'mapsync status' shows it")
    }
    defer { lock.release() }
    let counts = try await OlderCouplings(integration).counts()
    guard mappings.contains(where: { counts[$0.name] != nil }) else { return try none(mappings) }
    let ended: (result: [JobReport], signal: String?)
    do {
      ended = try await Interruption.cancelling { try await bringUpToDate(mappings, counts) }
    } catch let failure as StoreFailure {
      throw CommandFailure(
        "\(failure.sentence); then 'mapsync full --older \(OlderText.word(names))' goes on")
    }
    try await tellLeft(mappings, isStopped: ended.signal != nil)
    try await format.report(ended.result, integration)
    if ended.signal != nil { throw ExitCode(1) }
  }

  private func bringUpToDate(
    _ mappings: [BoundMapping], _ counts: [String: Int]
  ) async throws(StoreFailure) -> [JobReport] {
    var reports: [JobReport] = []
    for mapping in mappings where !Task.isCancelled {
      let progress = OlderProgress(mapping.name, counts[mapping.name] ?? 0, integration.clock)
      reports += try await OlderCouplings(integration).bringUpToDate(mapping) { progress.add($0) }
    }
    return reports
  }

  /// In their order, prerequisites first; all of them must keep by what they wrote.
  private func chosen(_ names: String) throws(CommandFailure) -> [BoundMapping] {
    let chosen = try integration.chosen(
      NameList.names(in: names)
    ).map(\.name)
    let mappings = integration.mappings.filter { chosen.contains($0.name) }
    for mapping in mappings {
      guard mapping.isRolledOut else {
        throw CommandFailure(
          "\(mapping.name) takes no part: its records are written once, and follow their states")
      }
      guard mapping.policy.isEnabled else {
        throw CommandFailure("\(mapping.name) is switched off by the setup")
      }
    }
    return mappings
  }

  private func review(_ mappings: [BoundMapping]) async throws {
    var reviews: [(mapping: BoundMapping, review: OlderReview)] = []
    for mapping in mappings {
      for review in try await OlderCouplings(integration).review(mapping) {
        reviews.append((mapping, review))
      }
    }
    let answer = try await OlderReviewAnswer(reviews, integration)
    try format.write(answer, text: reviews.isEmpty ? Self.nothing(mappings) : answer.text)
    // It exits as the command that it foretells.
    if answer.lines.contains(where: { $0.failed > 0 }) { throw ExitCode(1) }
  }

  private func none(_ mappings: [BoundMapping]) throws {
    try format.write(JobAnswer([], entries: []), text: Self.nothing(mappings))
  }

  private static func nothing(_ mappings: [BoundMapping]) -> String {
    mappings.map { "no coupling was written by an older \($0.name)\n" }.joined()
  }

  /// What was not brought up to date, on standard error, so that it meets who reads the answer too.
  private func tellLeft(_ mappings: [BoundMapping], isStopped: Bool) async throws {
    for mapping in mappings {
      let left = try await OlderCouplings(integration).count(mapping)
      guard left > 0 else { continue }
      let them = left == 1 ? "is" : "are"
      let way =
        isStopped
        ? "stopped; the same command goes on"
        : "failed, wait or rest ('mapsync errors', 'mapsync skipped')"
      Terminal.error(
        "mapsync: \(Numbers.count(left, "coupling")) \(them) still of an older \(mapping.name): \(way)\n"
      )
    }
  }
}

/// How far it is, on standard error every ten seconds.
private final class OlderProgress: Sendable {
  private struct State {
    var done = 0
    var told: DateTimeValue
  }

  private let mapping: String
  private let total: Int
  private let clock: @Sendable () -> DateTimeValue
  private let state: Mutex<State>

  init(_ mapping: String, _ total: Int, _ clock: @escaping @Sendable () -> DateTimeValue) {
    self.mapping = mapping
    self.total = total
    self.clock = clock
    state = Mutex(State(told: clock()))
  }

  func add(_ count: Int) {
    let now = clock()
    state.withLock { state in
      state.done += count
      guard abs(now.milliseconds - state.told.milliseconds) >= 10_000 else { return }
      state.told = now
      Terminal.error(
        "\(mapping): \(Numbers.text(state.done)) looked at, of \(Numbers.text(total))\n")
    }
  }
}
