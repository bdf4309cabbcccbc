import MapRuntime

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
  /// BC ids of couplings that are gone.
  public var removed: [Guid] = []
  /// Failed, held and later records. A failure with the message of the last one makes the entry
  /// skipped (R D-36): the store compares, and counts it as skipped instead of failed.
  public var entries: [Entry] = []
  /// Source ids whose entries are over.
  public var settled: [Guid] = []
  public var counters = JobCounters()
  /// The mark after this page, where the run moves it.
  public var mark: ChangeMark?
  public var intent: IntentID?
  /// How far a full synchronization is.
  public var cursor: FullRunCursor?
  public var at: DateTimeValue
  /// What happened to records besides, for `why` (B7).
  public var events: [HistoryEvent] = []

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
