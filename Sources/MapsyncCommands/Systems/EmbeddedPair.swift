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
  /// - Parameter creates: Makes the files where there are none; otherwise a missing one is a failure.
  static func open(
    _ setup: Setup, folder: String, program: any CompiledProgram.Type, creates: Bool = false
  ) throws(StoreFailure) -> EmbeddedPair {
    let bc = try path(setup.bc, "Business Central", folder)
    let sales = try path(setup.sales, "Sales", folder)
    for path in [bc, sales] where !creates && !FileSystem.exists(path) {
      throw .unusable("there is no file \(path); 'mapsync init' makes it")
    }
    do throws(SystemFailure) {
      return EmbeddedPair(
        bc: try open(bc, .bc, setup, program), sales: try open(sales, .sales, setup, program))
    } catch {
      throw error.asStoreFailure
    }
  }

  func system(_ side: Side) -> EmbeddedSystem { side == .bc ? bc : sales }

  /// The first Sales record with these values; nil too where there is no such table.
  func find(_ table: String, _ fields: [String: Value]) throws(SystemFailure) -> Guid? {
    guard sales.schema[table] != nil else { return nil }
    return try sales.find(table, fields).first
  }

  /// The team that owns a company's new records (R M-8).
  func owner(of company: Guid?) throws(SystemFailure) -> Lookup? {
    guard let company else { return nil }
    return try sales.record("bcbi_company", company)?["bcbi_defaultowningteam"]?.lookup
  }

  private static func open(
    _ path: String, _ side: Side, _ setup: Setup, _ program: any CompiledProgram.Type
  ) throws(SystemFailure) -> EmbeddedSystem {
    try EmbeddedSystem(
      path: path, side: side, tables: program.tables,
      durability: setup.durability == .full ? .full : .normal)
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
