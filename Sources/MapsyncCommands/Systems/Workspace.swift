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
    /// Shows what was noted. Says on standard error where a file is not what it was.
    case look
    /// Shows what a run would do, by what the state knows of the systems: refuses where a file is not
    /// what it was, as the run would.
    case preview
    /// Settles what crashes left open; what other processes that are at work have open is their own
    /// (B6). Refuses where a file is not what it was.
    case work
    /// The same for what runs by itself: it refuses too what `setup check` refuses.
    case run
    /// Takes files that are not what they were as they are, to look at all records again.
    case afterRestore

    /// Whether it needs no right to write.
    var onlyLooks: Bool { self == .look || self == .preview }
  }

  let setup: Setup
  let integration: Integration
  let state: SQLiteState
  let files: FileWatch
  /// What keeps others from working meanwhile.
  private let locks: [RunnerLock]

  static func open(_ named: String?, _ use: Use) async throws -> Workspace {
    let file = try SetupFile(named, reads: use.onlyLooks)
    return try await open(try file.checked(), folder: file.folder, use)
  }

  static func open(
    _ setup: Setup, folder: String, _ use: Use
  ) async throws(StoreFailure) -> Workspace {
    let program = RunningProgram.current
    let systems = try ConnectedSystems(
      setup, folder: folder, program: program, reads: use.onlyLooks)
    let opened = try SQLiteState.open(
      FileSystem.path(setup.state, in: folder), company: systems.company.id,
      project: program.project,
      durability: setup.durability == .full ? .power : .process, reads: use.onlyLooks)
    let types = program.mappings(setup.features)
    let policies = setup.policies(for: types)
    let mappings = zip(types, policies).map { BoundMapping($0, policy: $1) }
    let needs = SystemNeeds(setup, program, mappings)
    if use == .afterRestore { try await needs.check(systems) }
    let locks = use == .afterRestore ? try alone(on: opened) : []
    let writes = !use.onlyLooks
    let seated = writes ? try await opened.seated() : nil
    let files = try FileWatch(
      seated?.state ?? opened, company: systems.company.id, bc: systems.pair.bc,
      sales: systems.pair.sales)
    try ready(files, use)
    // That a file is another one is told before what it lacks.
    if use == .run { try await needs.check(systems) }
    let watch = writes ? files : nil
    let state = watch.map { (seated?.state ?? opened).watched(by: $0) } ?? opened
    let tables = try Self.tables(program.tables, systems.pair.sales)
    var integration = Integration(
      mappings: mappings,
      bc: EmbeddedStore(systems.pair.bc, company: systems.company, watch: watch),
      sales: EmbeddedStore(sales: systems.pair.sales, watch: watch), state: state,
      company: systems.companyRow, tables: tables, settings: setup.settings,
      writeInProducts: program.writeInProducts,
      localCurrency: systems.localCurrency, user: systems.user, owner: systems.owner,
      holder: ProcessName.own, clock: WallClock.now, checkpoint: KillSwitch.fromEnvironment())
    integration = integration.withDocuments()
    let check = DocumentsCheck(
      mappings: integration.mappings, writeInProducts: program.writeInProducts,
      settings: setup.settings)
    integration.obstacle = { mapping throws(StoreFailure) in
      try await check.obstacle(to: mapping.name, systems.pair.bc, systems.company, opened)
    }
    if let seated {
      try await IntentSettlement(integration).settle()
      // Whatever runs first: what a mapping does now is known before it is changed.
      _ = try await MappingEffects.note(integration.mappings, integration)
      integration = try await LocalCurrency.ensured(integration, code: setup.localCurrency)
      seated.preparing.release()
    }
    return Workspace(
      setup: setup, integration: integration, state: state, files: files, locks: locks)
  }

  /// With the options that Sales has by now, for people.
  private static func tables(
    _ tables: [TableDescription], _ sales: EmbeddedSystem
  ) throws(StoreFailure) -> [TableDescription] {
    do throws(SystemFailure) {
      return try tables.map { table throws(SystemFailure) in
        try table.withMadeOptions(of: sales)
      }
    } catch {
      throw error.asStoreFailure
    }
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
    case .preview: try files.check()
    case .work, .run:
      try files.checkNames()
      try files.check()
      try files.begin()
    case .afterRestore:
      try files.checkNames()
      try files.accept()
    }
  }
}
