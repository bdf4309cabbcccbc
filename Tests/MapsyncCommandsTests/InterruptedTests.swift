import Foundation
import Testing

@Suite("A full synchronization that a person stops")
struct InterruptedTests {
  private struct Status: Decodable {
    struct Line: Decodable {
      let mapping: String
      let status: String
      let done: Int
    }

    let isRunning: Bool
    let finished: String?
    let lines: [Line]
  }

  @Test("shows itself to another process, ends after the page at work, and goes on later")
  func interrupted() throws {
    let customers = 600
    let folder = try DemoFolder(customers: customers)
    let full = try RunningMapsync("full", in: folder.root)
    #expect(full.wait { $0.error.contains("UNIT GROUP runs") }, "\(full.error)")
    let during = try folder.answer(Status.self, "status")
    #expect(during.isRunning && during.finished == nil)
    #expect(during.lines.contains { $0.status == "running" || $0.status == "finished" })
    let second = try folder.run("full")
    #expect(second.isRefused("a full synchronization is running"), "\(second.error)")
    full.send(SIGINT)
    #expect(full.status() == 1, "\(full.error)")
    #expect(full.error.hasSuffix("mapsync: stopped; 'mapsync full --resume' goes on\n"))
    let between = try folder.answer(Status.self, "status")
    #expect(!between.isRunning && between.finished == nil)
    #expect(between.lines.contains { $0.status == "stopped" || $0.status == "waiting" })
    let resumed = try folder.run("full", "--resume")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.error)")
    #expect(try folder.couplings(of: "CUSTOMER") == customers)
    struct Records: Decodable { let count: Int }
    #expect(try folder.answer(Records.self, "record", "list", "account").count == customers)
  }
}
