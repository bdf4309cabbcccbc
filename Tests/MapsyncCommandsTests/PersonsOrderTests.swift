import Foundation
import Testing

@Suite("An order of a person is carried out, or answered with its reason and exit 1")
struct PersonsOrderTests {
  /// A customer that rests: both sides changed its name, and it failed twice.
  private func parked() throws -> DemoFolder {
    let folder = try DemoFolder.inStep(customers: 3)
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Adatum A").status == 0)
    #expect(try folder.run("record", "change", "account", "Adatum", "name=Adatum B").status == 0)
    for _ in 0..<2 { _ = try folder.run("run", "--now", "--only", "CUSTOMER") }
    #expect(try folder.run("skipped", "CUSTOMER").output.contains("10000"))
    return folder
  }

  @Test("a record that rests is synchronized in the direction that was said")
  func parkedOne() throws {
    let folder = try parked()
    let sync = try folder.run("sync", "CUSTOMER", "10000", "--direction", "to-sales")
    #expect(sync.status == 0, "\(sync.output)\(sync.error)")
    #expect(
      try folder.answer(ShownRecords.self, "record", "list", "account", "name=Adatum A").records
        .count == 1)
    #expect(!(try folder.run("skipped", "CUSTOMER").output.contains("10000")))
  }

  @Test("of several, one whose partner changed is left as it is, by name and with the reason")
  func several() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    #expect(try folder.run("record", "change", "account", "Adatum", "name=Adatum B").status == 0)
    let sync = try folder.run("sync", "CUSTOMER", "10000", "10010", "--direction", "to-sales")
    #expect(sync.status == 1)
    #expect(sync.output.contains("10000: its partner changed since"), "\(sync.output)")
    let preview = try folder.run(
      "sync", "CUSTOMER", "10000", "10010", "--direction", "to-sales", "--preview")
    #expect(preview.output.contains("10000 to-sales: skipped"), "\(preview.output)")
  }

  @Test("one that rests is left out of several, with the reason, and taken where it is named alone")
  func severalParked() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    // A name is what an account must have.
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=").status == 0)
    for _ in 0..<2 { _ = try folder.run("run", "--now", "--only", "CUSTOMER") }
    #expect(try folder.run("skipped", "CUSTOMER").output.contains("10000"))
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Mended").status == 0)
    let several = try folder.run("sync", "CUSTOMER", "10000", "10010", "--direction", "to-sales")
    #expect(several.status == 1)
    #expect(several.output.contains("10000: rests, since it failed twice"), "\(several.output)")
    let sync = try folder.run("sync", "CUSTOMER", "10000")
    #expect(sync.status == 0, "\(sync.output)")
    #expect(
      try folder.answer(ShownRecords.self, "record", "list", "account", "name=Mended").records
        .count == 1)
  }

  @Test("a partner is not created outside the filter, and the filter is named as the reason")
  func createOutsideFilter() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    let made = try folder.run(
      "record", "create", "Customer", "No.=99000", "Name=Late", "Blocked=All")
    #expect(made.status == 0, "\(made.error)")
    let create = try folder.run("create", "CUSTOMER", "99000", "10000")
    #expect(create.status == 1)
    #expect(create.output.contains("99000: is outside the mapping's filter"), "\(create.output)")
    #expect(
      create.output.contains(
        "filter: Blocked is 'All', and must be ' ' (mappings/CUSTOMER.yaml:8)"),
      "\(create.output)")
    #expect(create.output.contains("10000: is coupled already"))
    // What is there already was not left undone.
    #expect(try folder.run("create", "CUSTOMER", "10000").status == 0)
  }

  @Test("a record that rests uncoupled gets its partner where somebody says so")
  func createParked() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    let made = try folder.run("record", "create", "Customer", "No.=99000", "Name=")
    #expect(made.status == 0, "\(made.error)")
    for _ in 0..<2 { #expect(try folder.run("create", "CUSTOMER", "99000").status == 1) }
    #expect(try folder.run("skipped", "CUSTOMER").output.contains("99000"))
    #expect(try folder.run("record", "change", "Customer", "99000", "Name=Late").status == 0)
    let create = try folder.run("create", "CUSTOMER", "99000")
    #expect(create.status == 0, "\(create.output)")
    #expect(!(try folder.run("skipped", "CUSTOMER").output.contains("99000")))
  }

  @Test("what is not coupled cannot be uncoupled or synchronized; the others are")
  func notCoupled() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    #expect(try folder.run("uncouple", "CUSTOMER", "10000").status == 0)
    let again = try folder.run("uncouple", "CUSTOMER", "10000")
    #expect(again.status == 1)
    #expect(again.output == "'10000' of Customer is not coupled\n")
    let both = try folder.run("uncouple", "CUSTOMER", "10000", "10010")
    #expect(both.status == 1)
    #expect(both.output.contains("'10000' of Customer is not coupled"))
    #expect(try folder.couplings(of: "CUSTOMER") == 1)
    let sync = try folder.run("sync", "CUSTOMER", "10000", "--direction", "to-sales")
    #expect(sync.status == 1)
    #expect(sync.output.contains("10000: is not coupled; 'create' makes its partner"))
    let unsaid = try folder.run("sync", "CUSTOMER", "10000")
    #expect(unsaid.status == 1)
    #expect(unsaid.error.contains("is not coupled"))
    #expect(unsaid.output == "", "nothing ran before that was known")
  }

  @Test("what goes with a coupling is named, with a job of its own")
  func cascade() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    let uncouple = try folder.run("uncouple", "CUSTOMER", "--all")
    #expect(uncouple.status == 0, "\(uncouple.error)")
    #expect(uncouple.output.contains("CONTACT: went with the couplings of CUSTOMER [job"))
    #expect(try folder.run("jobs").output.contains("went with the couplings of CUSTOMER"))
  }
}

@Suite("A person's choice of a direction is about what that direction writes")
struct ChosenDirectionTests {
  /// In Sales somebody changed the name, and made the account inactive, which only goes to BC.
  private func changed() throws -> DemoFolder {
    let folder = try DemoFolder.inStep(customers: 2)
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Adatum A").status == 0)
    let account = try folder.run(
      "record", "change", "account", "Adatum", "name=Adatum B", "statecode=Inactive")
    #expect(account.status == 0, "\(account.error)")
    return folder
  }

  private func count(_ folder: DemoFolder, _ fields: String...) throws -> Int {
    let run = try MapsyncProcess(
      ["record", "list", "Customer"] + fields + ["--format", "json"], in: folder.root)
    return try JSONDecoder().decode(ShownRecords.self, from: Data(run.output.utf8)).records.count
  }

  @Test("so that a change which only comes from the other side goes on its way afterwards")
  func oneWay() throws {
    let folder = try changed()
    let sync = try folder.run("sync", "CUSTOMER", "10000", "--direction", "to-sales")
    #expect(sync.status == 0, "\(sync.output)")
    #expect(try count(folder, "Blocked=All") == 0, "the order was about Sales")
    #expect(try folder.run("run", "--now", "--only", "CUSTOMER").status == 0)
    #expect(try count(folder, "Blocked=All", "Name=Adatum A") == 1)
  }

  @Test(
    "also where the process was killed after its write", arguments: ["after-intent", "after-write"])
  func killed(at moment: String) throws {
    let folder = try changed()
    let killed = try folder.run(
      "sync", "CUSTOMER", "10000", "--direction", "to-sales",
      environment: ["MAPSYNC_KILL_AT": "\(moment):1"])
    #expect(killed.status == 9)
    _ = try folder.run("sync", "CUSTOMER", "10000", "--direction", "to-sales")
    #expect(try folder.run("run", "--now", "--only", "CUSTOMER").status == 0)
    #expect(try count(folder, "Blocked=All", "Name=Adatum A") == 1)
  }

  @Test("and what it wrote over is settled: a later change here is no conflict")
  func settled() throws {
    let folder = try DemoFolder.inStep(customers: 2)
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Adatum A").status == 0)
    #expect(try folder.run("record", "change", "account", "Adatum", "name=Adatum B").status == 0)
    #expect(
      try folder.run("sync", "CUSTOMER", "10000", "--direction", "to-sales").status == 0)
    #expect(try folder.run("record", "change", "Customer", "10000", "Name=Adatum C").status == 0)
    let run = try folder.run("run", "--now", "--only", "CUSTOMER")
    #expect(run.status == 0, "\(run.output)")
  }
}
