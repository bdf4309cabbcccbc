import MapRuntime
import MapSync
import Metrics

/// Counts records by what became of them.
enum RunMetrics {
  static func count(_ counters: JobCounters, mapping: String, direction: Direction) {
    for (name, number) in numbers(counters) where number > 0 {
      Counter(
        label: "mapsync_records",
        dimensions: [("mapping", mapping), ("direction", direction.name), ("result", name)]
      ).increment(by: number)
    }
    Counter(
      label: "mapsync_runs", dimensions: [("mapping", mapping), ("direction", direction.name)]
    )
    .increment()
  }

  static func numbers(_ counters: JobCounters) -> [(String, Int)] {
    [
      ("inserted", counters.inserted), ("modified", counters.modified),
      ("deleted", counters.deleted), ("unchanged", counters.unchanged),
      ("skipped", counters.skipped), ("held", counters.held), ("failed", counters.failed),
      ("coupled", counters.coupled), ("uncoupled", counters.uncoupled),
    ]
  }
}
