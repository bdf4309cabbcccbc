import Foundation
import Testing

@Suite("mapsync serve, as it runs on a machine")
struct ServeTests {
  private struct Records: Decodable { let count: Int }

  @Test(
    "runs what is due, logs it, and stops in good order when it is told to",
    arguments: [SIGTERM, SIGINT])
  func due(_ signal: Int32) throws {
    let folder = try DemoFolder(customers: 3)
    #expect(try folder.run("full").status == 0)
    let changed = try folder.run("record", "change", "Customer", "10000", "Name=Adatum Ltd")
    #expect(changed.status == 0, "\(changed.error)")
    let service = try RunningMapsync("serve", "--look", "1", in: folder.root)
    let ran = service.wait { service in
      service.error.split(separator: "\n").contains { line in
        ["info", "ran", "mapping=CUSTOMER", "direction=to-sales", "modified=1"]
          .allSatisfy { line.contains($0) }
      }
    }
    #expect(ran, "\(service.error)")
    #expect(
      try folder.answer(Records.self, "record", "list", "account", "name=Adatum Ltd").count == 1)
    service.send(signal)
    #expect(service.status() == 0, "\(service.error)")
    let lines = service.error.split(separator: "\n")
    #expect(lines.first?.contains("serving") == true && lines.first?.contains("mappings=") == true)
    #expect(lines.last?.contains("stopped") == true)
    #expect(service.output == "")
  }

  @Test("turns itself off when a system cannot be used: every further run would fail (R D-57)")
  func off() throws {
    let folder = try DemoFolder(customers: 3)
    #expect(try folder.run("full").status == 0)
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Adatum Ltd").status == 0)
    // Where the accounts begin: who only opens the file does not see it.
    let damage = Process()
    damage.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    damage.arguments = [
      "python3", "-c",
      """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'account'").fetchone()[0]
      size = db.execute("PRAGMA page_size").fetchone()[0]
      db.close()
      with open(sys.argv[1], "r+b") as file:
          file.seek((page - 1) * size)
          file.write(b"\\x07" * size)
      """, folder.path("data/sales.sqlite").path,
    ]
    try damage.run()
    damage.waitUntilExit()
    #expect(damage.terminationStatus == 0)
    let service = try RunningMapsync("serve", "--look", "1", in: folder.root)
    #expect(service.status() == 2, "\(service.error)")
    for part in ["serving", "turned off", "is damaged"] {
      #expect(service.error.contains(part), "\(part) is missing in \(service.error)")
    }
  }

  @Test("one at a time on a state file; another may begin when it has ended")
  func alone() throws {
    let folder = try DemoFolder()
    let service = try RunningMapsync("serve", in: folder.root)
    #expect(service.wait { $0.error.contains("serving") }, "\(service.error)")
    for command in [["serve"], ["run"]] {
      let second = try MapsyncProcess(command, in: folder.root)
      #expect(second.isRefused("is at work on"), "\(command): \(second.error)")
    }
    // Who only looks is let in.
    #expect(try folder.run("status").status == 0)
    service.send(SIGKILL)
    _ = service.status()
    #expect(try folder.run("run").status == 0)
  }
}
