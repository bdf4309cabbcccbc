import Foundation
import GRDB
import Testing

@Suite("What a state file holds that cannot be read is told before a command fails by it")
struct DamagedStateTests {
  @Test(
    "setup check refuses what commands refuse, names the file and what it holds, in words",
    arguments: [
      ("UPDATE couplings SET to_sales = 99", "99 as 'to_sales'"),
      (
        "INSERT INTO intents (mapping, direction, writes, format) "
          + "VALUES ('CUSTOMER', 0, x'0102030405', 2)", "an intent cannot be read"
      ),
      ("UPDATE couplings SET bc_key = CAST(x'FF' AS TEXT)", "a text cannot be read"),
    ])
  func damaged(_ statement: String, _ said: String) throws {
    let folder = try changed()
    try change(folder, statement)
    let check = try folder.run("setup", "check")
    #expect(check.status == 2, "\(check.output)")
    for part in ["mapsync.yaml:", "state.sqlite' is damaged", said, "put a backup in its place"] {
      #expect(check.output.contains(part), "\(part) is missing in \(check.output)")
    }
    let sync = try folder.run("sync", "CUSTOMER")
    #expect(sync.isRefused("state.sqlite' is damaged", said), "\(sync.error)")
  }

  @Test("a mark before the first version is none; one command leads on")
  func mark() throws {
    let folder = try changed()
    try change(folder, "UPDATE marks SET mark = '-5'")
    let wayOut = "'mapsync full --after-restore'"
    #expect(try folder.run("sync", "CUSTOMER").isRefused("state.sqlite' has a mark", wayOut))
    let check = try folder.run("setup", "check")
    #expect(check.status == 1 && check.output.contains(wayOut), "\(check.output)")
    #expect(try folder.run("full", "--after-restore").status != 2)
    #expect(try folder.run("setup", "check").status == 0)
  }

  /// In step but for a customer that somebody changed.
  private func changed() throws -> DemoFolder {
    let folder = try DemoFolder.inStep(customers: 2)
    #expect(try folder.run("record", "change", "Customer", "10000", "Phone No.=1").status == 0)
    return folder
  }

  private func change(_ folder: DemoFolder, _ statement: String) throws {
    let queue = try DatabaseQueue(path: folder.path("data/state.sqlite").path)
    try queue.write { try $0.execute(sql: statement) }
    try queue.close()
  }
}
