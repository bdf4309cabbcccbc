import MapRuntime

/// Everything that the engine works with: the mappings of a build, the two systems of one BC
/// company, and what is remembered of them.
public struct Integration: Sendable {
  /// Prerequisites first.
  public let mappings: [BoundMapping]
  public let bc: any SystemStore
  public let sales: any SystemStore
  public internal(set) var state: any StateStore
  /// The Sales row that stands for the BC company (R M-1); nil where companies are not told apart.
  public let company: Guid?
  /// All tables of both sides, for setup, matching and messages.
  public let tables: [TableDescription]
  public let settings: [String: Value]
  /// The products that stand for lines without one; what the settings name is left alone.
  public let writeInProducts: [WriteInProduct]
  /// The Sales record of BC's local currency (R M-11, M-12).
  public internal(set) var localCurrency: Lookup?
  /// The integration's user in Sales.
  public let user: Lookup?
  /// Who owns new Sales records where the mapping says nobody: the company's default team (R M-8).
  public let owner: Lookup?
  public let clock: @Sendable () -> DateTimeValue
  /// What of the setup keeps a mapping from taking in documents, in a sentence; asked before any is made, and
  /// nil where nobody looks (F18).
  public var obstacle: (@Sendable (BoundMapping) async throws(StoreFailure) -> String?)?
  /// Called at the moments of a page at which a crash is worth trying.
  public let checkpoint: @Sendable (Checkpoint) -> Void
  package let ids: IdentitySource
  /// What makes documents of records; nil where nobody does.
  package var documents: (any DocumentEngine)?
  /// Who works with it, in words for others who have to wait.
  public var holder: String
  /// How long a run waits for somebody who is at work on the same mapping.
  public var patience: Duration
  /// Whether it waits, beyond its patience, until it knows of a holder on another machine whether that
  /// one lives: what began at its own time only, such as a command, meets the same holding anew
  /// each time otherwise.
  public var waitsForBeats = true
  /// How long a holding stands still before it is taken over.
  var standstill = Lease.length
  /// What it holds.
  var leases: [Lease] = []
  /// Who started the jobs that run with it; nil where each says it by itself.
  var starter: Job.Trigger?
  /// How many jobs are around what works with it.
  var depth = 0
  var inner = InnerJobs()
  var tried = TriedJobs()
  let watch = LeaseWatch()
  /// Records of which a preview says that their partners are made before what it looks at, with what they
  /// are called: to who waits for them they are there.
  var coming: [Guid: String] = [:]

  public init(
    mappings: [BoundMapping], bc: any SystemStore, sales: any SystemStore,
    state: any StateStore, company: Guid?, tables: [TableDescription],
    settings: [String: Value] = [:], writeInProducts: [WriteInProduct] = [],
    localCurrency: Lookup? = nil, user: Lookup? = nil,
    owner: Lookup? = nil, holder: String = "another run", patience: Duration = .seconds(10),
    clock: @escaping @Sendable () -> DateTimeValue,
    checkpoint: @escaping @Sendable (Checkpoint) -> Void = { _ in }
  ) {
    self.mappings = Waves.ordered(mappings)
    self.bc = bc
    self.sales = sales
    self.state = state
    self.company = company
    self.tables = tables
    self.settings = settings
    self.writeInProducts = writeInProducts
    self.localCurrency = localCurrency
    self.user = user
    self.owner = owner
    self.holder = holder
    self.patience = patience
    self.clock = clock
    self.checkpoint = checkpoint
    ids = IdentitySource(clock: clock)
  }

  /// The same with at least so much patience, where it has any.
  func waiting(at least: Duration) -> Integration {
    var integration = self
    if patience > .zero { integration.patience = max(patience, least) }
    return integration
  }

  public func store(_ side: Side) -> any SystemStore { side == .bc ? bc : sales }

  /// The mapping of a name.
  public func mapping(_ name: String) -> BoundMapping? { mappings.first { $0.name == name } }

  public func table(_ side: Side, _ name: String) -> TableDescription? {
    tables.first { $0.side == side && $0.name == name }
  }

  package var run: RunValues {
    RunValues(
      now: clock(), user: user, localCurrency: localCurrency, settings: settings)
  }
}
