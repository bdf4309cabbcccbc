import MapRuntime
import MapSync

/// One mapping of a full synchronization as its progress is shown.
struct ProgressItem: Equatable {
  let mapping: String
  let status: FullRunLine.Status
  let done: Int
  /// How many records it will look at, in all its directions; of one that is finished, how many there
  /// were for it.
  let total: Int
  let failed: Int
  let held: Int
  /// Milliseconds since it began; nil before.
  let elapsed: Int64?

  /// - Parameters:
  ///   - directions: of the mapping.
  ///   - now: for lines that are not finished.
  init(_ line: FullRunLine, _ directions: [Direction], now: DateTimeValue) {
    mapping = line.mapping
    status = line.status
    done = line.done
    failed = line.failed
    held = line.held
    // A clock that is set right meanwhile goes back.
    elapsed = line.started.map { max(0, (line.finished ?? now).milliseconds - $0.milliseconds) }
    total =
      switch line.recommendation {
      case .nothing: 0
      // Those that are coupled already are not looked at.
      case .couple: line.status == .finished ? line.done : line.bcCount
      case .full:
        (directions.contains(.toSales) ? line.bcCount : 0)
          + (directions.contains(.toBC) ? line.salesCount : 0)
      }
  }

  var isOver: Bool { status == .finished || status == .failed }

  /// Records a second; nil before there is something to tell.
  var rate: Int? {
    guard let elapsed, elapsed > 0, done > 0 else { return nil }
    return Int(Int64(done) * 1000 / elapsed)
  }

  /// Seconds to its end at this rate; nil where that is not known.
  var left: Int? {
    guard let rate, rate > 0, total > done else { return nil }
    return (total - done) / rate
  }
}
