import GRDB
import MapRuntime
import Testing

@testable import EmbeddedSystems

@Suite("A file that is read without a right to write, and so without locks")
struct ReadOnlyFileTests {
  private static let accounts = TableDescription(
    .sales, "account", key: ["accountid"],
    fields: [
      FieldDescription("accountid", .guid, access: .create, required: true, default: .system),
      FieldDescription("name", .text(length: 100)),
    ])

  private func open(
    _ file: TemporaryFile, readOnly: ReadOnlyFile? = nil
  ) throws(SystemFailure) -> EmbeddedSystem {
    try EmbeddedSystem(
      path: file.path, side: .sales, readOnly: readOnly, tables: [Self.accounts])
  }

  private func add(_ system: EmbeddedSystem) throws {
    _ = try system.create("account", ["name": .text("Adatum")], by: .person).get()
  }

  private func count(_ system: EmbeddedSystem) throws(SystemFailure) -> Int {
    try system.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM account") ?? -1
    }
  }

  @Test("is of one state, or refused once somebody wrote into it")
  func changed() throws {
    let file = TemporaryFile()
    let made = try open(file)
    try add(made)
    try made.closeWhole()
    let reader = try open(file, readOnly: ReadOnlyFile(at: file.path))
    #expect(try count(reader) == 1)
    let writer = try open(file)
    try add(writer)
    #expect(try count(reader) == 1, "what stands in the log changes nothing in the file")
    try writer.emptyLog()
    #expect(throws: SystemFailure.changed(file.path)) { try count(reader) }
    #expect(throws: SystemFailure.changed(file.path)) {
      try reader.look { session in session.version }
    }
    #expect(try count(open(file, readOnly: ReadOnlyFile(at: file.path))) == 2)
  }
}
