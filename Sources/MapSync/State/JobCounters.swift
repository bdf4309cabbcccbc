/// What a job did, in records (R D-6).
public struct JobCounters: Hashable, Sendable {
  public var inserted = 0
  public var modified = 0
  public var deleted = 0
  public var unchanged = 0
  public var skipped = 0
  public var held = 0
  public var failed = 0
  public var coupled = 0
  public var uncoupled = 0
  /// Texts, not records; the job says it in its message.
  public var cut = 0
  /// Of the skipped, those that failed as they did before and rest since. A report says it; a stored job
  /// does not keep it apart.
  public var rested = 0

  public init() {}

  public static func += (left: inout JobCounters, right: JobCounters) {
    left.inserted += right.inserted
    left.modified += right.modified
    left.deleted += right.deleted
    left.unchanged += right.unchanged
    left.skipped += right.skipped
    left.held += right.held
    left.failed += right.failed
    left.coupled += right.coupled
    left.uncoupled += right.uncoupled
    left.cut += right.cut
    left.rested += right.rested
  }

  /// What is to say of a run besides; nil where nothing is.
  var remark: String? {
    switch cut {
    case 0: nil
    case 1: "1 text was cut, as its field map says"
    default: "\(cut) texts were cut, as their field maps say"
    }
  }

  /// Records that did not go through, whether they rest by now or not.
  public var failures: Int { failed + rested }

  /// Whether the run changed or failed anything; after none of both it sleeps (R L-8).
  public var didSomething: Bool {
    inserted + modified + deleted + failures + coupled + uncoupled > 0
  }

  /// Notes that so many of the failed rest by now.
  public mutating func rest(_ count: Int) {
    failed -= count
    skipped += count
    rested += count
  }
}
