import Foundation
import Testing

/// Jobs that run inside others: records that others need first, partners that are made again, changes of
/// partners that come back before (R C-35, D-33; docs/language.md#when-a-mapping-has-changed).
@Suite("A job that runs inside another one is told with it, in text, JSON and exit status")
struct InnerJobTests {
  private static let longMail = String(repeating: "a", count: 90) + "@x.example"

  private func folder(_ policies: String, customers: Int = 3) throws -> DemoFolder {
    let folder = try DemoFolder.inStep(customers: customers)
    try folder.edit { $0 + "\nmappings:\n\(policies)\n" }
    return folder
  }

  private func startedBy(_ job: Int, _ folder: DemoFolder) throws -> String? {
    try folder.answer(ListedJobs.self, "jobs", "--id", "\(job)").jobs.first?.startedBy
  }

  @Test("partners that are made again are, and who started the run started that")
  func restored() throws {
    let folder = try folder("  CUSTOMER: { scope: all, conflict: { delete: restore } }")
    try folder.does("record", "delete", "Customer", "10010")
    let told = try folder.answer(ToldJobs.self, "sync", "CUSTOMER")
    let restored = try #require(told.runs?.first { $0.counters.inserted > 0 })
    #expect(restored.direction == "to-bc" && restored.counters.inserted == 1)
    #expect(told.runs?.count == 3, "the run's two directions, and that")
    #expect(try startedBy(restored.job, folder) == "schedule")
  }

  @Test("one that cannot be made again fails once in a run, and rests after a second run")
  func notRestored() throws {
    let folder = try folder("  CUSTOMER: { scope: coupled, conflict: { delete: restore } }")
    try folder.does(
      "record", "change", "account", "Alpine Ski House", "emailaddress1=\(Self.longMail)")
    try folder.does("record", "delete", "Customer", "10010")
    let first = try folder.run("sync", "CUSTOMER")
    #expect(first.status == 1)
    #expect(
      first.output.split(separator: "\n").filter { $0.contains("Alpine Ski House") }.count == 1,
      "\(first.output)")
    #expect(try folder.answer(ToldJobs.self, "errors").entries.map(\.kind) == ["failed"])
    #expect(try folder.run("sync", "CUSTOMER").status == 1)
    #expect(try folder.answer(ToldJobs.self, "errors").entries.map(\.kind) == ["skipped"])
  }

  @Test("records that others need first are, with those of them that fail, and exit 1")
  func first() throws {
    let folder = try folder("  CUSTOMER: { scope: all }\n  CONTACT: { scope: all }")
    for (account, mail) in [("NewA", ""), ("NewB", Self.longMail)] {
      try folder.does(
        "record", "create", "account", "name=\(account)", "customertypecode=Customer",
        "emailaddress1=\(mail)")
      try folder.does(
        "record", "create", "contact", "lastname=Of\(account)", "firstname=X",
        "parentcustomerid=\(account)")
    }
    let run = try folder.run("sync", "CONTACT", "--format", "json")
    #expect(run.status == 1, "\(run.output)")
    let told = try JSONDecoder().decode(ToldJobs.self, from: Data(run.output.utf8))
    let customers = try #require(told.run("CUSTOMER", "to-bc"))
    #expect(customers.counters.inserted == 1 && customers.counters.failed == 1)
    #expect(try startedBy(customers.job, folder) == "schedule")
    #expect(told.entries.contains { $0.mapping == "CUSTOMER" && $0.record == "NewB" })
    // A person's order starts it too, and what it meets does not rest for that.
    let create = try folder.run("create", "CONTACT", "OfNewB", "--format", "json")
    #expect(create.status == 1, "\(create.output)")
    let made = try JSONDecoder().decode(ToldJobs.self, from: Data(create.output.utf8))
    #expect(try startedBy(try #require(made.run("CUSTOMER", "to-bc")).job, folder) == "person")
    #expect(try folder.answer(ToldJobs.self, "errors").entries.map(\.kind) == ["failed"])
  }

  @Test("a full synchronization that meets them fails too")
  func inFull() throws {
    let folder = try folder("  CUSTOMER: { scope: all }\n  CONTACT: { scope: all }")
    try folder.does(
      "record", "create", "account", "name=NewB", "customertypecode=Customer",
      "emailaddress1=\(Self.longMail)")
    try folder.does(
      "record", "create", "contact", "lastname=Of", "firstname=X", "parentcustomerid=NewB")
    let full = try folder.run("full", "--only", "CONTACT", "--fully", "CONTACT")
    #expect(full.status == 1, "\(full.output)\(full.error)")
    #expect(try folder.answer(ToldRun.self, "status").lines.map(\.failed) == [1])
    let customers = try folder.answer(ListedJobs.self, "jobs", "CUSTOMER").jobs.first
    #expect(customers?.startedBy == "full")
  }

  @Test(
    "a change of a partner that comes back before an older coupling is looked at is, and counts once"
  )
  func older() throws {
    let folder = try DemoFolder(customers: 3)
    try folder.edit { $0.replacing("- person-ownership", with: "- team-ownership") }
    try folder.does("full")
    try folder.edit { $0.replacing("- team-ownership", with: "- person-ownership") }
    try folder.does("match", "SALESPEOPLE")
    try folder.does("record", "change", "account", "Adatum", "emailaddress1=\(Self.longMail)")
    try folder.does("record", "change", "account", "Alpine Ski House", "telephone1=4711")
    let foretold = try folder.run("full", "--older", "CUSTOMER", "--review")
    #expect(foretold.status == 1, "\(foretold.error)")
    let review = foretold.output
    let counts = review.tableRow("CUSTOMER").filter { Int($0.value) != nil }
    #expect(counts == ["OLDER": "3", "WRITTEN": "1", "LATER": "1", "FAILED": "1"], "\(review)")
    #expect(review.contains("Adatum to-bc: failed"), "\(review)")
    let run = try folder.run("full", "--older", "CUSTOMER", "--format", "json")
    #expect(run.status == 1, "\(run.output)")
    let told = try JSONDecoder().decode(ToldJobs.self, from: Data(run.output.utf8))
    let back = try #require(told.run("CUSTOMER", "to-bc")?.counters)
    #expect(back.failed == 1 && back.modified == 1)
    let there = try #require(told.run("CUSTOMER", "to-sales")?.counters)
    #expect(there.modified + there.unchanged == 2, "\(there)")
    #expect(told.entries.map(\.record) == ["Adatum"])
  }

  @Test("what a crash left open is settled by a job that is told as well")
  func settled() throws {
    let folder = try DemoFolder.inStep(customers: 2)
    try folder.does("record", "change", "Customer", "10000", "Name=Adatum A")
    let killed = try folder.run(
      "sync", "CUSTOMER", environment: ["MAPSYNC_KILL_AT": "after-write:1"])
    #expect(killed.status == 9)
    let told = try folder.answer(ToldJobs.self, "sync", "CUSTOMER")
    #expect(told.runs?.map(\.counters.modified) == [1, 0, 0])
  }
}

@Suite("A job has one count, whoever tells it")
struct CountedRestTests {
  /// A customer of whom both sides changed the name.
  private func disputed() throws -> DemoFolder {
    let folder = try DemoFolder.inStep(customers: 2)
    try folder.edit {
      $0 + "\nmappings:\n  CUSTOMER: { conflict: { update: refuse, by: field } }\n"
    }
    try folder.does("record", "change", "Customer", "10000", "Name=Adatum A", "City=Here")
    try folder.does(
      "record", "change", "account", "Adatum", "name=Adatum B", "address1_line1=There")
    return folder
  }

  @Test("a record that comes to rest is skipped for the run and for the list of jobs, and exits 1")
  func rests() throws {
    let folder = try disputed()
    for _ in 0..<3 {
      let run = try folder.run("sync", "CUSTOMER", "--format", "json")
      let told = try JSONDecoder().decode(ToldJobs.self, from: Data(run.output.utf8))
      for job in told.runs ?? [] {
        let kept = try folder.answer(ListedCounts.self, "jobs", "--id", "\(job.job)").jobs
        #expect(kept.map(\.counters) == [job.counters], "\(job.job)")
      }
      let hasErrors = told.entries.contains { $0.kind == "failed" || $0.kind == "skipped" }
      #expect((run.status == 1) == hasErrors, "\(run.output)")
    }
    #expect(try folder.run("skipped").output.contains("10000"))
  }

  @Test("a match that finds no partner twice says the same")
  func matched() throws {
    let folder = try DemoFolder.inStep(customers: 1)
    try folder.does("record", "create", "Customer", "No.=99000", "Name=Alone")
    for _ in 0..<2 {
      let run = try folder.run("match", "CUSTOMER", "--format", "json")
      #expect(run.status == 1)
      let told = try JSONDecoder().decode(ToldJobs.self, from: Data(run.output.utf8))
      let job = try #require(told.runs?.first)
      #expect(
        try folder.answer(ListedCounts.self, "jobs", "--id", "\(job.job)").jobs.map(\.counters)
          == [job.counters])
    }
  }

  @Test("a conflict that both directions tell is printed once")
  func once() throws {
    let folder = try disputed()
    for _ in 0..<2 {
      let run = try folder.run("sync", "CUSTOMER")
      #expect(
        run.output.split(separator: "\n").filter { $0.contains("changed on both sides") }.count
          == 1,
        "\(run.output)")
    }
  }

  private struct ListedCounts: Decodable {
    struct Line: Decodable {
      let counters: ToldJobs.Run.Counters
    }

    let jobs: [Line]
  }
}
