import Foundation
import Testing

@Suite("A clock that was wrong during one run spoils nothing for good")
struct WrongClockTests {
  struct Records: Decodable { let count: Int }

  struct Mappings: Decodable {
    struct Line: Decodable {
      let mapping: String
      let nextRun: String?
    }

    let mappings: [Line]
  }

  /// Ten years ahead and behind, in seconds.
  static let wrong = ["315576000", "-315576000"]

  private func count(_ table: String, _ values: String..., in folder: DemoFolder) throws -> Int {
    let run = try MapsyncProcess(
      ["record", "list", table] + values + ["--format", "json"], in: folder.root)
    return try JSONDecoder().decode(Records.self, from: Data(run.output.utf8)).count
  }

  @Test("no schedule: what a run noted with the wrong time runs when it is due", arguments: wrong)
  func schedule(_ clock: String) throws {
    let folder = try DemoFolder(customers: 2)
    #expect(try folder.run("full").status == 0)
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=One").status == 0)
    let ran = try folder.run("run", environment: ["MAPSYNC_CLOCK": clock])
    // What has no rate ten years ago fails, and is tried again.
    #expect(ran.status != 2, "\(ran.error)")
    #expect(try count("account", "name=One", in: folder) == 1)
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Two").status == 0)
    let limit = "\(Calendar.current.component(.year, from: .now) + 1)"
    for line in try folder.answer(Mappings.self, "mappings").mappings {
      #expect(line.nextRun.map { $0.prefix(4) <= limit } ?? true, "\(line)")
    }
    #expect(try folder.run("run").status == 0)
    #expect(try count("account", "name=Two", in: folder) == 1)
  }

  @Test("no mark and no cursor: a run that was begun with the wrong time goes on", arguments: wrong)
  func full(_ clock: String) throws {
    let folder = try DemoFolder(customers: 4)
    let killed = try folder.run(
      "full", environment: ["MAPSYNC_KILL_AT": "after-write:6", "MAPSYNC_CLOCK": clock])
    #expect(killed.status == 9)
    #expect(try folder.run("record", "create", "Customer", "No.=99000", "Name=New").status == 0)
    #expect(try folder.run("full", "--resume").status != 2)
    #expect(try folder.run("run", "--now").status != 2)
    let full = try folder.run("full")
    #expect(full.status == 0, "\(full.output)\(full.error)")
    #expect(try folder.couplings(of: "CUSTOMER") == 5)
    #expect(try count("account", in: folder) == 5)
    #expect(try folder.run("setup", "check").status == 0)
  }

  @Test("no record: those of the wrong time are taken and changed as others are", arguments: wrong)
  func records(_ clock: String) throws {
    let folder = try DemoFolder(customers: 2)
    #expect(try folder.run("full").status == 0)
    let made = try folder.run(
      "record", "create", "Customer", "No.=99000", "Name=Odd",
      environment: ["MAPSYNC_CLOCK": clock])
    #expect(made.status == 0, "\(made.error)")
    #expect(
      try folder.run("create", "CUSTOMER", "99000", environment: ["MAPSYNC_CLOCK": clock]).status
        == 0)
    #expect(try folder.run("record", "change", "account", "Odd", "name=Even").status == 0)
    #expect(try folder.run("run", "--now").status == 0)
    #expect(try count("Customer", "Name=Even", in: folder) == 1)
    #expect(
      try folder.run(
        "record", "change", "Customer", "99000", "Name=Odd again",
        environment: ["MAPSYNC_CLOCK": clock]
      ).status == 0)
    #expect(try folder.run("run", "--now").status == 0)
    #expect(try count("account", "name=Odd again", in: folder) == 1)
    #expect(try count("account", in: folder) == 3)
  }
}
