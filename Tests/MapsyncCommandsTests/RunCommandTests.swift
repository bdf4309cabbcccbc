import Foundation
import MapRuntime
import Testing

@testable import MapsyncCommands

@Suite("mapsync run, as people and their machines run it")
struct RunCommandTests {
  @Test("one that a signal stops says so, and its status is not that of one that came to its end")
  func stopped() throws {
    let folder = try DemoFolder(customers: 2500)
    try folder.edit { $0 + "mappings:\n  CUSTOMER: { scope: all }\n" }
    let run = try RunningMapsync("run", "--now", in: folder.root)
    let began = run.wait { _ in
      (try? folder.run("jobs").output.contains("CUSTOMER")) == true
    }
    #expect(began, "\(run.error)")
    run.send(SIGTERM)
    #expect(run.status() == 1, "\(run.error)")
    #expect(run.error.contains("mapsync: stopped by SIGTERM; what is left stays due"))
    let again = try folder.run("run", "--now")
    #expect(again.status == 0, "\(again.output)\(again.error)")
    #expect(!again.error.contains("stopped"))
  }

  @Test("a schedule that the setup changes counts from the last run on, at once")
  func schedule() throws {
    let folder = try DemoFolder(customers: 1)
    #expect(try folder.run("run").status == 0)
    #expect(try folder.run("run").output == "nothing to do\n")
    try folder.edit { $0 + "mappings:\n  VENDOR: { schedule: { every: 1m, sleep: 1m } }\n" }
    let vendor = try #require(try folder.answer(ListedMappings.self, "mappings")["VENDOR"])
    let last = try #require(vendor.lastRun.flatMap(DateTimeValue.init(parsing:)))
    let next = try #require(vendor.nextRun.flatMap(DateTimeValue.init(parsing:)))
    #expect((59_000...70_000).contains(next.milliseconds - last.milliseconds))
    try folder.edit {
      $0.replacingOccurrences(of: "every: 1m, sleep: 1m", with: "every: 1s, sleep: 1s")
    }
    Thread.sleep(forTimeInterval: 1)
    #expect(try folder.run("run").output.contains("VENDOR"))
  }

  @Test("lines without a schedule of their own run once, with their header")
  func lines() throws {
    let folder = try DemoFolder(customers: 1)
    try folder.edit { $0 + "mappings:\n  PLLINE-PRODPRICE: { schedule: none }\n" }
    let run = try folder.run("run", "--now")
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("PLLINE-PRODPRICE") } == 1)
    let alone = try folder.run("run", "--now", "--only", "PLLINE-PRODPRICE")
    #expect(alone.output.split(separator: "\n").count { $0.hasPrefix("PLLINE-PRODPRICE") } == 1)
  }

  @Test("lines of documents never run by themselves, and that is said")
  func documentLines() throws {
    let folder = try DemoFolder(customers: 1)
    for arguments in [["run", "--now", "--only", "ORDER-LINE"], ["sync", "ORDER-LINE"]] {
      let run = try MapsyncProcess(arguments, in: folder.root)
      #expect(run.status == 1)
      #expect(
        run.error == "mapsync: ORDER-LINE does not run by itself: its lines go with ORDER\n")
    }
  }

  @Test(
    "what 'setup check' refuses of the systems keeps everything from running by itself",
    arguments: [["run"], ["full"], ["serve"], ["full", "--after-restore"]])
  func refused(_ arguments: [String]) throws {
    let folder = try DemoFolder(customers: 1)
    #expect(try folder.run("record", "delete", "bcbi_company", "CRONUS").status == 0)
    #expect(try folder.run("setup", "check").status == 1)
    let run = try MapsyncProcess(arguments, in: folder.root)
    #expect(
      run.isRefused("no row of bcbi_company stands for 'CRONUS'", "'mapsync setup check'"),
      "\(run.error)")
  }

  @Test("what it refuses of documents is told by each run that would take some in")
  func refusedDocuments() throws {
    let folder = try DemoFolder(customers: 1)
    try folder.does("record", "create", "No. Series", "Code=S-ORD", "Default Nos.=true")
    try folder.does("record", "create", "Sales & Receivables Setup", "Order Nos.=S-ORD")
    let words =
      "'Order Nos.' of Sales & Receivables Setup: the number series 'S-ORD' has no line that is open on"
    let check = try folder.run("setup", "check")
    #expect(check.status == 1 && check.output.contains(words), "\(check.output)")
    let run = try folder.run("run")
    #expect(run.status == 1)
    #expect(run.output.contains("ORDER: \(words)"), "\(run.output)")
    #expect(run.output.contains("CUSTOMER"), "the others run")
  }
}
