import EmbeddedSystems
import Foundation
import GRDB
import MapRuntime
import Testing

@Suite("Indexes by the orders of texts that an older program had")
struct OlderOrderTests {
  private let file = TemporaryFile()
  private let tables = [
    TableDescription(
      .sales, "account", key: ["accountid"],
      fields: [
        FieldDescription("accountid", .guid, access: .create, required: true, default: .system),
        FieldDescription("name", .text(length: 100)),
      ])
  ]

  private func open() throws -> EmbeddedSystem {
    try EmbeddedSystem(path: file.path, side: .sales, tables: tables)
  }

  @Test("go, as nobody knows those orders any more; the records stay and can be written")
  func forgotten() throws {
    var system = try open()
    let id = try system.create("account", ["name": .text("E\u{301}")], by: .person).get()
    try system.close()
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      db.add(
        collation: DatabaseCollation("MAPSYNC_CASELESS") {
          $0 < $1 ? .orderedAscending : $0 > $1 ? .orderedDescending : .orderedSame
        })
    }
    let older = try DatabaseQueue(path: file.path, configuration: configuration)
    try older.write { db in
      try db.execute(
        sql: """
          CREATE INDEX "account$match$name" ON account (name COLLATE MAPSYNC_CASELESS);
          DELETE FROM "$system" WHERE name = 'schema';
          """)
    }
    try older.close()
    system = try open()
    #expect(try system.change("account", id, ["name": .text("\u{C9}")]).get())
    #expect(try system.record("account", id)?["name"] == .text("\u{C9}"))
    let left = try system.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sqlite_schema WHERE name = 'account$match$name'")
    }
    #expect(left == 0)
  }
}
