import DefaultMappings
import Foundation
import GRDB
import MapRuntime
import MapSync
import Testing

@testable import EmbeddedSystems
@testable import MapStoreSQLite

/// One of the three files of a world.
enum WorldFile: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case bc
  case sales
  case state

  var name: String { "\(rawValue).db" }

  var testDescription: String { rawValue }
}

/// The files of a world with open connections, which serve one execution after the other: to open
/// them anew would take most of the time.
final class WorldFiles: Sendable {
  static let currency = Guid(high: 9, low: 9)
  /// Those of the mappings under test, and of what they refer to.
  private static let tables = Program.tables.filter {
    [
      "Customer", "Currency", "Contact", "Payment Terms", "Shipment Method", "Shipping Agent",
      "Salesperson/Purchaser", "Currency Exchange Rate", "Contact Business Relation", "account",
      "contact", "transactioncurrency", "systemuser", "team", "bcbi_company",
    ].contains($0.name)
  }

  let folder: WorldFolder
  let clock = WorldClock()
  let bc: EmbeddedSystem
  let sales: EmbeddedSystem
  /// A connection to the state for each process that is at work at the same time.
  private let states: [SQLiteState]
  private let beginnings: [String: [String]]

  /// New files.
  init() throws {
    folder = try WorldFolder()
    (bc, sales) = try Self.open(folder, clock)
    states = []
    beginnings = [:]
  }

  /// Files with what an image holds.
  init(_ image: WorldImage, processes: Int) throws {
    folder = try WorldFolder()
    for (name, data) in image.contents {
      try data.write(to: folder.url.appendingPathComponent(name))
      try data.write(to: folder.url.appendingPathComponent("beginning-" + name))
    }
    (bc, sales) = try Self.open(folder, clock)
    var states: [SQLiteState] = []
    for _ in 0..<processes {
      states.append(try SQLiteState.open(folder.path("state.db"), company: image.company.id))
    }
    self.states = states
    var beginnings: [String: [String]] = [:]
    beginnings["bc.db"] = try bc.pool.writeWithoutTransaction { [folder] in
      try Self.beginning($0, folder.path("beginning-bc.db"))
    }
    beginnings["sales.db"] = try sales.pool.writeWithoutTransaction { [folder] in
      try Self.beginning($0, folder.path("beginning-sales.db"))
    }
    beginnings["state.db"] = try states[0].writer.inDatabase { [folder] in
      try Self.beginning($0, folder.path("beginning-state.db"))
    }
    self.beginnings = beginnings
  }

  /// The state as a process opens it.
  func state(_ company: Guid, seat: Int) throws(StoreFailure) -> SQLiteState {
    if states.indices.contains(seat) { return states[seat] }
    return try SQLiteState.make(folder.path("state.db"), company: company)
  }

  /// Everything is again as it began.
  func reset() throws { for file in WorldFile.allCases { try reset(file) } }

  /// One file is.
  func reset(_ file: WorldFile) throws {
    switch file {
    case .bc: try bc.pool.write { try reset($0, file.name) }
    case .sales: try sales.pool.write { try reset($0, file.name) }
    case .state: try states.first?.writer.write { try reset($0, file.name) }
    }
  }

  private func reset(_ database: Database, _ name: String) throws {
    for statement in beginnings[name, default: []] {
      try database.cachedStatement(sql: statement).execute()
    }
  }

  /// What the files hold, with nothing left in their logs.
  func contents() throws -> [String: Data] {
    let state = try DatabaseQueue(path: folder.path("state.db"))
    _ = try state.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try state.close()
    for system in [bc, sales] {
      _ = try system.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try system.close()
    }
    var contents: [String: Data] = [:]
    for name in WorldFile.allCases.map(\.name) {
      contents[name] = try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    return contents
  }

  private static func open(
    _ folder: WorldFolder, _ clock: WorldClock
  ) throws -> (EmbeddedSystem, EmbeddedSystem) {
    let time = SystemClock { clock.now }
    return (
      try EmbeddedSystem(
        path: folder.path("bc.db"), side: .bc, tables: tables, clock: time),
      try EmbeddedSystem(
        path: folder.path("sales.db"), side: .sales, tables: tables, clock: time)
    )
  }

  /// Attaches a beginning to a connection; returns the statements that bring it back.
  private static func beginning(_ database: Database, _ path: String) throws -> [String] {
    try database.execute(sql: "ATTACH ? AS beginning", arguments: [path])
    // What a trigger writes when a row goes is deleted after that row.
    let names = try String.fetchAll(
      database,
      sql: """
        SELECT name FROM main.sqlite_schema WHERE type = 'table'
        ORDER BY name IN (SELECT tbl_name FROM main.sqlite_schema WHERE type = 'trigger') DESC
        """)
    var statements = names.map { "DELETE FROM main.\(SQLName.quoted($0))" }
    for name in names {
      let isEmpty = try Bool.fetchOne(
        database, sql: "SELECT NOT EXISTS (SELECT 1 FROM beginning.\(SQLName.quoted(name)))")
      if isEmpty == true { continue }
      // Without those that are worked out.
      let columns = try String.fetchAll(
        database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [name]
      ).map(SQLName.quoted).joined(separator: ", ")
      statements.append(
        "INSERT INTO main.\(SQLName.quoted(name)) (\(columns)) "
          + "SELECT \(columns) FROM beginning.\(SQLName.quoted(name))")
    }
    return statements
  }
}
