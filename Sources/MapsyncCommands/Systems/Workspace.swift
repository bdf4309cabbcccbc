import MapRuntime
import MapSetup
import MapStoreSQLite
import MapSync

/// The two systems of a setup with the engine between them.
struct Workspace: Sendable {
  let setup: Setup
  let integration: Integration
  let state: SQLiteState
  /// Held by commands that write: where it is free, nobody else is at work.
  let writing: RunnerLock?

  /// - Parameter writes: Settles what a crash left open, unless another process is at work: its
  ///   open writes are its own (B6).
  static func open(_ named: String?, writes: Bool) async throws -> Workspace {
    let file = try SetupFile(named)
    return try await open(try file.checked(), folder: file.folder, writes: writes)
  }

  static func open(
    _ setup: Setup, folder: String, writes: Bool
  ) async throws(StoreFailure) -> Workspace {
    let program = RunningProgram.current
    let systems = try ConnectedSystems(setup, folder: folder, program: program)
    let state = try SQLiteState.open(
      FileSystem.path(setup.state, in: folder), company: systems.companyID,
      durability: setup.durability == .full ? .power : .process)
    let types = program.mappings(setup.features)
    let policies = setup.policies(for: types)
    var integration = Integration(
      mappings: zip(types, policies).map { BoundMapping($0, policy: $1) },
      bc: systems.bc, sales: systems.sales, state: state, company: systems.companyRow,
      tables: program.tables, settings: setup.settings, localCurrency: systems.localCurrency,
      user: systems.user, owner: systems.owner, clock: WallClock.now,
      checkpoint: KillSwitch.fromEnvironment())
    let writing = writes ? try state.acquireRunner("writing") : nil
    if writing != nil { _ = try await IntentSettlement(integration).settle() }
    if writes {
      integration = try await LocalCurrency.ensured(integration, code: setup.localCurrency)
    }
    return Workspace(setup: setup, integration: integration, state: state, writing: writing)
  }
}
