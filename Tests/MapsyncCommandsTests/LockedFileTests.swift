import Foundation
import GRDB
import Testing

@Suite("A file that another program holds")
struct LockedFileTests {
  /// A connection that holds a file's only right to write until it goes.
  private func holder(of file: URL) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(path: file.path, configuration: configuration)
    try queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    return queue
  }

  @Test(
    "is one sentence; when it is let go, the same command works",
    arguments: ["bc", "sales", "state"])
  func locked(_ file: String) throws {
    let folder = try DemoFolder(customers: 2)
    let path = folder.path("data/\(file).sqlite")
    let holder = try holder(of: path)
    let run = try folder.run("full")
    #expect(
      run.isRefused(path.path, "is locked by another program", "try again") || file == "state",
      "\(run.error)")
    // The state is met when the run begins.
    #expect(run.status == 2 && run.error.contains(path.path), "\(run.error)")
    try holder.inDatabase { try $0.execute(sql: "ROLLBACK") }
    try holder.close()
    let full = try folder.run("full")
    #expect(full.status == 0, "\(full.output)\(full.error)")
    #expect(try folder.couplings(of: "CUSTOMER") == 2)
  }

  @Test("keeps nobody from looking", arguments: ["bc", "sales", "state"])
  func looking(_ file: String) throws {
    let folder = try DemoFolder(customers: 2)
    // Somebody is at work: the log beside the file has something in it.
    let path = folder.path("data/\(file).sqlite")
    let writer = try DatabaseQueue(path: path.path)
    try writer.inDatabase { try $0.execute(sql: "CREATE TABLE work (a); DROP TABLE work") }
    let holder = try holder(of: path)
    for command in [["status"], ["jobs"], ["mappings"], ["full", "--review"]] {
      let run = try MapsyncProcess(command, in: folder.root)
      #expect(run.status == 0, "\(command): \(run.error)")
    }
    try holder.close()
    try writer.close()
  }
}
