import Foundation
import Testing

@Suite("A file that is not what it was: one sentence, exit 2, and one way out")
struct RestoredFileTests {
  struct Records: Decodable { let count: Int }

  /// A folder in step, with a backup of its files.
  private func inStep(customers: Int = 4) throws -> DemoFolder {
    let folder = try DemoFolder(customers: customers)
    let full = try folder.run("full")
    #expect(full.status == 0, "\(full.output)\(full.error)")
    try folder.copy("data", to: "backup")
    return folder
  }

  /// The commands that work; none may go on.
  private static let working = [
    ["run"], ["run", "--now"], ["full"], ["full", "--resume"], ["sync", "CUSTOMER"],
    ["sync", "CUSTOMER", "10000"], ["create", "CUSTOMER", "10000"], ["match", "SALESPEOPLE"],
    ["couple", "CUSTOMER", "10000", "Adatum"], ["uncouple", "CUSTOMER", "10000"],
    ["retry", "--all"], ["skipped", "--find-deleted"], ["serve"],
    // What a run would do is nobody's to say either.
    ["sync", "CUSTOMER", "10000", "--preview"], ["sync", "CUSTOMER", "--preview"],
    ["create", "CUSTOMER", "10000", "--preview"], ["full", "--review"],
  ]

  @Test("what works is refused, what looks is warned, and setup check says where")
  func refused() throws {
    let folder = try inStep()
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Adatum Ltd").status == 0)
    #expect(try folder.run("run", "--now").status == 0)
    try folder.restore("bc.sqlite")
    for command in Self.working {
      let run = try MapsyncProcess(command, in: folder.root)
      #expect(
        run.isRefused("bc.sqlite' is older than", "'mapsync full --after-restore'"),
        "\(command): \(run.output)\(run.error)")
    }
    for command in [["status"], ["mappings"], ["jobs"], ["errors"], ["why", "Customer:10000"]] {
      let run = try MapsyncProcess(command, in: folder.root)
      #expect(run.status == 0 && run.error.hasPrefix("mapsync: warning: "), "\(command)")
    }
    let check = try folder.run("setup", "check")
    #expect(check.status == 1)
    #expect(check.output.contains("mapsync.yaml:5:") && check.output.contains("is older than"))
  }

  @Test(
    "a system that was put back and went on is looked at again: nothing is skipped or doubled",
    arguments: ["bc.sqlite", "sales.sqlite"])
  func settled(_ file: String) throws {
    let folder = try inStep()
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Lost").status == 0)
    #expect(try folder.run("run", "--now").status == 0)
    try folder.restore(file)
    // So many edits that the numbers are where they were, and further.
    for number in 1...20 {
      let edit =
        file == "bc.sqlite"
        ? try folder.run("record", "change", "Customer", "10000", "Name 2=x\(number)")
        : try folder.run("record", "change", "account", "Adatum", "telephone1=\(number)")
      #expect(edit.status == 0, "\(edit.error)")
    }
    #expect(try folder.run("run").status == 2)
    let settled = try folder.run("full", "--after-restore")
    #expect(settled.status == 1, "\(settled.output)\(settled.error)")
    // The lost change is one that both sides made.
    let errors = try folder.run("errors")
    #expect(errors.output.contains("10000") && errors.output.contains("changed on both sides"))
    #expect(try folder.run("setup", "check").status == 0)
    #expect(try folder.run("run").status != 2)
    #expect(try folder.couplings(of: "CUSTOMER") == 4)
    #expect(try folder.answer(Records.self, "record", "list", "account").count == 4)
    #expect(try folder.answer(Records.self, "record", "list", "Customer").count == 4)
  }

  @Test("a '-wal' that was lost is noticed")
  func lostLog() throws {
    let folder = try DemoFolder(customers: 4)
    let killed = try folder.run("full", environment: ["MAPSYNC_KILL_AT": "after-coupling:8"])
    #expect(killed.status == 9)
    for ending in ["-wal", "-shm"] {
      try FileManager.default.removeItem(at: folder.path("data/sales.sqlite\(ending)"))
    }
    let run = try folder.run("full", "--resume")
    #expect(run.isRefused("sales.sqlite' is older than", "lost its '-wal'"), "\(run.error)")
    let settled = try folder.run("full", "--after-restore")
    #expect(settled.status != 2, "\(settled.error)")
    #expect(try folder.run("run").status != 2)
  }

  @Test("a file that is older by what people uncoupled alone is older")
  func uncoupled() throws {
    let folder = try inStep()
    for mapping in ["CURRENCY", "PAYMENT TERMS", "SALESPEOPLE", "UNIT GROUP"] {
      try FileManager.default.removeItem(at: folder.path("backup"))
      try folder.copy("data", to: "backup")
      let run = try folder.run("uncouple", mapping, "--all")
      #expect(run.status == 0, "\(run.error)")
      try folder.copy("data", to: "later")
      try folder.restore("state.sqlite")
      let refused = try folder.run("run", "--now")
      #expect(refused.isRefused("state.sqlite' is older than"), "\(mapping): \(refused.error)")
      try FileManager.default.removeItem(at: folder.path("backup"))
      try FileManager.default.moveItem(at: folder.path("later"), to: folder.path("backup"))
      try folder.restore("state.sqlite")
      #expect(try folder.run("setup", "check").status == 0)
    }
    #expect(try folder.run("uncouple", "CUSTOMER", "10000").status == 0)
    try folder.restore("sales.sqlite")
    let refused = try folder.run("run", "--now")
    #expect(refused.isRefused("sales.sqlite' is older than"), "\(refused.error)")
  }

  @Test("a lost Business Central is put back; nothing makes a file that nobody accepts")
  func lostBC() throws {
    let folder = try inStep()
    let file = folder.path("data/bc.sqlite")
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: file.path + ending)
    }
    for command in [["run"], ["full", "--after-restore"], ["init"], ["status"]] {
      let run = try MapsyncProcess(command, in: folder.root)
      #expect(
        run.isRefused(
          "bc.sqlite' is gone", "put it back from a backup", "'mapsync full --after-restore'"),
        "\(command): \(run.error)")
      #expect(!FileManager.default.fileExists(atPath: file.path), "\(command)")
    }
    #expect(try folder.run("setup", "check").output.contains("bc.sqlite' is gone"))
    try folder.restore("bc.sqlite")
    #expect(try folder.run("full", "--after-restore").status != 2)
    #expect(try folder.couplings(of: "CUSTOMER") == 4)
  }

  @Test("without a backup of it, the advice leads on with an empty company")
  func lostBCForGood() throws {
    let folder = try inStep()
    for file in ["bc", "state"] {
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(at: folder.path("data/\(file).sqlite\(ending)"))
      }
    }
    #expect(try folder.run("init").status == 0)
    #expect(try folder.run("demo-data", "--customers", "2").status == 0)
    #expect(try folder.run("full").status != 2)
    #expect(try folder.answer(Records.self, "record", "list", "Customer").count == 2)
  }

  @Test("a lost Sales is put back, or made anew and filled as its message says")
  func lostSales() throws {
    let folder = try inStep()
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(at: folder.path("data/sales.sqlite\(ending)"))
    }
    let run = try folder.run("run")
    #expect(
      run.isRefused("sales.sqlite' is gone", "put it back from a backup", "uncouple MAPPING --all"),
      "\(run.error)")
    #expect(try folder.run("init").status == 0)
    #expect(try folder.run("full", "--after-restore").status != 2)
    for mapping in ["SALESPEOPLE", "CUSTOMER"] {
      #expect(try folder.run("uncouple", mapping, "--all").status == 0)
    }
    #expect(try folder.run("full").status != 2)
    #expect(try folder.run("run").status != 2)
  }

  @Test("init makes no company beside the state of another one")
  func otherCompany() throws {
    let folder = try inStep(customers: 1)
    try folder.edit { $0.replacing("company: CRONUS", with: "company: Fabrikam") }
    let run = try folder.run("init")
    #expect(run.isRefused("belongs to another company than 'Fabrikam'"), "\(run.error)")
    try folder.edit { $0.replacing("company: Fabrikam", with: "company: CRONUS") }
    #expect(try folder.run("run").status == 0)
  }

  @Test("couplings whose record is gone with the backup rest, and are not made anew")
  func gone() throws {
    let folder = try inStep()
    let made = try folder.run("record", "create", "Customer", "No.=99000", "Name=Late")
    #expect(made.status == 0, "\(made.error)")
    #expect(try folder.run("create", "CUSTOMER", "99000").status == 0)
    #expect(try folder.couplings(of: "CUSTOMER") == 5)
    try folder.restore("bc.sqlite")
    _ = try folder.run("full", "--after-restore")
    let skipped = try folder.run("skipped", "CUSTOMER")
    #expect(skipped.output.contains("was deleted"), "\(skipped.output)")
    #expect(try folder.run("run", "--now").status != 2)
    #expect(try folder.answer(Records.self, "record", "list", "Customer").count == 4)
    #expect(try folder.answer(Records.self, "record", "list", "account").count == 5)
  }

  @Test("a record that was lost with the backup and entered again is not made twice")
  func enteredAgain() throws {
    let folder = try inStep()
    for _ in 0..<2 {
      // The second time it is entered into a file that has lost it.
      let made = try folder.run("record", "create", "Customer", "No.=99000", "Name=Late")
      #expect(made.status == 0, "\(made.error)")
      if try folder.couplings(of: "CUSTOMER") == 5 { break }
      #expect(try folder.run("create", "CUSTOMER", "99000").status == 0)
      try folder.restore("bc.sqlite")
    }
    let settled = try folder.run("full", "--after-restore")
    #expect(settled.error.contains("'mapsync skipped' lists them"), "\(settled.error)")
    #expect(try folder.run("run", "--now").status != 2)
    #expect(try folder.answer(Records.self, "record", "list", "Customer").count == 5)
    #expect(try folder.answer(Records.self, "record", "list", "account").count == 5)
    #expect(try folder.run("skipped", "CUSTOMER").output.contains("99000"))
  }

  @Test("another Sales file is another file; nothing is written into it before a person decides")
  func otherFile() throws {
    let folder = try inStep()
    let other = try DemoFolder(customers: 4)
    try Data(contentsOf: other.path("data/sales.sqlite"))
      .write(to: folder.path("data/sales.sqlite"))
    let run = try folder.run("full")
    #expect(run.isRefused("sales.sqlite' is another file"), "\(run.error)")
    #expect(try folder.answer(Records.self, "record", "list", "account").count == 0)
  }

  @Test("after-restore that is killed is to be given again; until then nothing else runs")
  func killed() throws {
    let folder = try inStep()
    #expect(try folder.run("record", "change", "Customer", "10000", "Name 2=Lost").status == 0)
    #expect(try folder.run("run", "--now").status == 0)
    try folder.restore("sales.sqlite")
    #expect(try folder.run("record", "change", "Customer", "10000", "Name 2=").status == 0)
    #expect(try folder.run("record", "create", "Customer", "No.=99000", "Name=Late").status == 0)
    let killed = try folder.run(
      "full", "--after-restore", environment: ["MAPSYNC_KILL_AT": "after-write:1"])
    #expect(killed.status == 9, "\(killed.output)\(killed.error)")
    for command in [["run"], ["full"], ["full", "--resume"]] {
      let run = try MapsyncProcess(command, in: folder.root)
      #expect(run.isRefused("not all records were looked at again"), "\(command): \(run.error)")
    }
    #expect(try folder.run("full", "--after-restore").status != 2)
    #expect(try folder.run("run").status != 2)
    #expect(try folder.couplings(of: "CUSTOMER") == 5)
    #expect(try folder.answer(Records.self, "record", "list", "account").count == 5)
  }

  @Test("nobody else is at work while all records are looked at again")
  func alone() throws {
    let folder = try inStep()
    let service = try RunningMapsync("serve", in: folder.root)
    #expect(service.wait { $0.error.contains("serving") }, "\(service.error)")
    let run = try folder.run("full", "--after-restore")
    #expect(run.isRefused("is at work on", "stop it first"), "\(run.error)")
    service.send(SIGTERM)
    #expect(service.status() == 0)
  }

  @Test(
    "a file that is replaced or deleted under a running service ends it with a sentence",
    arguments: ["bc.sqlite", "sales.sqlite", "state.sqlite"], [true, false])
  func underService(_ file: String, isReplaced: Bool) throws {
    let folder = try inStep(customers: 1)
    let service = try RunningMapsync("serve", "--look", "1", in: folder.root)
    #expect(service.wait { $0.error.contains("serving") }, "\(service.error)")
    if isReplaced {
      try FileManager.default.moveItem(
        at: folder.path("backup/\(file)"), to: folder.path("backup/new"))
      #expect(rename(folder.path("backup/new").path, folder.path("data/\(file)").path) == 0)
    } else {
      try FileManager.default.removeItem(at: folder.path("data/\(file)"))
    }
    #expect(service.status() == 2, "\(service.error)")
    for part in [file, "was moved, deleted or replaced", "turned off"] {
      #expect(service.error.contains(part), "\(part) is missing in \(service.error)")
    }
  }
}

extension DemoFolder {
  func copy(_ name: String, to other: String) throws {
    try FileManager.default.copyItem(at: path(name), to: path(other))
  }

  /// Puts a file of the backup back, as the advice for a damaged one says.
  func restore(_ file: String) throws {
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(at: path("data/\(file)\(ending)"))
    }
    try Data(contentsOf: path("backup/\(file)")).write(to: path("data/\(file)"))
  }
}
