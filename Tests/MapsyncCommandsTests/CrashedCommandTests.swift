import Foundation
import Testing

/// What full synchronizations do after a kill stands in `FullCommandTests`.
@Suite("Commands that are killed and given again (B6)")
struct CrashedCommandTests {
  struct Records: Decodable { let count: Int }

  struct Why: Decodable {
    struct Record: Decodable {
      struct Coupling: Decodable { let lastResults: [String: String] }

      let coupling: Coupling?
    }

    let mappings: [Record]
  }

  private func killed(_ words: [String], at moment: String, in folder: DemoFolder) throws {
    let run = try MapsyncProcess(
      words, in: folder.root, environment: ["MAPSYNC_KILL_AT": moment])
    #expect(run.status == 9, "\(run.output)\(run.error)")
  }

  private func isCoupled(_ record: String, _ folder: DemoFolder) throws -> Bool {
    try folder.answer(Why.self, "why", record).mappings.contains { $0.coupling != nil }
  }

  @Test(
    "a restoration leaves the old coupling or the new one, and is done by the second try",
    arguments: ["after-intent:1", "after-write:1", "after-coupling:1"])
  func restoration(moment: String) throws {
    let folder = try DemoFolder(customers: 2)
    #expect(try folder.run("full").status == 0)
    #expect(try folder.run("record", "delete", "account", "Adatum").status == 0)
    let restore = ["skipped", "CUSTOMER", "--find-deleted", "--then", "restore"]
    try killed(restore, at: moment, in: folder)
    #expect(try isCoupled("Customer:10000", folder))
    let again = try MapsyncProcess(restore, in: folder.root)
    #expect(again.status == 0, "\(again.output)\(again.error)")
    #expect(try folder.answer(Records.self, "record", "list", "account").count == 2)
    #expect(try isCoupled("account:Adatum", folder))
  }

  @Test("a match by hand moves the data of what a killed one had coupled")
  func match() throws {
    let folder = try DemoFolder(customers: 1)
    func lastResult() throws -> String? {
      try folder.answer(Why.self, "why", "Shipping Agent:DHL").mappings
        .compactMap(\.coupling).first?.lastResults["to-sales"]
    }
    try killed(["match", "SHIPPING AGENT"], at: "after-coupling:1", in: folder)
    #expect(try lastResult() == "none")
    let again = try folder.run("match", "SHIPPING AGENT")
    #expect(again.status == 0, "\(again.output)\(again.error)")
    #expect(try lastResult() == "success")
  }

  @Test("a creation is not made twice, although another process is at work all the time")
  func besideAnother() throws {
    let folder = try DemoFolder(customers: 3)
    let seat = folder.path("data/state.sqlite.writer-1.lock")
    #expect(FileManager.default.fileExists(atPath: seat.path()))
    let other = Process()
    other.executableURL = URL(filePath: "/usr/bin/env")
    other.arguments = [
      "python3", "-c",
      "import fcntl, sys, time; fcntl.flock(open(sys.argv[1]), fcntl.LOCK_EX); "
        + "print('held', flush=True); time.sleep(60)",
      seat.path(),
    ]
    let held = Pipe()
    other.standardOutput = held
    try other.run()
    defer { kill(other.processIdentifier, SIGKILL) }
    #expect(try held.fileHandleForReading.read(upToCount: 4) == Data("held".utf8))
    _ = try folder.run("full", "--only", "CURRENCY,PAYMENT TERMS,SHIPMENT METHOD")
    try killed(["create", "CUSTOMER", "10000"], at: "after-write:1", in: folder)
    _ = try folder.run("create", "CUSTOMER", "10000")
    #expect(try folder.answer(Records.self, "record", "list", "account").count == 1)
    #expect(try isCoupled("Customer:10000", folder))
  }
}
