import MapRuntime
import MapSync

/// The progress of a full synchronization in lines of text: a function of where its mappings stand.
enum ProgressText {
  /// The mappings that run, and the sum of all.
  ///
  /// - Parameters:
  ///   - elapsed: Milliseconds since this process began to work on the run, `before` records of
  ///     which were done by then.
  ///   - width: The terminal's columns; longer lines are cut.
  static func live(
    _ items: [ProgressItem], elapsed: Int64, before: Int = 0, width: Int
  ) -> [String] {
    let running = items.filter { $0.status == .running }
    let room = (running.map(\.mapping.count) + [5]).max() ?? 5
    let lines = running.map { item in
      padded(item.mapping, room) + "  " + bar(item) + "  " + numbers(item)
    }
    return (lines + [padded("total", room) + "  " + total(items, elapsed, before)])
      .map { String($0.prefix(width)) }
  }

  /// One line for a mapping that began or ended, for logs and above the live lines.
  static func event(_ item: ProgressItem) -> String {
    let word =
      switch item.status {
      case .waiting: "waits"
      case .running: "runs"
      case .finished: "finished"
      case .failed: "failed"
      case .stopped: "stopped"
      }
    return "\(item.mapping) \(word): \(numbers(item))"
  }

  /// The sum over all mappings.
  static func total(_ items: [ProgressItem], _ elapsed: Int64, _ before: Int) -> String {
    let done = items.reduce(0) { $0 + $1.done }
    // What is over counts as it came out: records may have come or gone since they were counted.
    let total = items.reduce(0) { $0 + ($1.isOver ? $1.done : max($1.total, $1.done)) }
    var parts = ["\(Numbers.text(done)) of \(Numbers.text(total))"]
    parts.append("\(items.count { $0.isOver }) of \(Numbers.count(items.count, "mapping"))")
    let rate = elapsed > 0 ? Int(Int64(max(0, done - before)) * 1000 / elapsed) : 0
    if rate > 0 {
      parts.append("\(Numbers.text(rate))/s")
      if total > done { parts.append("\(Durations.text(seconds: (total - done) / rate)) left") }
    }
    parts += problems(
      failed: items.reduce(0) { $0 + $1.failed }, held: items.reduce(0) { $0 + $1.held })
    return parts.joined(separator: ", ")
  }

  private static func numbers(_ item: ProgressItem) -> String {
    var parts = ["\(Numbers.text(item.done)) of \(Numbers.text(max(item.total, item.done)))"]
    if let rate = item.rate { parts.append("\(Numbers.text(rate))/s") }
    if item.status == .running, let left = item.left {
      parts.append("\(Durations.text(seconds: left)) left")
    }
    parts += problems(failed: item.failed, held: item.held)
    return parts.joined(separator: ", ")
  }

  private static func problems(failed: Int, held: Int) -> [String] {
    [(failed, "failed"), (held, "held")].filter { $0.0 > 0 }
      .map { "\(Numbers.text($0.0)) \($0.1)" }
  }

  private static func bar(_ item: ProgressItem) -> String {
    let width = 20
    let filled = item.total > 0 ? min(width, item.done * width / item.total) : 0
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: ".", count: width - filled) + "]"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
