import Foundation
import Testing

@Suite("mapsync full, as people run it")
struct FullCommandTests {
  @Test("the review says what is recommended and why, and changes nothing")
  func review() throws {
    let folder = try DemoFolder(customers: 5)
    let review = try folder.run("full", "--review")
    #expect(review.status == 0)
    #expect(review.output.contains("CUSTOMER"))
    #expect(review.output.contains("only Business Central holds records"))
    #expect(try folder.answer(ListedMappings.self, "mappings")["CUSTOMER"]?.couplings == 0)
  }

  @Test("what finds no partner twice does not rest where the next run makes one")
  func unmatchedTwice() throws {
    let folder = try DemoFolder(customers: 3)
    try folder.edit { $0 + "mappings:\n  CUSTOMER: { scope: all }\n" }
    #expect(try folder.run("full").status == 0)
    let made = try folder.run("record", "create", "Customer", "No.=99000", "Name=Late")
    #expect(made.status == 0, "\(made.error)")
    for _ in 0..<2 { _ = try folder.run("full") }
    #expect(try folder.run("skipped").output.contains("99000") == false)
    #expect(try folder.run("run", "--now").status == 0)
    #expect(try folder.couplings(of: "CUSTOMER") == 4)
  }

  @Test("couples every customer, shows its status later, and has nothing left to do")
  func whole() throws {
    let folder = try DemoFolder(customers: 12)
    let full = try folder.run("full")
    #expect(full.status == 0, "\(full.output)\(full.error)")
    #expect(!full.output.contains("goes on"), "it says that it is not finished")
    let mappings = try folder.answer(ListedMappings.self, "mappings")
    #expect(mappings["CUSTOMER"]?.couplings == 12)
    #expect(mappings["CONTACT"]?.couplings == 12)
    let status = try folder.answer(ToldRun.self, "status")
    #expect(status.finished != nil)
    #expect(!status.isRunning)
    #expect(status.lines.allSatisfy { $0.status == "finished" })
    #expect(try folder.run("full", "--resume").status == 2)
  }

  @Test(
    "a run that was killed goes on where it was, and creates nothing twice",
    arguments: ["after-intent:3", "after-write:3", "after-coupling:3"])
  func killed(at moment: String) throws {
    let folder = try DemoFolder(customers: 30)
    let killed = try folder.run("full", environment: ["MAPSYNC_KILL_AT": moment])
    #expect(killed.status == 9, "\(killed.error)")
    let between = try folder.answer(ToldRun.self, "status")
    #expect(between.finished == nil)
    let resumed = try folder.run("full", "--resume")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.error)")
    #expect(try folder.answer(ListedMappings.self, "mappings")["CUSTOMER"]?.couplings == 30)
    struct Records: Decodable { let count: Int }
    #expect(try folder.answer(Records.self, "record", "list", "account").count == 30)
  }

  @Test("couplings that a crash left without their data are moved when the run goes on")
  func killedBetweenCouplingAndMoving() throws {
    let folder = try DemoFolder(customers: 1)
    let only = ["full", "--only", "SHIPPING AGENT"]
    let killed = try MapsyncProcess(
      only, in: folder.root, environment: ["MAPSYNC_KILL_AT": "after-coupling:1"])
    #expect(killed.status == 9, "\(killed.error)")
    #expect(try lastResults("Shipping Agent:DHL", folder)["to-sales"] == "none")
    let resumed = try folder.run("full", "--resume")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.error)")
    #expect(try lastResults("Shipping Agent:DHL", folder)["to-sales"] == "success")
  }

  @Test("a second crash after the intent of the move does not pass for the move")
  func killedTwice() throws {
    let folder = try DemoFolder(customers: 1)
    let created = try folder.run(
      "full", "--only", "PAYMENT TERMS", environment: ["MAPSYNC_KILL_AT": "after-write:1"])
    #expect(created.status == 9, "\(created.error)")
    let intended = try folder.run(
      "full", "--resume", environment: ["MAPSYNC_KILL_AT": "after-intent:1"])
    #expect(intended.status == 9, "\(intended.error)")
    let resumed = try folder.run("full", "--resume")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.error)")
    #expect(try lastResults("Payment Terms:14D", folder)["to-sales"] == "success")
  }

  private func lastResults(
    _ record: String, _ folder: DemoFolder
  ) throws -> [String: String] {
    struct Answer: Decodable {
      struct Record: Decodable {
        struct Coupling: Decodable { let lastResults: [String: String] }

        let coupling: Coupling?
      }

      let mappings: [Record]
    }

    let answer = try folder.answer(Answer.self, "why", record)
    return try #require(answer.mappings.compactMap(\.coupling).first).lastResults
  }

  @Test("writes that fail at random, before or after their effect, leave nothing out or twice")
  func faults() throws {
    let folder = try DemoFolder(customers: 200)
    let full = try folder.run("full", environment: ["MAPSYNC_FAULTS": "20:7"])
    #expect(full.status == 0, "\(full.output)\(full.error)")
    let mappings = try folder.answer(ListedMappings.self, "mappings")
    #expect(mappings["CUSTOMER"]?.couplings == 200)
    #expect(mappings["CONTACT"]?.couplings == 200)
    #expect(mappings.mappings.allSatisfy { $0.failed == 0 && $0.held == 0 })
    struct Records: Decodable { let count: Int }
    #expect(try folder.answer(Records.self, "record", "list", "account").count == 200)
  }

  @Test("a person may have in full what the review only couples")
  func fully() throws {
    let folder = try DemoFolder(customers: 2)
    let account = try folder.run(
      "record", "create", "--side", "sales", "account", "name=Contoso", "customertypecode=Customer")
    #expect(account.status == 0, "\(account.error)")
    let review = try folder.run("full", "--review", "--only", "CUSTOMER")
    #expect(review.output.contains("couple"), "\(review.output)")
    let coupled = try folder.run("full", "--only", "CUSTOMER")
    #expect(coupled.status <= 1)
    #expect(try folder.answer(ListedMappings.self, "mappings")["CUSTOMER"]?.couplings == 0)
    let fully = try folder.run(
      "full", "--review", "--only", "CUSTOMER", "--fully", "CUSTOMER")
    #expect(fully.output.contains("chosen with --fully"), "\(fully.output)")
    let full = try folder.run(
      "full", "--only", "CURRENCY,PAYMENT TERMS,CUSTOMER", "--fully", "CUSTOMER")
    #expect(full.status == 0, "\(full.output)\(full.error)")
    #expect(try folder.answer(ListedMappings.self, "mappings")["CUSTOMER"]?.couplings == 3)
  }

  @Test("a mapping that is not there is named, with what may be meant")
  func unknown() throws {
    let folder = try DemoFolder()
    let run = try folder.run("full", "--only", "CUSTOMR")
    #expect(run.status == 2)
    #expect(run.error.contains("did you mean CUSTOMER?"))
    // Blanks between names are how people write lists.
    let two = try folder.run("full", "--review", "--only", "CURRENCY, CUSTOMER")
    #expect(two.status == 0, "\(two.error)")
  }
}
