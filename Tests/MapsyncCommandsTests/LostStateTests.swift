import Foundation
import Testing

@Suite("A state file that is gone, old, or one of two")
struct LostStateTests {
  struct Records: Decodable { let count: Int }

  private func inStep() throws -> DemoFolder {
    let folder = try DemoFolder(customers: 3)
    for name in ["First", "Second"] {
      let made = try folder.run(
        "record", "create", "Opportunity", "Description=\(name)", "Contact No.=CT000004",
        "Salesperson Code=JO")
      #expect(made.status == 0, "\(made.error)")
    }
    let full = try folder.run("full")
    #expect(full.status == 0, "\(full.output)\(full.error)")
    try folder.copy("data", to: "backup")
    return folder
  }

  private func count(_ table: String, _ folder: DemoFolder) throws -> Int {
    try folder.answer(Records.self, "record", "list", table).count
  }

  @Test("no command makes a state anew but init, which says what it found")
  func missing() throws {
    let folder = try inStep()
    let state = folder.path("data/state.sqlite")
    try FileManager.default.removeItem(at: state)
    for command in [["full"], ["run"], ["serve"], ["status"], ["mappings"], ["setup", "check"]] {
      let run = try MapsyncProcess(command, in: folder.root)
      #expect(run.status == 2, "\(command)")
      #expect(
        (run.error + run.output).contains("there is no state file"), "\(command): \(run.error)")
      #expect(!FileManager.default.fileExists(atPath: state.path), "\(command)")
    }
    let begun = try folder.run("init")
    #expect(begun.status == 0)
    #expect(begun.error.contains("was worked with by another state file"), "\(begun.error)")
    #expect(begun.error.contains("'mapsync full --after-restore'"))
    let full = try folder.run("full")
    #expect(full.isRefused("by another state file"), "\(full.error)")
  }

  @Test("a lost state doubles nothing: what matches is coupled, the others rest")
  func lost() throws {
    let folder = try inStep()
    let opportunities = try count("opportunity", folder)
    #expect(opportunities == 2)
    try FileManager.default.removeItem(at: folder.path("data/state.sqlite"))
    #expect(try folder.run("init").status == 0)
    let settled = try folder.run("full", "--after-restore")
    #expect(settled.status != 2, "\(settled.error)")
    #expect(settled.error.contains("'mapsync skipped' lists them"), "\(settled.error)")
    for _ in 0..<2 {
      #expect(try folder.run("run", "--now").status != 2)
      #expect(try folder.run("full").status != 2)
    }
    #expect(try count("opportunity", folder) == 2)
    #expect(try count("Opportunity", folder) == 2)
    #expect(try count("account", folder) == 3 && count("Customer", folder) == 3)
    #expect(try folder.couplings(of: "CUSTOMER") == 3)
    let skipped = try folder.run("skipped", "OPPORTUNITY")
    #expect(skipped.output.contains("has no partner"), "\(skipped.output)")
  }

  @Test("an older state is refused, and settled without a second opportunity")
  func older() throws {
    let folder = try inStep()
    let made = try folder.run(
      "record", "create", "Opportunity", "Description=Third", "Contact No.=CT000004",
      "Salesperson Code=JO")
    #expect(made.status == 0, "\(made.error)")
    #expect(try folder.run("run", "--now").status == 0)
    #expect(try count("opportunity", folder) == 3)
    try folder.restore("state.sqlite")
    let run = try folder.run("run")
    #expect(run.isRefused("state.sqlite' is older than the work that"), "\(run.error)")
    #expect(try folder.run("full", "--after-restore").status != 2)
    for _ in 0..<2 { #expect(try folder.run("run", "--now").status != 2) }
    #expect(try count("opportunity", folder) == 3 && count("Opportunity", folder) == 3)
    #expect(try folder.couplings(of: "OPPORTUNITY") == 2)
  }

  @Test("of a state and its copy one is used; the other is refused")
  func copy() throws {
    let folder = try inStep()
    try folder.copy("data/state.sqlite", to: "data/copy.sqlite")
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Adatum Ltd").status == 0)
    #expect(try folder.run("run", "--now").status == 0)
    try folder.edit { $0.replacing("state: data/state.sqlite", with: "state: data/copy.sqlite") }
    let run = try folder.run("run")
    #expect(run.isRefused("copy.sqlite' is older than", "a copy of it was used"), "\(run.error)")
  }

  @Test("one state under two names is one: a link shares its lock, a hard link is refused")
  func names() throws {
    let folder = try inStep()
    try FileManager.default.createSymbolicLink(
      at: folder.path("data/link.sqlite"), withDestinationURL: folder.path("data/state.sqlite"))
    let service = try RunningMapsync("serve", in: folder.root)
    #expect(service.wait { $0.error.contains("serving") }, "\(service.error)")
    try folder.edit { $0.replacing("state: data/state.sqlite", with: "state: data/link.sqlite") }
    #expect(try folder.run("run").isRefused("is at work on"))
    service.send(SIGTERM)
    #expect(service.status() == 0)
    #expect(try folder.run("run").status == 0)
    try FileManager.default.linkItem(
      at: folder.path("data/state.sqlite"), to: folder.path("data/hard.sqlite"))
    try folder.edit { $0.replacing("state: data/link.sqlite", with: "state: data/hard.sqlite") }
    let run = try folder.run("run")
    #expect(run.isRefused("has a second name"), "\(run.error)")
  }

  @Test("an init that is killed at any moment is given again, and leaves no half-made file")
  func killedInit() throws {
    for moment in 0..<16 {
      let folder = try DemoFolder(isMade: false)
      let begun = try RunningMapsync("init", in: folder.root)
      Thread.sleep(forTimeInterval: Double(moment) * 0.01)
      begun.send(SIGKILL)
      _ = begun.status()
      let again = try folder.run("init")
      #expect(again.status == 0, "after \(moment): \(again.error)")
      let check = try folder.run("setup", "check")
      #expect(check.status == 0, "after \(moment): \(check.output)\(check.error)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("data").path)
      #expect(names.allSatisfy { !$0.contains(".new-") }, "after \(moment): \(names)")
      #expect(try folder.run("demo-data", "--customers", "1").status == 0)
      #expect(try folder.run("full").status != 2)
    }
  }
}
