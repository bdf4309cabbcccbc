import Foundation
import Testing

@Suite("A full synchronization that was stopped, and one that is watched")
struct UnfinishedRunTests {
  private let only = ["full", "--only", "CUSTOMER", "--fully", "CUSTOMER"]

  /// A folder in which nothing keeps a customer waiting.
  private func ready(customers: Int) throws -> DemoFolder {
    let folder = try DemoFolder(customers: customers)
    let first = try folder.run(
      "full", "--only", "CURRENCY,PAYMENT TERMS,SHIPMENT METHOD,SHIPPING AGENT,SALESPEOPLE")
    #expect(first.status == 0, "\(first.output)\(first.error)")
    return folder
  }

  /// A run of customers that was killed after its first page.
  private func stopped(customers: Int = 3) throws -> DemoFolder {
    let folder = try ready(customers: customers)
    let killed = try MapsyncProcess(
      only, in: folder.root, environment: ["MAPSYNC_KILL_AT": "after-coupling:1"])
    #expect(killed.status == 9, "\(killed.error)")
    return folder
  }

  @Test("another one is refused until somebody says whether that goes on or is given up")
  func refused() throws {
    let folder = try stopped()
    for arguments in [["full"], only] {
      let run = try MapsyncProcess(arguments, in: folder.root)
      #expect(run.isRefused("run 2, begun 20", "is not finished", "--resume", "--anew"))
    }
    #expect(try folder.answer(ToldRun.self, "status").run == 2, "no other run was begun")
    #expect(try folder.run("full", "--review").status == 0)
    let resumed = try folder.run("full", "--resume")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.error)")
    #expect(try folder.run("full").status == 0)
  }

  @Test("a run that is given up stays told as what it was, and the new one does all")
  func anew() throws {
    let folder = try stopped()
    let anew = try folder.run("full", "--anew")
    #expect(anew.status == 0, "\(anew.output)\(anew.error)")
    #expect(try folder.couplings(of: "CUSTOMER") == 3)
    #expect(try folder.run("status", "2").output.contains("given up 20"))
    #expect(try folder.run("status").output.contains("run 3"))
    #expect(!anew.error.contains("no run was stopped"), "\(anew.error)")
    // Nothing is left to be given up.
    #expect(try folder.run("full").status == 0)
    let again = try folder.run("full", "--anew")
    #expect(again.status == 0 && again.error.contains("no run was stopped"), "\(again.error)")
    #expect(try folder.run("full", "--resume", "--anew").status == 2)
  }

  @Test("its status is that of its last page, whoever asks")
  func pages() throws {
    let folder = try stopped(customers: 1200)
    #expect(try folder.answer(ToldRun.self, "status").done("CUSTOMER") == 1000)
    let resumed = try folder.run("full", "--resume")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.error)")
    #expect(try folder.answer(ToldRun.self, "status").done("CUSTOMER") == 1200)
  }

  @Test("so is that of a line that only matches")
  func matchedPages() throws {
    let folder = try ready(customers: 1200)
    #expect(try MapsyncProcess(only, in: folder.root).status == 0)
    #expect(try folder.run("uncouple", "CUSTOMER", "--all").status == 0)
    let killed = try MapsyncProcess(
      ["full", "--only", "CUSTOMER"], in: folder.root,
      environment: ["MAPSYNC_KILL_AT": "after-coupling:2"])
    #expect(killed.status == 9, "\(killed.error)")
    #expect(try folder.answer(ToldRun.self, "status").done("CUSTOMER") == 1000)
    let resumed = try folder.run("full", "--resume")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.error)")
    #expect(try folder.couplings(of: "CUSTOMER") == 1200)
  }
}

@Suite("A review says only what is so")
struct ReviewReasonTests {
  private struct Review: Decodable {
    struct Line: Decodable {
      let mapping: String
      let recommendation: String
      let reason: String
    }

    let lines: [Line]

    func line(_ mapping: String) -> String {
      lines.first { $0.mapping == mapping }.map { "\($0.recommendation): \($0.reason)" } ?? ""
    }
  }

  private func review(_ folder: DemoFolder) throws -> Review {
    try folder.answer(Review.self, "full", "--review")
  }

  @Test("of records that are coupled, and of those that are left")
  func coupled() throws {
    let folder = try DemoFolder(customers: 3)
    let first = try review(folder)
    #expect(
      first.line("CURRENCY")
        == "full: only Business Central holds records, besides what every Sales organization has")
    #expect(try folder.run("full").status == 0)
    let second = try review(folder)
    #expect(
      second.line("CUSTOMER")
        == "couple: 3 pairs are coupled, and no record is left without a partner: what failed is "
        + "tried again")
    let customer = try folder.run("record", "create", "Customer", "No.=99000", "Name=Late")
    #expect(customer.status == 0, "\(customer.error)")
    #expect(
      try review(folder).line("CUSTOMER")
        == "full: 3 pairs are coupled, and only Business Central holds others")
    let account = try folder.run(
      "record", "create", "account", "name=Other", "customertypecode=Customer")
    #expect(account.status == 0, "\(account.error)")
    #expect(
      try review(folder).line("CUSTOMER").hasPrefix(
        "couple: 3 pairs are coupled, and both sides hold others: match them"))
  }

  @Test("of records that do not go where there are none")
  func otherWay() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    let review = try review(folder)
    #expect(
      review.line("PLHEADER-PRICE")
        == "nothing: only Sales holds records, which do not go to Business Central")
    #expect(review.line("RESOURCE UOM").hasPrefix("nothing: "))
  }
}
