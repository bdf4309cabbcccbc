import EmbeddedSystems
import Foundation
import MapRuntime
import MapSync

@testable import MapStoreSQLite

/// Two small systems and a state file in a folder, opened and closed as processes do it.
final class TwoFiles: Sendable {
  static let tables = [
    TableDescription(
      .bc, "Customer", key: ["No."],
      fields: [
        FieldDescription("No.", .code(length: 20), required: true),
        FieldDescription("Name", .text(length: 100)),
      ]),
    TableDescription(
      .sales, "account", key: ["accountid"],
      fields: [
        FieldDescription("accountid", .guid), FieldDescription("name", .text(length: 100)),
      ]),
  ]

  /// What a process has open.
  struct Open {
    let bc: EmbeddedSystem
    let sales: EmbeddedSystem
    let company: Company
    let state: SQLiteState
    let files: FileWatch
    let inBC: EmbeddedStore
    let inSales: EmbeddedStore

    func close() throws {
      for system in [bc, sales] { try system.closeWhole() }
      try state.writer.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try state.reader.close()
      try state.writer.close()
    }

    /// A customer that a person made, coupled and written to Sales as a page does it.
    @discardableResult
    func synchronize(_ number: String) async throws -> Coupling {
      let customer = try bc.create("Customer", ["No.": .text(number)], company: company).get()
      let mark = try await inBC.mark(of: Samples.bcTable)
      let account = sales.newID()
      let intent = try await state.open(
        Intent(
          mapping: "CUSTOMER", direction: .toSales,
          writes: [
            Intent.Write(.creation, source: customer, target: account, sourceRead: nil)
          ]))
      let results = try await inSales.create(
        [FieldRow(id: account, [.text(number)])], ["name"], in: "account")
      guard case .written(_, let version) = results[0] else { throw StoreFailure.unknown("not") }
      let coupling = Coupling(
        bcID: customer, salesID: account, bcKey: number, bcVersion: mark.version,
        salesVersion: version.number)
      try await state.page { page in
        page.created = [coupling]
        page.intent = intent
        page.mark = MarkMove(from: nil, to: mark)
      }
      return coupling
    }
  }

  let folder: StateFolder

  init() throws {
    folder = try StateFolder()
    let open = try systems()
    _ = try open.bc.createCompany("CRONUS", id: StateFolder.company)
    try open.bc.closeWhole()
    try open.sales.closeWhole()
    _ = try folder.open()
  }

  func path(_ name: String) -> String { folder.folder.appendingPathComponent(name).path }

  private func systems() throws -> (bc: EmbeddedSystem, sales: EmbeddedSystem) {
    (
      try EmbeddedSystem(path: path("bc.db"), side: .bc, tables: Self.tables),
      try EmbeddedSystem(path: path("sales.db"), side: .sales, tables: Self.tables)
    )
  }

  /// Opens everything, whether it fits or not.
  func open(state: String = "state.db") throws -> Open {
    let (bc, sales) = try systems()
    let company = try bc.company("CRONUS")
    let opened = try SQLiteState.open(path(state), company: company.id)
    let files = try FileWatch(opened, company: company.id, bc: bc, sales: sales)
    return Open(
      bc: bc, sales: sales, company: company, state: opened.watched(by: files), files: files,
      inBC: EmbeddedStore(bc, company: company, watch: files),
      inSales: EmbeddedStore(sales: sales, watch: files))
  }

  /// Opens everything as a process that works, does something, and ends.
  @discardableResult
  func work<Result>(
    state: String = "state.db", _ body: (Open) async throws -> Result
  ) async throws -> Result {
    let open = try open(state: state)
    try open.files.check()
    try open.files.begin()
    let result = try await body(open)
    try open.close()
    return result
  }

  /// What does not fit.
  func misfits(state: String = "state.db") throws -> [FileMisfit] {
    let open = try open(state: state)
    defer { try? open.close() }
    return try open.files.misfits()
  }

  /// A person's edits in BC by another program.
  func edit(_ numbers: String...) throws {
    let (bc, sales) = try systems()
    for number in numbers {
      _ = try bc.create("Customer", ["No.": .text(number)], company: bc.company("CRONUS")).get()
    }
    try bc.closeWhole()
    try sales.closeWhole()
  }

  /// Puts one file's content in the place of another's.
  func copy(_ name: String, to other: String) throws {
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path(other) + ending)
    }
    try Data(contentsOf: URL(filePath: path(name))).write(to: URL(filePath: path(other)))
  }
}

extension Samples {
  static let bcTable = RecordTable(.bc, "Customer", [])
}
