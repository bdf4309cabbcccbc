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
  static func open(
    _ setup: Setup, folder: String, program: any CompiledProgram.Type
  ) throws(StoreFailure) -> EmbeddedPair {
    EmbeddedPair(
      bc: try open(.bc, setup, folder: folder, program: program),
      sales: try open(.sales, setup, folder: folder, program: program))
  }

  /// Opens one side's file. Only `init` makes one.
  static func open(
    _ side: Side, _ setup: Setup, folder: String, program: any CompiledProgram.Type
  ) throws(StoreFailure) -> EmbeddedSystem {
    try open(try path(of: side, setup, folder: folder), side, setup, program)
  }

  static func open(
    _ path: String, _ side: Side, _ setup: Setup, _ program: any CompiledProgram.Type,
    makes: Bool = false
  ) throws(StoreFailure) -> EmbeddedSystem {
    do throws(SystemFailure) {
      return try EmbeddedSystem(
        path: path, side: side, makes: makes, tables: program.tables,
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
