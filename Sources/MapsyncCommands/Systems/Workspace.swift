import EmbeddedSystems
import MapDocuments
import MapRuntime
import MapSetup
import MapStoreSQLite
import MapSync

/// The two systems of a setup with the engine between them.
struct Workspace: Sendable {
  /// What a command is about to do there.
  enum Use: Hashable, Sendable {
    /// Says on standard error where a file is not what it was.
    case look
    /// Settles what crashes left open; what other processes that are at work have open is their own
    /// (B6). Refuses where a file is not what it was.
    case work
    /// Takes files that are not what they were as they are, to look at all records again.
    case afterRestore
  }

  let setup: Setup
  let integration: Integration
  let state: SQLiteState
  let files: FileWatch
  /// What keeps others from working meanwhile.
  private let locks: [RunnerLock]

  static func open(_ named: String?, _ use: Use) async throws -> Workspace {
    let file = try SetupFile(named)
    return try await open(try file.checked(), folder: file.folder, use)
  }

  static func open(
    _ setup: Setup, folder: String, _ use: Use
  ) async throws(StoreFailure) -> Workspace {
    let program = RunningProgram.current
    let systems = try ConnectedSystems(setup, folder: folder, program: program)
    let opened = try SQLiteState.open(
      FileSystem.path(setup.state, in: folder), company: systems.company.id,
      durability: setup.durability == .full ? .power : .process)
    let locks = use == .afterRestore ? try alone(on: opened) : []
    let seated = use == .look ? nil : try await opened.seated()
    let files = try FileWatch(
      seated?.state ?? opened, company: systems.company.id, bc: systems.pair.bc,
      sales: systems.pair.sales)
    try ready(files, use)
    let watch = use == .look ? nil : files
    let state = watch.map { (seated?.state ?? opened).watched(by: $0) } ?? opened
    let types = program.mappings(setup.features)
    let policies = setup.policies(for: types)
    var integration = Integration(
      mappings: zip(types, policies).map { BoundMapping($0, policy: $1) },
      bc: EmbeddedStore(systems.pair.bc, company: systems.company, watch: watch),
      sales: EmbeddedStore(sales: systems.pair.sales, watch: watch), state: state,
      company: systems.companyRow, tables: program.tables, settings: setup.settings,
      writeInProducts: program.writeInProducts,
      localCurrency: systems.localCurrency, user: systems.user, owner: systems.owner,
      holder: ProcessName.own, clock: WallClock.now, checkpoint: KillSwitch.fromEnvironment())
    integration = integration.withDocuments()
    if let seated {
      try await IntentSettlement(integration).settle()
      integration = try await LocalCurrency.ensured(integration, code: setup.localCurrency)
      seated.preparing.release()
    }
    return Workspace(
      setup: setup, integration: integration, state: state, files: files, locks: locks)
  }

  /// Nobody else may run while all records are looked at again.
  private static func alone(on state: SQLiteState) throws(StoreFailure) -> [RunnerLock] {
    var locks: [RunnerLock] = []
    for name in ["serve", FullCommand.lock] {
      guard let lock = try state.acquireRunner(name) else {
        throw .unusable(
          "'mapsync serve', 'run' or 'full' is at work on \(state.path); stop it first")
      }
      locks.append(lock)
    }
    return locks
  }

  /// Sees to it that the files are the ones that were left, before anything is done with them.
  private static func ready(_ files: FileWatch, _ use: Use) throws(StoreFailure) {
    switch use {
    case .look:
      for misfit in try files.misfits() {
        Terminal.error("mapsync: warning: \(misfit.sentence)\n")
      }
    case .work:
      try files.checkNames()
      try files.check()
      try files.begin()
    case .afterRestore:
      try files.checkNames()
      try files.accept()
    }
  }
}
