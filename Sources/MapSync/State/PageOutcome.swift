import MapRuntime

/// Where a direction's mark goes: only from where the run read it, so that what somebody set meanwhile
/// stands.
public struct MarkMove: Hashable, Sendable {
  public let from: ChangeMark?
  public let to: ChangeMark

  public init(from: ChangeMark?, to: ChangeMark) {
    self.from = from
    self.to = to
  }
}

/// What storing a page came to.
public struct RecordedOutcome: Hashable, Sendable {
  /// Couplings that were left out.
  public let refused: [RefusedCoupling]
  /// What was counted on the job: what the page says, with the failures of which records rest by now as
  /// skipped (R D-36).
  public let counters: JobCounters

  public init(_ refused: [RefusedCoupling] = [], counters: JobCounters) {
    self.refused = refused
    self.counters = counters
  }
}

/// An entry that is over.
public struct SettledEntry: Hashable, Sendable {
  public let source: Guid
  /// The entry that the page read: another one that stands there by now stays. Nil for whatever
  /// stands there.
  public let read: Entry?

  public init(_ source: Guid, read: Entry? = nil) {
    self.source = source
    self.read = read
  }
}

/// A write of a run that was given up before it was seen to happen: nobody knows whether it is still on
/// its way (B6). A new target is made under its id, should it be made, so that the write meets itself;
/// one that arrives later is settled then as if it had been found at once.
public struct PendingWrite: Hashable, Sendable {
  public let direction: Direction
  public let write: Intent.Write

  public init(_ direction: Direction, _ write: Intent.Write) {
    self.direction = direction
    self.write = write
  }
}

/// What one page came to, recorded in one transaction with the end of its intent (B6).
public struct PageOutcome: Sendable {
  public var job: JobID
  public var mapping: String
  public var pair: TablePair
  public var direction: Direction
  /// Couplings of records that the page created or matched; that it did is their first event.
  public var created: [Coupling] = []
  /// What that first event is: the records were created, or found each other.
  public var origin = HistoryEvent.Kind.created
  /// Other new couplings, and changed ones.
  public var couplings: [Coupling] = []
  /// Couplings that are gone.
  public var removed: [Coupling] = []
  /// Failed, held and later records. A failure with the message of the last one makes the entry
  /// skipped (R D-36): the store compares, and counts it as skipped instead of failed.
  public var entries: [Entry] = []
  /// What the job met and an entry says already: the job's own, and no news of the record.
  public var told: [Entry] = []
  /// Whether such a record rests; a document that was never taken in is tried in each run (R E-1).
  public var rests = true
  /// Entries that are over.
  public var settled: [SettledEntry] = []
  /// Targets with which the other direction has nothing left to do: what was noted of them is over.
  public var settledBack: [Guid] = []
  /// BC records of which no field is in conflict any more: what was noted of that is over.
  public var solved: [Guid] = []
  /// Couplings that rested and do so no more: what was noted of their records is tried again.
  public var freed: [Coupling] = []
  public var counters = JobCounters()
  /// Where the mark goes after this page, where the run moves it.
  public var mark: MarkMove?
  /// Under which name that mark is kept; the mapping's where nothing is said.
  public var markName: String?
  public var intent: IntentID?
  /// How far a full synchronization is.
  public var cursor: FullRunCursor?
  /// With a cursor: how many records the page took in, for who watches the run.
  public var taken = 0
  /// Writes of which a crash left open whether they will happen: a new target until a coupling of its
  /// source is stored, a change until its coupling knows another version of the target.
  public var pending: [Intent.Write] = []
  /// Targets that were changed: what may still be on its way to one of them is too late now. Only
  /// where there is any such write need this be said.
  public var overtaken: [Guid] = []
  /// Sales records of former couplings from which the company is taken, or which have another coupling.
  public var released: [Guid] = []
  public var at: DateTimeValue
  /// What happened to records besides, for `why` (B7).
  public var events: [HistoryEvent] = []

  /// The new couplings of records that were there on both sides, but for those that were not stored.
  public func paired(without refused: [RefusedCoupling]) -> [Coupling] {
    let paired = (origin == .coupled ? created : []) + couplings.filter { $0.revision == nil }
    guard !paired.isEmpty, !refused.isEmpty else { return paired }
    let left = Set(refused.map(\.coupling.bcID))
    return paired.filter { !left.contains($0.bcID) }
  }

  public init(
    job: JobID, mapping: String, pair: TablePair, direction: Direction, at: DateTimeValue
  ) {
    self.job = job
    self.mapping = mapping
    self.pair = pair
    self.direction = direction
    self.at = at
  }
}
