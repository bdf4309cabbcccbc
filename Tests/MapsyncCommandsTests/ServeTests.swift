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

  @Test("turns itself off when a system cannot be used, since every further run would fail (R D-57)")
  func off() throws {
    let folder = try DemoFolder(customers: 3)
    #expect(try folder.run("full").status == 0)
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Adatum Ltd").status == 0)
    for part in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(at: folder.path("data/sales.sqlite" + part))
    }
    try Data(repeating: 7, count: 8192).write(to: folder.path("data/sales.sqlite"))
    let service = try RunningMapsync("serve", "--look", "1", in: folder.root)
    #expect(service.status() == 2, "\(service.error)")
    #expect(service.error.contains("is no database of mapsync"), "\(service.error)")
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
