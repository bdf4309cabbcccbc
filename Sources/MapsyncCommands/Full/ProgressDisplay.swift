import MapRuntime
import MapSync
import Synchronization

/// Shows the progress of a full synchronization while it runs: redrawn in place on a terminal,
/// plain lines elsewhere. On standard error, so that the answer stays alone on standard output.
final class ProgressDisplay: Sendable {
  private struct State {
    var lines: [FullRunLine]
    var drawn = 0
    var lastDrawn: Int64 = 0
  }

  private let state: Mutex<State>
  private let directions: [String: [Direction]]
  private let began: DateTimeValue
  private let before: Int
  private let isTerminal: Bool
  private let clock: @Sendable () -> DateTimeValue

  init(_ run: FullRun, _ integration: Integration, isTerminal: Bool = Terminal.isErrorTerminal) {
    state = Mutex(State(lines: run.lines))
    directions = Dictionary(
      integration.mappings.map { ($0.name, $0.policy.directions) }
    ) { first, _ in first }
    clock = integration.clock
    began = clock()
    before = run.lines.reduce(0) { $0 + $1.done }
    self.isTerminal = isTerminal
  }

  /// Takes in where a mapping stands; called from several at a time.
  func update(_ line: FullRunLine) {
    let now = clock()
    state.withLock { state in
      guard let place = state.lines.firstIndex(where: { $0.mapping == line.mapping }) else {
        return
      }
      let isNews = state.lines[place].status != line.status
      state.lines[place] = line
      let pause: Int64 = isTerminal ? 100 : 10_000
      guard isNews || abs(now.milliseconds - state.lastDrawn) >= pause else { return }
      state.lastDrawn = now.milliseconds
      draw(&state, news: isNews ? item(line, now) : nil, now)
    }
  }

  /// Removes the live lines, before the answer is written.
  func finish() {
    state.withLock { state in
      Terminal.error(erased(&state))
    }
  }

  private func draw(_ state: inout State, news: ProgressItem?, _ now: DateTimeValue) {
    let items = state.lines.map { item($0, now) }
    let elapsed = now.milliseconds - began.milliseconds
    let event = news.map { ProgressText.event($0) + "\n" } ?? ""
    guard isTerminal else {
      let total = news == nil ? ProgressText.total(items, elapsed, before) + "\n" : ""
      return Terminal.error(event + total)
    }
    let live = ProgressText.live(
      items, elapsed: elapsed, before: before, width: (Terminal.errorWidth ?? 80) - 1)
    let over = news?.isOver == true ? event : ""
    let text = erased(&state) + over + live.map { $0 + "\n" }.joined()
    state.drawn = live.count
    Terminal.error(text)
  }

  private func erased(_ state: inout State) -> String {
    guard isTerminal, state.drawn > 0 else { return "" }
    defer { state.drawn = 0 }
    return "\u{1B}[\(state.drawn)A\r\u{1B}[J"
  }

  private func item(_ line: FullRunLine, _ now: DateTimeValue) -> ProgressItem {
    ProgressItem(line, directions[line.mapping] ?? [], now: now)
  }
}
