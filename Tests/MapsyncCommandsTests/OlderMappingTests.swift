import Foundation
import Testing

/// A mapping that was changed, as a person meets it: everything says so, and one command rolls it out
/// (docs/language.md#when-a-mapping-has-changed).
@Suite("A changed mapping is rolled out")
struct OlderMappingTests {
  struct Why: Decodable {
    struct Mapping: Decodable {
      struct Coupling: Decodable {
        let older: [String]
      }

      let mapping: String
      let coupling: Coupling?
    }

    let mappings: [Mapping]

    var older: [String]? { mappings.first { $0.mapping == "CUSTOMER" }?.coupling?.older }
  }

  /// Customers in step whose accounts belong to teams; from then on to people.
  private static func changed(customers: Int = 12) throws -> DemoFolder {
    let folder = try DemoFolder(customers: customers)
    try folder.edit { $0.replacing("- person-ownership", with: "- team-ownership") }
    let full = try folder.run("full")
    #expect(full.status == 0, "\(full.output)\(full.error)")
    #expect(try older(folder) == 0)
    try folder.edit { $0.replacing("- team-ownership", with: "- person-ownership") }
    #expect(try folder.run("match", "SALESPEOPLE").status == 0)
    return folder
  }

  private static func older(_ folder: DemoFolder) throws -> Int? {
    try folder.answer(ListedMappings.self, "mappings")["CUSTOMER"]?.older
  }

  private static let sentence =
    "12 couplings were written by an older CUSTOMER: 'mapsync full --older CUSTOMER' brings them up to date"

  @Test("'mappings', 'status', 'why' and the preview say what an older one wrote")
  func told() throws {
    let folder = try Self.changed()
    #expect(try Self.older(folder) == 12)
    for command in [["mappings"], ["mappings", "CUSTOMER"], ["status"]] {
      let told = try MapsyncProcess(command, in: folder.root)
      #expect(told.output.contains(Self.sentence), "\(command): \(told.output)")
      let narrow = try MapsyncProcess(command, in: folder.root, environment: ["COLUMNS": "80"])
      #expect(
        narrow.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(narrow.output)")
    }
    #expect(try folder.run("sync", "CUSTOMER", "--preview").output.contains(Self.sentence))
    #expect(try folder.answer(Why.self, "why", "Customer:10000").older == ["to-sales"])
    let why = try folder.run("why", "Customer:10000").output
    #expect(why.contains("was written to-sales by an older CUSTOMER"), "\(why)")
    let preview = try folder.run(
      "sync", "CUSTOMER", "10000", "--direction", "to-sales", "--preview"
    ).output
    #expect(preview.contains("was written by an older CUSTOMER"), "\(preview)")
    #expect(preview.contains("ownerid"))
  }

  @Test("the review tells what 'full --older' does, which then writes that and nothing else")
  func rolledOut() throws {
    let folder = try Self.changed()
    let review = try folder.run("full", "--older", "CUSTOMER", "--review")
    #expect(review.status == 0, "\(review.error)")
    #expect(review.output.contains("ownerid"), "\(review.output)")
    #expect(try Self.older(folder) == 12, "a review changes nothing")
    let run = try folder.run("full", "--older", "CUSTOMER")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    let jobs = try folder.answer(ListedJobs.self, "jobs").jobs
    let job = try #require(jobs.first { $0.counters.modified + $0.counters.unchanged == 12 })
    #expect(job.mapping == "CUSTOMER" && job.direction == "to-sales")
    #expect(job.counters.modified > 0, "some customers have salespeople")
    #expect(try Self.older(folder) == 0)
    #expect(try folder.answer(Why.self, "why", "Customer:10000").older == [])
    let again = try folder.run("full", "--older", "CUSTOMER")
    #expect(again.output == "no coupling was written by an older CUSTOMER\n")
    let preview = try folder.run(
      "sync", "CUSTOMER", "10000", "--direction", "to-sales", "--preview")
    #expect(!preview.output.contains("ownerid"), "\(preview.output)")
  }

  @Test("one whose partner changed, and which the mapping leaves alone, is up to date")
  func partnerOutside() throws {
    let folder = try DemoFolder(customers: 3)
    try folder.edit {
      $0.replacing("- person-ownership", with: "- team-ownership")
        + "\nmappings: { CUSTOMER: { outside-filter: skip } }\n"
    }
    #expect(try folder.run("full").status == 0)
    try folder.edit { $0.replacing("- team-ownership", with: "- person-ownership") }
    try folder.does("match", "SALESPEOPLE")
    try folder.does("record", "change", "account", "Adatum", "statecode=Inactive")
    let review = try folder.does("full", "--older", "CUSTOMER", "--review")
    #expect(review.tableRow("CUSTOMER")["OLDER"] == "3", "\(review)")
    #expect(review.tableRow("CUSTOMER")["LATER"] == nil, "none comes back first: \(review)")
    let run = try folder.run("full", "--older", "CUSTOMER")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(!run.error.contains("is still of an older"), "\(run.error)")
    #expect(try Self.older(folder) == 0)
  }

  @Test("scheduled runs do not do it, but what they write is up to date")
  func scheduled() throws {
    let folder = try Self.changed()
    #expect(try folder.run("run", "--now").status == 0)
    #expect(try Self.older(folder) == 12)
    let edit = try folder.run("record", "change", "Customer", "10000", "City=Leeds")
    #expect(edit.status == 0, "\(edit.error)")
    #expect(try folder.run("run", "--now").status == 0)
    #expect(try Self.older(folder) == 11)
    #expect(try folder.answer(Why.self, "why", "Customer:10000").older == [])
  }

  @Test("a mapping that is what it was again has nothing older but what was written meanwhile")
  func takenBack() throws {
    let folder = try Self.changed()
    let sync = try folder.run("sync", "CUSTOMER", "10000", "--direction", "to-sales")
    #expect(sync.status == 0, "\(sync.output)")
    #expect(try Self.older(folder) == 11)
    try folder.edit { $0.replacing("- person-ownership", with: "- team-ownership") }
    #expect(try Self.older(folder) == 1)
  }

  @Test(
    "killed at any moment and begun again, it ends as if nothing had been",
    arguments: ["after-intent:1", "after-write:1", "after-coupling:1", "after-intent:2"])
  func killed(at moment: String) throws {
    let folder = try Self.changed(customers: 30)
    let killed = try folder.run(
      "full", "--older", "CUSTOMER", environment: ["MAPSYNC_KILL_AT": moment])
    #expect(killed.status != 0 || moment == "after-intent:2")
    // As many as there are, or a page of them: nothing is lost, and nothing counts twice.
    #expect(try folder.run("full", "--older", "CUSTOMER").status == 0)
    #expect(try Self.older(folder) == 0)
    #expect(try folder.run("errors").output.contains("CUSTOMER") == false)
    let run = try folder.run("run", "--now")
    #expect(run.status == 0, "\(run.output)")
    #expect(try folder.run("full", "--older", "CUSTOMER").output.hasPrefix("no coupling"))
  }

  @Test("a document takes no part, and says so")
  func document() throws {
    let folder = try DemoFolder(customers: 1)
    let run = try folder.run("full", "--older", "QUOTE")
    #expect(run.status == 2)
    #expect(run.error.contains("QUOTE takes no part"))
    #expect(try folder.run("full", "--older", "CUSTOMER", "--resume").status != 0)
    let terms = try folder.run("full", "--older", "CUSTOMER,PAYMENT TERMS")
    #expect(terms.status == 0, "\(terms.error)")
    #expect(terms.output.contains("no coupling was written by an older PAYMENT TERMS"))
  }
}
