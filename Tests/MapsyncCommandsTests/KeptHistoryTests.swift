import Foundation
import Testing

@Suite("Jobs are listed, kept with what they met, and taken away when they are too old")
struct KeptHistoryTests {
  /// Two years ago, in seconds.
  private static let longAgo = "-63115200"

  @Test(
    "a job of two years ago goes with the next run, or while mapsync serves",
    arguments: [true, false])
  func old(serves: Bool) throws {
    let folder = try inStepLongAgo()
    let longAgo = try #require(try years(folder).first)
    if serves {
      let service = try RunningMapsync("serve", "--look", "1", in: folder.root)
      let isGone = service.wait { _ in (try? years(folder).contains(longAgo)) == false }
      #expect(isGone, "\(service.error)")
      service.send(SIGTERM)
      #expect(service.status() == 0, "\(service.error)")
    } else {
      try folder.does("run", "--now", "--only", "CURRENCY")
      #expect(try !years(folder).contains(longAgo))
    }
  }

  @Test("the setup says how long jobs are kept")
  func kept() throws {
    let folder = try inStepLongAgo()
    try folder.edit { $0.replacing("history: 365d", with: "history: 3650d") }
    try folder.does("run", "--now", "--only", "CURRENCY")
    #expect(try years(folder).count == 2)
  }

  @Test("a list says how many more there are, and shows them where somebody asks for all")
  func lists() throws {
    let folder = try DemoFolder.inStep(customers: 1)
    let jobs = try folder.answer(ListedJobs.self, "jobs", "--all").jobs
    #expect(jobs.count > 2)
    let some = try folder.does("jobs", "--limit", "2")
    #expect(some.hasSuffix("and \(jobs.count - 2) more; --all shows them\n"), "\(some)")
    #expect(!(try folder.does("jobs", "--all").contains("more; --all")))
    for number in 1...25 {
      try folder.does("record", "change", "Customer", "10000", "City=Place \(number)")
      try folder.does("sync", "CUSTOMER", "10000")
    }
    let why = try folder.does("why", "Customer:10000")
    #expect(why.contains("more; --all shows them"), "\(why)")
    let all = try folder.does("why", "Customer:10000", "--all")
    #expect(!all.contains("more; --all"))
    #expect(all.split(separator: "\n").count > why.split(separator: "\n").count)
  }

  @Test("what failed in a job is told of it, though nothing fails any more")
  func met() throws {
    let folder = try DemoFolder.inStep(customers: 1)
    try folder.does("record", "change", "Customer", "10000", "Name=")
    let failed = try folder.run("run", "--now", "--only", "CUSTOMER")
    #expect(failed.status == 1, "\(failed.output)")
    try folder.does("record", "change", "Customer", "10000", "Name=Mended")
    try folder.does("sync", "CUSTOMER", "10000")
    #expect(try folder.does("errors").contains("no errors"))
    let job = try #require(
      try folder.answer(ListedJobs.self, "jobs", "CUSTOMER").jobs.first { $0.counters.failed == 1 })
    let told = try folder.run("jobs", "--id", "\(job.job)").output
    #expect(told.contains("the source is empty, and the mapping refuses that"), "\(told)")
  }

  /// The years in which currencies ran by schedule.
  private func years(_ folder: DemoFolder) throws -> Set<Substring> {
    let jobs = try folder.answer(ListedJobs.self, "jobs", "CURRENCY", "--all").jobs
    return Set(jobs.filter { $0.startedBy == "schedule" }.map { $0.started.prefix(4) })
  }

  /// In step, and currencies ran at a time when the clock stood two years ago.
  private func inStepLongAgo() throws -> DemoFolder {
    let folder = try DemoFolder.inStep(customers: 1)
    let run = try folder.run(
      "run", "--now", "--only", "CURRENCY", environment: ["MAPSYNC_CLOCK": Self.longAgo])
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(try years(folder).count == 1)
    return folder
  }
}
