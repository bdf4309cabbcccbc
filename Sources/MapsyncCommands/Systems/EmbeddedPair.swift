import EmbeddedSystems
import MapRuntime
import MapSetup
import MapSync

/// The two embedded systems of a setup.
struct EmbeddedPair {
  /// How the integration signs in to Sales.
  static let userName = "integration@mapsync"

  let bc: EmbeddedSystem
  let sales: EmbeddedSystem

  /// Opens both files.
  ///
  /// - Parameter reads: Whether the command only looks, and needs no right to write.
  static func open(
    _ setup: Setup, folder: String, program: any CompiledProgram.Type, reads: Bool = false
  ) throws(StoreFailure) -> EmbeddedPair {
    EmbeddedPair(
      bc: try open(.bc, setup, folder: folder, program: program, reads: reads),
      sales: try open(.sales, setup, folder: folder, program: program, reads: reads))
  }

  /// Opens one side's file. Only `init` makes one.
  static func open(
    _ side: Side, _ setup: Setup, folder: String, program: any CompiledProgram.Type,
    reads: Bool = false
  ) throws(StoreFailure) -> EmbeddedSystem {
    let path = try path(of: side, setup, folder: folder)
    let state = FileSystem.path(setup.state, in: folder)
    if !FileSystem.exists(path), FileSystem.exists(state) { throw lost(side, path, state: state) }
    return try open(path, side, setup, program, reads: reads)
  }

  /// What to do where a file is gone that a state goes on from.
  static func lost(_ side: Side, _ path: String, state: String) -> StoreFailure {
    let without =
      switch side {
      case .bc:
        "without one, take away '\(state)' too: 'mapsync init' then begins with an empty company"
      case .sales:
        "without one, 'mapsync init' makes an empty one; give 'mapsync full --after-restore' then, "
          + "'mapsync uncouple MAPPING --all' for what is to be made there anew, and 'mapsync full'"
      }
    return .unusable(
      "'\(path)' is gone, and '\(state)' goes on from what it held: put it back from a backup, then "
        + "give 'mapsync full --after-restore'; \(without)")
  }

  static func open(
    _ path: String, _ side: Side, _ setup: Setup, _ program: any CompiledProgram.Type,
    makes: Bool = false, reads: Bool = false
  ) throws(StoreFailure) -> EmbeddedSystem {
    do throws(SystemFailure) {
      return try EmbeddedSystem(
        path: path, side: side, makes: makes, readOnly: reads ? ReadOnlyFile(path) : nil,
        tables: program.tables,
        options: program.mappings(setup.features).compactMap { $0.policy.option },
        durability: setup.durability == .full ? .full : .normal,
        clock: SystemClock(WallClock.now))
    } catch {
      throw error.asStoreFailure
    }
  }

  func system(_ side: Side) -> EmbeddedSystem { side == .bc ? bc : sales }

  /// The first Sales record with these values; nil too where there is no such table.
  func find(_ table: String, _ fields: [String: Value]) throws(SystemFailure) -> Guid? {
    try sales.first(table, fields)
  }

  /// The team that owns a company's new records (R M-8).
  func owner(of company: Guid?) throws(SystemFailure) -> Lookup? {
    guard let company else { return nil }
    return try sales.record("bcbi_company", company)?["bcbi_defaultowningteam"]?.lookup
  }

  static func path(
    of side: Side, _ setup: Setup, folder: String
  ) throws(StoreFailure) -> String {
    side == .bc
      ? try path(setup.bc, "Business Central", folder) : try path(setup.sales, "Sales", folder)
  }

  private static func path(
    _ connection: SystemConnection, _ name: String, _ folder: String
  ) throws(StoreFailure) -> String {
    switch connection {
    case .embedded(let path): return FileSystem.path(path, in: folder)
    case .address(let address):
      throw .unusable(
        "\(name) is at \(address.address), and this build has no connector for real systems")
    }
  }
}

extension EmbeddedSystem {
  /// The first record with these values; nil too where there is no such table.
  func first(_ table: String, _ fields: [String: Value]) throws(SystemFailure) -> Guid? {
    guard schema[table] != nil else { return nil }
    return try find(table, fields).first
  }
}
