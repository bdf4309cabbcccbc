import Foundation
import Testing

@Suite("What becomes of records whose partner is gone is said, and stands in the history")
struct LostPartnerCommandTests {
  /// An account without its customer, a customer without its account, and a pair that is gone.
  private func bereft() throws -> DemoFolder {
    let folder = try DemoFolder.inStep(customers: 4)
    let deeds = [
      ["delete", "account", "Adatum"], ["delete", "Customer", "10010"],
      ["delete", "account", "Bellows College"], ["delete", "Customer", "10020"],
    ]
    for deed in deeds {
      let done = try MapsyncProcess(["record"] + deed, in: folder.root)
      #expect(done.status == 0, "\(deed): \(done.error)")
    }
    return folder
  }

  @Test("what is deleted is counted, named and kept as a job")
  func deleted() throws {
    let folder = try bereft()
    let run = try folder.run("skipped", "CUSTOMER", "--find-deleted", "--then", "delete")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(
      run.output.contains("deleted from 'Customer', since their partners were gone: 10000"),
      "\(run.output)")
    #expect(
      run.output.contains(
        "deleted from 'account', since their partners were gone: Alpine Ski House"))
    #expect(run.output.contains("both records were deleted: 10020"))
    let jobs = try folder.answer(ListedJobs.self, "jobs").jobs
    let deletions = jobs.filter { $0.message?.hasPrefix("deleted from") == true }
    #expect(deletions.map(\.counters.deleted) == [1, 1])
    #expect(deletions.map(\.counters.uncoupled) == [1, 1])
    let ended = jobs.first { $0.message?.hasPrefix("both records were deleted") == true }
    #expect(ended?.counters.uncoupled == 1)
    let again = try folder.run("skipped", "CUSTOMER", "--find-deleted", "--then", "delete")
    #expect(again.output == "nothing to do\n")
    #expect(again.status == 0)
  }

  @Test("what happened to them is told by their ids when all else is gone")
  func remembered() throws {
    let folder = try bereft()
    let before = try folder.run("why", "Customer:10000", "--format", "json")
    let id = try #require(before.output.firstMatch(of: #/"id"\s*:\s*"([0-9a-fA-F-]{36})"/#)).1
    _ = try folder.run("skipped", "CUSTOMER", "--find-deleted", "--then", "delete")
    let after = try folder.run("why", String(id))
    #expect(after.status == 0, "\(after.error)")
    #expect(after.output.contains("deleted"), "\(after.output)")
    let none = try folder.run("why", "00000000-0000-0000-0000-00000000abcd")
    #expect(none.status == 2)
    #expect(none.error.contains("neither a coupling nor the history does"))
  }

  @Test("a coupling of which both sides are gone goes, and that is said too")
  func bothGone() throws {
    let folder = try bereft()
    let run = try folder.run("skipped", "CUSTOMER", "--find-deleted")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("both records were deleted: 10020"), "\(run.output)")
    #expect(run.output.contains("10000") && run.output.contains("10010"))
    // As 'errors' calls it.
    let found = try folder.answer(ToldJobs.self, "skipped", "CUSTOMER").entries
    #expect(Set(found.map(\.record)) == ["10000", "Alpine Ski House"])
  }

  @Test("what the system does not let go keeps its coupling, with its reason and exit 1")
  func refused() throws {
    let folder = try DemoFolder.inStep(customers: 1)
    #expect(try folder.run("record", "delete", "account", "Adatum").status == 0)
    // Each write fails on its way, before or after its effect.
    let run = try folder.run(
      "skipped", "CUSTOMER", "--find-deleted", "--then", "delete",
      environment: ["MAPSYNC_FAULTS": "1:1"])
    #expect(run.status == 1, "\(run.output)\(run.error)")
    #expect(run.output.contains("10000: "), "\(run.output)")
    #expect(try folder.couplings(of: "CUSTOMER") == 1)
  }
}
