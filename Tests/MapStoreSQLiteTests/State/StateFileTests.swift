import Foundation
import GRDB
import MapRuntime
import MapSync
import Testing

@testable import EmbeddedSystems
@testable import MapStoreSQLite

@Suite("The state file as a file")
struct StateFileTests {
  let folder = try? StateFolder()

  func filled() async throws -> StateFolder {
    let folder = try #require(folder)
    let state = try folder.open()
    try await state.page { $0.couplings = (0..<2000).map(Samples.coupling) }
    return folder
  }

  @Test("what was written is there after reopening, in either durability")
  func reopen() async throws {
    let folder = try await filled()
    let state = try SQLiteState.open(
      folder.path, company: StateFolder.company, durability: .power)
    #expect(try await state.count(Samples.customers) == 2000)
  }

  @Test("a new file appears whole, and leaves no draft")
  func made() throws {
    let folder = try #require(folder)
    _ = try folder.open()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.folder.path)
    #expect(Set(names).isSubset(of: ["state.db", "state.db-wal", "state.db-shm"]))
  }

  @Test("a file of another company is refused")
  func otherCompany() async throws {
    let folder = try await filled()
    #expect(folder.refusal(company: .zero) == StateFault.otherCompany(folder.path))
  }

  @Test("a file of another project's mappings is refused; one that knows none gets the first")
  func otherProject() async throws {
    let folder = try await filled()
    let company = StateFolder.company
    _ = try SQLiteState.open(folder.path, company: company, project: "default")
    _ = try SQLiteState.open(folder.path, company: company, project: "default")
    #expect(throws: StateFault.otherProject(folder.path, "default", "client")) {
      try SQLiteState.open(folder.path, company: company, project: "client")
    }
    let made = try StateFolder()
    _ = try SQLiteState.make(made.path, company: company, project: "client")
    #expect(throws: StateFault.otherProject(made.path, "client", "default")) {
      try SQLiteState.open(made.path, company: company, project: "default")
    }
  }

  @Test("what is read without a right to write is of one state of the file, or is refused")
  func readWhileWritten() async throws {
    let made = try await filled()
    try await made.open().writeOutside { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    // A whole file, which nobody has open.
    let folder = try StateFolder()
    try FileManager.default.copyItem(atPath: made.path, toPath: folder.path)
    func look() throws -> SQLiteState {
      try SQLiteState.look(
        folder.path, ReadOnlyFile(at: folder.path), company: StateFolder.company, project: nil)
    }
    let reader = try look()
    #expect(try await reader.count(Samples.customers) == 2000)
    // Only in the log yet, beside which the file stays as it is.
    let writer = try folder.open()
    try await writer.page { $0.couplings = (2000..<2010).map(Samples.coupling) }
    try await writer.writeOutside { try $0.execute(sql: "PRAGMA wal_checkpoint") }
    await #expect(throws: StateFault.changed(folder.path)) {
      try await reader.count(Samples.customers)
    }
    #expect(throws: StateFault.changed(folder.path)) { try reader.look { _ in 1 } }
    // The log is there by now: the next one reads with locks, and sees everything.
    #expect(try await look().count(Samples.customers) == 2010)
  }

  @Test("a file of a newer version is refused, and left as it is")
  func newer() async throws {
    let folder = try #require(folder)
    let newer = StateSchema(steps: StateSchema.current.steps + ["CREATE TABLE x (a) ;"])
    _ = try folder.open(schema: newer)
    let version = StateSchema.current.version
    #expect(
      folder.refusal() == StateFault.newer(folder.path, version: version + 1, known: version))
    _ = try folder.open(schema: newer)
  }

  @Test(
    "a file of an older version is brought up, with what it holds; a failing step changes nothing")
  func older() async throws {
    let folder = try await filled()
    let bad = StateSchema(
      steps: StateSchema.current.steps + ["ALTER TABLE jobs ADD note TEXT", "nonsense"])
    #expect(throws: StoreFailure.self) { try folder.open(schema: bad) }
    let good = StateSchema(
      steps: StateSchema.current.steps
        + ["ALTER TABLE jobs ADD note TEXT", "UPDATE jobs SET note = 'old'"])
    let state = try folder.open(schema: good)
    #expect(try await state.count(Samples.customers) == 2000)
    let note = try await state.read { database in
      try database.first("SELECT note FROM jobs") { row in row.text(0) }
    }
    #expect(note == "old")
  }

  @Test("version 1 is what was published; a file of it is read")
  func version1() async throws {
    let folder = try #require(folder)
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("version1.sql")
    let published = try String(contentsOf: url, encoding: .utf8)
    let queue = try DatabaseQueue(path: folder.path)
    try await queue.write { try $0.execute(sql: published) }
    try queue.close()
    let state = try folder.open(company: Guid(high: 7, low: 7))
    let found = try await state.couplings(Samples.customers, keys: ["C1"])
    // Nobody knows what the mapping did that wrote it.
    var expected = Samples.coupling(1)
    expected.effects = CouplingEffects(toSales: nil, toBC: nil)
    #expect(found == [expected])
    let fresh = try StateFolder()
    func tables(_ state: SQLiteState) async throws -> [String] {
      try await state.read { database in
        try database.all("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name") {
          $0.text(0).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
      }
    }
    #expect(try await tables(state) == tables(try fresh.open()))
  }

  @Test("a foreign file is refused, and left as it is", arguments: [true, false])
  func foreign(isDatabase: Bool) async throws {
    let folder = try #require(folder)
    if isDatabase {
      let queue = try DatabaseQueue(path: folder.path)
      try await queue.write { try $0.execute(sql: "CREATE TABLE mine (a)") }
      try queue.close()
    } else {
      try folder.write(Data(repeating: 0x41, count: 5000))
    }
    let before = FileManager.default.contents(atPath: folder.path)
    #expect(folder.refusal() == StateFault.foreign(folder.path))
    #expect(FileManager.default.contents(atPath: folder.path) == before)
  }

  @Test("an empty file is refused: it was a state once, or never one")
  func empty() throws {
    let folder = try #require(folder)
    try folder.write(Data())
    #expect(folder.refusal() == StateFault.empty(folder.path))
  }

  @Test("a truncated file is refused", arguments: [50, 4096, 20_000])
  func truncated(length: Int) async throws {
    let folder = try await filled()
    let copy = try StateFolder()
    try await folder.open().checkpoint()
    try copy.write(#require(FileManager.default.contents(atPath: folder.path)).prefix(length))
    let refusal = try #require(copy.refusal())
    #expect(refusal.sentence.contains("damaged") || refusal == StateFault.foreign(copy.path))
  }

  @Test("a file with overwritten pages fails with one sentence when they are read")
  func damaged() async throws {
    let folder = try await filled()
    let copy = try StateFolder()
    try await folder.open().checkpoint()
    var bytes = try #require(FileManager.default.contents(atPath: folder.path))
    // The tables that opening reads lie at the beginning.
    let half = bytes.count / 2
    bytes.replaceSubrange(half..., with: Data(repeating: 0xFF, count: bytes.count - half))
    try copy.write(bytes)
    let state = try copy.open()
    let failure = await #expect(throws: StoreFailure.self) {
      _ = try await state.couplings(
        Samples.customers, .bc, ids: (0..<2000).map(Samples.bc))
    }
    #expect(failure?.sentence.contains("is damaged") == true)
  }

  @Test("a locked file says so, and may be tried again")
  func locked() async throws {
    let folder = try #require(folder)
    _ = try folder.open()
    let other = try folder.stranger()
    try await other.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;")
    }
    guard case .unavailable(let sentence, _)? = folder.refusal(patience: 0.05) else {
      Issue.record("it opened")
      return
    }
    #expect(sentence.contains("locked"))
  }

  @Test("a full disk says so, and the page before is whole")
  func full() async throws {
    let folder = try #require(folder)
    let state = try folder.open()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    try await state.limitPages()
    let failure = await #expect(throws: StoreFailure.self) {
      try await state.page { $0.couplings = (0..<5000).map(Samples.coupling) }
    }
    #expect(failure?.sentence.contains("full") == true)
    #expect(try await state.count(Samples.customers) == 1)
  }

  @Test("a file that cannot be written says so")
  func readOnly() async throws {
    let folder = try #require(folder)
    let state = try folder.open()
    await #expect(throws: StateFault.readOnly(folder.path)) {
      try await state.read { database in
        try database.change("DELETE FROM jobs")
      }
    }
  }

  @Test("a missing folder says so")
  func missingFolder() {
    let path = "/nowhere/at/all/state.db"
    #expect(throws: StoreFailure.self) { try SQLiteState.open(path, company: .zero) }
  }
}

extension SQLiteState {
  func checkpoint() async throws {
    try await writeOutside { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }

  /// Lets the file grow no more.
  func limitPages() async throws {
    try await writeOutside { try $0.execute(sql: "PRAGMA max_page_count = 1") }
  }
}
