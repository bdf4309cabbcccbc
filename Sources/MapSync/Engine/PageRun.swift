import MapRuntime

/// One page of source records on its way: couplings in one query, counterparts in one, converted,
/// compared, written in one batch, recorded in one transaction.
struct PageRun<Way: OneWay> {
  let run: DirectionRun<Way>
  private(set) var records: [StoredRecord<Way.Source>]
  /// Beside `records`, of which each access copies a whole one.
  let ids: [Guid]
  let versions: [RecordVersion]
  /// Released or failed before: looked at whatever their versions say.
  let isDue: Bool
  /// How often these records were tried in this run.
  let attempt: Int

  var rows: [PageRow] = []
  var targets: [StoredRecord<Way.Target>] = []
  /// What each row's target shall be; nil where it is not written.
  var converted: [Way.Target?] = []
  var changes: [FieldSet] = []
  /// Ids of new targets, by row.
  var newIDs: [Guid] = []
  /// The converted rows as the named rules have them.
  var ruled: [RuleRow] = []
  /// BC ids of couplings with partners that are gone, by row: they go when a new one is stored.
  var freed: [Int: Guid] = [:]
  /// Rows that somebody changed between our read and our write.
  var stale: [Int] = []
  var outcome: PageOutcome
  /// What was cut in the page's records, and then by row.
  let cutting = CutNotes()
  var cuts: [Int: [CutNote]] = [:]
  /// Earlier entries of the page's records, by source id.
  var earlier: [Guid: Entry] = [:]

  init(
    _ run: DirectionRun<Way>, _ records: [StoredRecord<Way.Source>], isDue: Bool = false,
    attempt: Int = 1
  ) {
    self.run = run
    self.records = records
    var ids: [Guid] = []
    var versions: [RecordVersion] = []
    ids.reserveCapacity(records.count)
    versions.reserveCapacity(records.count)
    for record in records {
      ids.append(record.id)
      versions.append(record.version)
    }
    self.ids = ids
    self.versions = versions
    self.isDue = isDue
    self.attempt = attempt
    outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: run.integration.clock())
  }

  /// Works out what neither system knows of the source records by itself.
  mutating func fillFigures() async throws(StoreFailure) {
    try await run.sourceFigures.fill(&records)
  }

  /// Takes the page the whole way.
  ///
  /// - Parameters:
  ///   - mark: Where the direction stands after this page, if the run moves its mark.
  ///   - cursor: How far a full synchronization is.
  mutating func process(
    mark: ChangeMark? = nil, cursor: FullRunCursor? = nil
  ) async throws(StoreFailure) -> JobCounters {
    outcome.mark = mark
    outcome.cursor = cursor
    try await decide()
    try await readTargets()
    try await convert()
    do throws(StoreFailure) {
      try await write()
      try await finishRules()
      try await noteNewPartners()
      return try await record()
    } catch {
      // Whether it was written is asked before anything else runs.
      if let intent = outcome.intent { await run.integration.broken.note(intent) }
      throw error
    }
  }
}
