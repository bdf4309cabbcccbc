import EmbeddedSystems
import Foundation
import GRDB
import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("Files that are not what they were")
struct FileWatchTests {
  @Test("what a process leaves fits the next one, whoever edited meanwhile")
  func fits() async throws {
    let files = try TwoFiles()
    for number in 0..<3 {
      try await files.work { try await $0.synchronize("C\(number)") }
      try files.edit("P\(number)")
      #expect(try files.misfits() == [])
    }
  }

  @Test("a system from a backup is older; once it goes on, no number tells it, but its words do")
  func restored() async throws {
    let files = try TwoFiles()
    try await files.work { try await $0.synchronize("C1") }
    try files.copy("bc.db", to: "bc.backup")
    try await files.work { try await $0.synchronize("C2") }
    try files.copy("bc.backup", to: "bc.db")
    #expect(try files.misfits().map(\.message).first?.contains("is older than what") == true)
    // One version further, the same, and far beyond.
    for numbers in 1...9 {
      try files.edit("N\(numbers)")
      let misfits = try files.misfits()
      #expect(misfits.map(\.side) == [.bc], "after \(numbers) edits")
    }
    #expect(
      try files.misfits().first?.message.contains("put back from a backup and has gone on") == true)
  }

  @Test("a system from a backup that had seen all that the state has seen fits")
  func sameAgain() async throws {
    let files = try TwoFiles()
    try await files.work { try await $0.synchronize("C1") }
    try files.copy("bc.db", to: "bc.backup")
    try files.edit("P1")
    try files.copy("bc.backup", to: "bc.db")
    #expect(try files.misfits() == [])
  }

  @Test("a file that was put back beside the '-wal' of a later one is not mixed with it")
  func strangeLog() async throws {
    let files = try TwoFiles()
    try await files.work { try await $0.synchronize("C1") }
    try files.copy("bc.db", to: "backup.db")
    try await files.work { try await $0.synchronize("C2") }
    // A process that is killed leaves its log.
    let open = try files.open()
    try await open.synchronize("C3")
    for (from, to) in [("backup.db", "mixed.db"), ("bc.db-wal", "mixed.db-wal")] {
      try FileManager.default.copyItem(atPath: files.path(from), toPath: files.path(to))
    }
    let failure = #expect(throws: SystemFailure.self) {
      try EmbeddedSystem(path: files.path("mixed.db"), side: .bc, tables: TwoFiles.tables)
    }
    #expect(failure?.sentence.contains("take away its '-wal' and '-shm'") == true)
    // Its own it takes.
    try FileManager.default.removeItem(atPath: files.path("mixed.db"))
    try FileManager.default.copyItem(
      atPath: files.path("bc.db"), toPath: files.path("mixed.db"))
    let whole = try EmbeddedSystem(
      path: files.path("mixed.db"), side: .bc, tables: TwoFiles.tables)
    #expect(try whole.find("Customer", company: whole.company("CRONUS")).count == 3)
  }

  @Test("another file under the name is another file, also one that looks the same")
  func other() async throws {
    let files = try TwoFiles()
    let strangers = try TwoFiles()
    for folder in [files, strangers] {
      try await folder.work { try await $0.synchronize("C1") }
    }
    try Data(contentsOf: URL(filePath: strangers.path("sales.db")))
      .write(to: URL(filePath: files.path("sales.db")))
    #expect(try files.misfits().map(\.side) == [.sales])
    #expect(try files.misfits().first?.sentence.contains("is another file than the one") == true)
  }

  @Test("a mark beyond the last change of a system is nobody's, and would pass changes over")
  func strayMark() async throws {
    for (direction, mark) in [(Direction.toSales, "99999"), (.toBC, "99999"), (.toBC, "soon")] {
      let files = try TwoFiles()
      try await files.work { try await $0.synchronize("C1") }
      let stranger = try files.folder.stranger()
      try await stranger.write { database in
        try database.execute(
          sql: "INSERT OR REPLACE INTO marks VALUES ('CUSTOMER', ?, ?)",
          arguments: [direction.rawValue, mark])
      }
      try stranger.close()
      #expect(try files.misfits().first?.message.contains("has a mark beyond") == true)
      let open = try files.open()
      try open.files.accept()
      try open.files.settle()
      #expect(try files.misfits() == [])
    }
  }

  @Test("a new state beside systems that another one has worked with knows nothing of that")
  func newState() async throws {
    let files = try TwoFiles()
    try await files.work { try await $0.synchronize("C1") }
    try FileManager.default.removeItem(atPath: files.path("state.db"))
    #expect(throws: StateFault.missing(files.path("state.db"))) { try files.open() }
    #expect(!FileManager.default.fileExists(atPath: files.path("state.db")))
    _ = try files.folder.open()
    #expect(try files.misfits().first?.message.contains("by another state file") == true)
  }

  @Test("of two copies of a state the one that was not used is noticed, also while it is at work")
  func copies() async throws {
    let files = try TwoFiles()
    try await files.work { try await $0.synchronize("C1") }
    try files.copy("state.db", to: "copy.db")
    let first = try files.open()
    try first.files.check()
    try await first.synchronize("C2")
    // The copy knows nothing of it.
    #expect(try files.misfits(state: "copy.db").map(\.side) == [nil])
    // Whoever forces it takes the systems over; the first one is fenced out of its next write.
    let second = try files.open(state: "copy.db")
    try second.files.accept()
    let failure = await #expect(throws: StoreFailure.self) { try await first.synchronize("C3") }
    #expect(failure?.sentence.contains("is older than the work") == true)
    #expect(try first.sales.find("account").count == 2)
  }

  @Test("a file that is moved, deleted or replaced while it is in use ends the work")
  func replaced() async throws {
    for name in ["bc.db", "sales.db", "state.db"] {
      for isReplaced in [true, false] {
        let files = try TwoFiles()
        try await files.work { try await $0.synchronize("C1") }
        let open = try files.open()
        try open.files.check()
        try FileManager.default.moveItem(atPath: files.path(name), toPath: files.path("moved"))
        if isReplaced {
          try FileManager.default.copyItem(atPath: files.path("moved"), toPath: files.path(name))
        }
        let failure = #expect(throws: StoreFailure.self) { try open.files.check() }
        #expect(failure?.sentence.contains("was moved, deleted or replaced") == true)
        await #expect(throws: (any Error).self) { try await open.synchronize("C2") }
      }
    }
  }

  @Test("a second name of a file is refused", arguments: ["bc.db", "sales.db", "state.db"])
  func names(_ name: String) throws {
    let files = try TwoFiles()
    let open = try files.open()
    try open.files.checkNames()
    try FileManager.default.linkItem(atPath: files.path(name), toPath: files.path("other"))
    let second = try files.open()
    let failure = #expect(throws: StoreFailure.self) { try second.files.checkNames() }
    #expect(failure?.sentence.contains("has a second name") == true)
    try FileManager.default.removeItem(atPath: files.path("other"))
    try second.files.checkNames()
    // What an 'init' left that was killed between the file and the end of its draft is no name.
    try FileManager.default.linkItem(
      atPath: files.path(name), toPath: files.path(name) + ".new-999999999-1")
    try files.open().files.checkNames()
  }

  @Test("a state has one lock under all of its names")
  func link() throws {
    let files = try TwoFiles()
    try FileManager.default.createSymbolicLink(
      atPath: files.path("link.db"), withDestinationPath: files.path("state.db"))
    let lock = try #require(try files.open().state.acquireRunner("serve"))
    #expect(try files.open(state: "link.db").state.acquireRunner("serve") == nil)
    lock.release()
  }

  @Test("what was put back is accepted: no mark, no version counts; nothing else runs meanwhile")
  func accepted() async throws {
    let files = try TwoFiles()
    let coupling = try await files.work { open in
      let coupling = try await open.synchronize("C1")
      try await open.state.setMark(ChangeMark("1"), "CUSTOMER", .toBC)
      return coupling
    }
    try files.copy("bc.db", to: "bc.backup")
    try await files.work { try await $0.synchronize("C2") }
    try files.copy("bc.backup", to: "bc.db")
    let open = try files.open()
    try open.files.accept()
    #expect(try await open.state.mark("CUSTOMER", .toBC) == nil)
    let found = try await open.state.couplings(Samples.customers, .bc, ids: [coupling.bcID])
    #expect(found.map { $0?.version(.bc) } == [0] && found.map { $0?.version(.sales) } == [0])
    // Killed here, it is to be done again.
    #expect(try files.misfits().first?.message.contains("not all records") == true)
    try open.files.settle()
    #expect(try files.misfits() == [])
  }

  @Test("a file of format 1 gets an id and a line of its own, and what waited for its day")
  func formatOne() throws {
    let file = TemporaryFile()
    try EmbeddedSystem(path: file.path, side: .bc, tables: TwoFiles.tables).closeWhole()
    let queue = try DatabaseQueue(path: file.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA user_version = 1;
          DROP TABLE "$descent";
          DROP TABLE "$states";
          DROP TABLE "$days";
          DROP TABLE "$invoiced";
          DELETE FROM "$system" WHERE name = 'id';
          CREATE TABLE "$waiting" (
            day INTEGER NOT NULL, company INTEGER NOT NULL, "table" TEXT NOT NULL, id BLOB NOT NULL,
            PRIMARY KEY (day, company, "table", id)
          ) STRICT, WITHOUT ROWID;
          """)
    }
    try queue.close()
    let system = try EmbeddedSystem(path: file.path, side: .bc, tables: TwoFiles.tables)
    let position = try system.position()
    #expect(!position.file.isZero)
    #expect(try system.descent(since: position) == .same)
  }
}
