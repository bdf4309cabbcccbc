import MapRuntime

/// What makes documents of the records of mappings: the module above this one knows it, which the
/// engine meets here, a page at a time.
package protocol DocumentEngine: Sendable {
  /// What belongs to the headers of a run of a mapping besides; nil where it has no documents.
  func part<Way: OneWay>(
    _ way: Way.Type, of mapping: BoundMapping, _ mode: RunMode, job: JobID,
    _ integration: Integration
  ) async throws(StoreFailure) -> (any DocumentPart<Way>)?

  /// What runs beside a mapping at intervals of its own.
  func jobs(of mapping: BoundMapping) -> [DocumentJob]

  /// Runs such a job, under the lease of its mapping; the reports of what it did, if anything.
  func run(
    _ job: DocumentJob, _ integration: Integration
  ) async throws(StoreFailure) -> [JobReport]
}

/// A job beside a mapping: its notes, its timeline (R L-6).
package struct DocumentJob: Sendable {
  package let mapping: BoundMapping
  package let kind: Job.Kind
  /// Seconds from one run to the next, whatever came of it (R L-7).
  package let every: Int

  package init(_ mapping: BoundMapping, _ kind: Job.Kind, every: Int) {
    self.mapping = mapping
    self.kind = kind
    self.every = every
  }

  /// Under this name its schedule and its marks are kept.
  package var name: String { "\(mapping.name) (\(kind))" }
}

/// What belongs to the headers of one run: their states, their lines, and what follows their writes.
package protocol DocumentPart<Way>: Sendable {
  associatedtype Way: OneWay

  /// Whether something follows the writing of a document that a crash may cut off.
  var followsCreation: Bool { get }
  /// The same of a document that was there.
  var followsUpdate: Bool { get }
  /// A page of headers begins.
  func page() -> any DocumentPage<Way>
  /// What becomes of the partners of records that are gone, and what was done with them; nil leaves
  /// that to the mapping's `conflict`.
  func settle(
    _ gone: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters?
  /// What a run would do with the partners of records that are gone, by source: for people who ask what
  /// comes next (B7).
  func foretell(
    _ gone: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> [Guid: String]
  /// Brings documents that were written before to what became of their sources since.
  func refresh(
    _ scope: RefreshScope, _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters
}

extension DocumentPart {
  package var followsUpdate: Bool { false }

  /// Nothing that is not said of every record.
  package func foretell(
    _ gone: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> [Guid: String] {
    [:]
  }

  /// Nothing becomes of them but what their records say.
  package func refresh(
    _ scope: RefreshScope, _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters {
    JobCounters()
  }
}

/// Of which documents it is asked what became of their sources.
public enum RefreshScope: Hashable, Sendable {
  /// Those of which there is news since the last time (R H-20).
  case news
  /// All that are coupled.
  case all
  case sources([Guid])
}

/// What belongs to the headers of one page. It is called by the stages of the page, in this order.
package protocol DocumentPage<Way>: AnyObject {
  associatedtype Way: OneWay

  /// Whether a record that fails twice with one message rests until a person retries it (R D-36).
  var rests: Bool { get }
  /// Decides a record's fate, as its state and the setup have it; false leaves that to what is done
  /// with every record.
  func decide(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool
  /// Says of rows that are coupled with documents which are gone what became of those, and the way out;
  /// false leaves them to what is done with every record.
  func tellGone(_ rows: [PageRow<Way>], _ page: Page<Way>) async throws(StoreFailure) -> Bool
  /// Whether a document that is coupled with one which its system no longer has is left alone; false leaves
  /// it to what is done with every record.
  func leavesLost(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool
  /// Leaves documents alone that must stay as they are over there, before anything is converted.
  func askTargets(_ page: Page<Way>)
  /// Finds the documents in whose place those come that are to be written.
  func findPredecessors(_ page: Page<Way>) async throws(StoreFailure)
  /// Converts what belongs to the headers that are to be created; fails or holds those of which
  /// something cannot be taken.
  func convert(_ page: Page<Way>) async throws(StoreFailure)
  /// Creates documents whole, a result each.
  func create(_ headers: [NewRecord<Way.Target>]) async throws(StoreFailure) -> [WriteResult]
  /// What creating documents would come to, a result each, of which nothing stays; nil for records that
  /// are no documents.
  func attempt(_ headers: [NewRecord<Way.Target>]) async throws(StoreFailure) -> [WriteResult]?
  /// Decides what would follow the writes of a page, and does nothing of it.
  func foresee(_ page: Page<Way>) async throws(StoreFailure)
  /// Writes documents that exist, a result each.
  func update(_ updates: [RecordUpdate<Way.Target>]) async throws(StoreFailure) -> [WriteResult]
  /// What follows the writes of a page, before they are recorded.
  func finish(_ page: Page<Way>) async throws(StoreFailure)
  /// What is to say of the converted records that a run would not write, or would write with their lines, by
  /// source: for people who ask what comes next (B7). It decides nothing, and asks what a run asks.
  func remarks(_ page: Page<Way>) async throws(StoreFailure) -> [Guid: DocumentRemark]
}

/// What is said of a document that a run does not write, or of what it writes besides the header.
package enum DocumentRemark: Sendable {
  /// Why it is passed over.
  case passedOver(String)
  /// What is still to be done with it besides.
  case follows(String)
  /// What is written with it, its lines.
  case writes(String)

  package var message: String {
    switch self {
    case .passedOver(let message), .follows(let message), .writes(let message): message
    }
  }
}

extension DocumentPage {
  package func leavesLost(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool { false }

  package func askTargets(_ page: Page<Way>) {}

  /// None takes the place of another.
  package func findPredecessors(_ page: Page<Way>) async throws(StoreFailure) {}

  /// They are made again.
  package func tellGone(
    _ rows: [PageRow<Way>], _ page: Page<Way>
  ) async throws(StoreFailure) -> Bool { false }

  package func attempt(
    _ headers: [NewRecord<Way.Target>]
  ) async throws(StoreFailure) -> [WriteResult]? { nil }

  package func foresee(_ page: Page<Way>) async throws(StoreFailure) {}

  /// Nothing that is not said of every record.
  package func remarks(
    _ page: Page<Way>
  ) async throws(StoreFailure) -> [Guid: DocumentRemark] {
    [:]
  }
}
