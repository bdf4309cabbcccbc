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
  /// Takes records that rest as any other: somebody chose them by name.
  public var overridesRest = false
  /// What only one side changed travels, whatever the mapping says (R D-40).
  public var mergesFields = false
  /// Counts what it passes over as skipped, because somebody chose it.
  public var countsAll: Bool
  /// Says why it passes over what it counts: a person named each record.
  public var namesRecords = true
  /// Leaves records alone whose target somebody changed since (R D-42).
  public var leavesChangedTargets = false
  /// Does not count records of which only the partner changed: it looks at them again once that change
  /// came back.
  var waitsForOtherSide = false
  /// False for a preview: records that others need first are not synchronized, and no running
  /// number is used up.
  package var writes = true

  /// What changed, by schedule (F8).
  public static let scheduled = RunMode(
    trigger: .scheduled, looksAnyway: false, writesEqual: false, createsUncoupled: false,
    onlyUncoupled: false, checksConflicts: true, countsAll: false)

  /// Chosen records, now (F3).
  public static let now = RunMode(
    trigger: .person, looksAnyway: true, writesEqual: true, createsUncoupled: false,
    onlyUncoupled: false, checksConflicts: false, overridesRest: true, countsAll: true)

  /// Several chosen records, now: those that rest and those whose target somebody changed are left out,
  /// and told (R D-42).
  public static var selection: RunMode {
    var mode = RunMode.now
    mode.leavesChangedTargets = true
    mode.overridesRest = false
    return mode
  }

  /// One chosen record in the direction that its changes suggest: it is taken though it rests.
  public static var suggested: RunMode {
    var mode = RunMode.selection
    mode.overridesRest = true
    return mode
  }

  /// Figures of chosen records, which may have changed though no record did: a row of which no value
  /// differs is not written (R I-5).
  public static var figures: RunMode {
    var mode = RunMode.selection
    mode.writesEqual = false
    return mode
  }

  /// Merging both sides of chosen records (R D-40).
  public static let merge = RunMode(
    trigger: .person, looksAnyway: true, writesEqual: false, createsUncoupled: false,
    onlyUncoupled: false, checksConflicts: true, overridesRest: true, mergesFields: true,
    countsAll: true)

  /// Merging several chosen records: those that rest are left out, and told (R D-42).
  public static var mergeOfSeveral: RunMode {
    var mode = RunMode.merge
    mode.overridesRest = false
    return mode
  }

  /// New counterparts of chosen records (F2).
  public static let create = RunMode(
    trigger: .person, looksAnyway: true, writesEqual: false, createsUncoupled: true,
    onlyUncoupled: true, checksConflicts: false, overridesRest: true, countsAll: true)

  /// The same of records that nobody named: what rests goes on resting, and what is passed over was
  /// nobody's order.
  public var ofUnnamed: RunMode {
    var mode = self
    mode.overridesRest = false
    mode.namesRecords = false
    return mode
  }

  /// Records that an older form of the mapping wrote: looked at as every record is, and nothing else
  /// (docs/language.md#when-a-mapping-has-changed).
  public static var older: RunMode {
    var mode = RunMode(
      trigger: .person, looksAnyway: true, writesEqual: false, createsUncoupled: false,
      onlyUncoupled: false, checksConflicts: true, countsAll: true)
    mode.namesRecords = false
    mode.waitsForOtherSide = true
    return mode
  }

  /// Every record (F9; R J-10).
  public static let full = RunMode(
    trigger: .fullSynchronization, looksAnyway: true, writesEqual: false,
    createsUncoupled: true, onlyUncoupled: false, checksConflicts: true, countsAll: false)
}
