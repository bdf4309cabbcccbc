/// What a run may do with the records that it takes in.
public struct RunMode: Hashable, Sendable {
  public var trigger: Job.Trigger
  /// Looks at records whatever their versions say (R D-22).
  public var looksAnyway: Bool
  /// Writes and counts a coupled record even where no value differs (R D-24).
  public var writesEqual: Bool
  /// Creates uncoupled records whatever the mapping's scope.
  public var createsUncoupled: Bool
  /// Passes over coupled records (R D-44).
  public var onlyUncoupled: Bool
  /// A change of both sides is a conflict, not the user's choice (R D-23).
  public var checksConflicts: Bool
  /// Counts what it passes over as skipped, because somebody chose it.
  public var countsAll: Bool
  /// Leaves records alone whose target somebody changed since (R D-42).
  public var leavesChangedTargets = false
  /// False for a preview: records that others need first are not synchronized, and no running
  /// number is used up.
  var writes = true

  /// What changed, by schedule (F8).
  public static let scheduled = RunMode(
    trigger: .scheduled, looksAnyway: false, writesEqual: false, createsUncoupled: false,
    onlyUncoupled: false, checksConflicts: true, countsAll: false)

  /// Chosen records, now (F3).
  public static let now = RunMode(
    trigger: .person, looksAnyway: true, writesEqual: true, createsUncoupled: false,
    onlyUncoupled: false, checksConflicts: false, countsAll: true)

  /// Several chosen records, or one in the direction that its changes suggest, now (R D-42).
  public static var selection: RunMode {
    var mode = RunMode.now
    mode.leavesChangedTargets = true
    return mode
  }

  /// Merging both sides of chosen records (R D-40).
  public static let merge = RunMode(
    trigger: .person, looksAnyway: true, writesEqual: false, createsUncoupled: false,
    onlyUncoupled: false, checksConflicts: true, countsAll: true)

  /// New counterparts of chosen records (F2).
  public static let create = RunMode(
    trigger: .person, looksAnyway: true, writesEqual: false, createsUncoupled: true,
    onlyUncoupled: true, checksConflicts: false, countsAll: true)

  /// Every record (F9; R J-10).
  public static let full = RunMode(
    trigger: .fullSynchronization, looksAnyway: true, writesEqual: false,
    createsUncoupled: true, onlyUncoupled: false, checksConflicts: true, countsAll: false)
}
