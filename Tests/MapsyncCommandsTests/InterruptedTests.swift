import Foundation
import GRDB
import Testing

@Suite("A full synchronization that a person stops")
struct InterruptedTests {
  /// Somebody who holds the right to write, so that the run is at work for as long as a test wants.
  private func holder(of file: URL) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(path: file.path, configuration: configuration)
    try queue.inDatabase { db in
      // With something in its log, the file is opened without a right to write.
      try db.execute(sql: "CREATE TABLE work (a); DROP TABLE work; BEGIN IMMEDIATE")
    }
    return queue
  }

  @Test(
    "shows itself to another process, ends after the page at work, and goes on later",
    arguments: [SIGINT, SIGTERM])
  func interrupted(by signal: Int32) throws {
    let customers = 40
    let folder = try DemoFolder(customers: customers)
    let holder = try holder(of: folder.path("data/sales.sqlite"))
    let full = try RunningMapsync("full", in: folder.root)
    #expect(full.wait { $0.error.contains("CURRENCY runs") }, "\(full.error)")
    let during = try folder.answer(ToldRun.self, "status")
    #expect(during.isRunning && during.finished == nil)
    #expect(during.lines.contains { $0.mapping == "CURRENCY" && $0.status == "running" })
    let second = try folder.run("full")
    #expect(second.isRefused("a full synchronization is running"), "\(second.error)")
    full.send(signal)
    Thread.sleep(forTimeInterval: 0.2)
    try holder.inDatabase { try $0.execute(sql: "ROLLBACK") }
    #expect(full.status() == 1, "\(full.error)")
    #expect(full.error.hasSuffix("mapsync: stopped; 'mapsync full --resume' goes on\n"))
    let between = try folder.answer(ToldRun.self, "status")
    #expect(!between.isRunning && between.finished == nil)
    #expect(between.lines.contains { $0.status == "stopped" })
    #expect(between.lines.contains { $0.status == "waiting" })
    let resumed = try folder.run("full", "--resume")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.error)")
    // Nothing was taken for done that was not: the currency of some customers among it.
    #expect(try folder.couplings(of: "CURRENCY") == 1)
    #expect(try folder.couplings(of: "CUSTOMER") == customers)
    struct Records: Decodable { let count: Int }
    #expect(try folder.answer(Records.self, "record", "list", "account").count == customers)
    try holder.close()
  }
}
