import Foundation
import Testing

@Suite("A record's way through the commands")
struct RecordJourneyTests {
  @Test("created, previewed, synchronized, asked about and uncoupled")
  func journey() throws {
    let folder = try DemoFolder(customers: 3)
    _ = try folder.run("full", "--only", "CURRENCY,PAYMENT TERMS")
    let created = try folder.run("create", "CUSTOMER", "10000")
    #expect(created.status == 0, "\(created.output)\(created.error)")
    let changed = try folder.run("record", "change", "Customer", "10000", "Name=Adatum Ltd")
    #expect(changed.status == 0, "\(changed.error)")

    let preview = try folder.run("sync", "CUSTOMER", "10000", "--preview")
    #expect(preview.output.contains("Adatum Ltd"))
    #expect(preview.output.contains("suggested: to-sales (of to-sales, to-bc, merge)"))
    let before = try folder.run("record", "list", "account", "name=Adatum Ltd")
    #expect(!before.output.contains("Adatum Ltd"))

    #expect(try folder.run("sync", "CUSTOMER", "10000").status == 0)
    let after = try folder.run("record", "list", "account", "name=Adatum Ltd")
    #expect(after.output.contains("Adatum Ltd"))

    let why = try folder.run("why", "Customer:10000")
    #expect(why.status == 0, "\(why.error)")
    #expect(why.output.contains("is coupled with account:Adatum Ltd, in step"))
    #expect(why.output.contains("created by CUSTOMER to-sales"))

    #expect(try folder.run("uncouple", "CUSTOMER", "10000").status == 0)
    #expect(try folder.run("why", "Customer:10000").output.contains("is not coupled"))

    #expect(
      try folder.run("record", "change", "Customer", "10000", "Blocked=Ship").status == 0)
    let coupled = try folder.run("couple", "CUSTOMER", "10000", "Adatum Ltd")
    #expect(coupled.output.contains("outside the filter of CUSTOMER"), "\(coupled.output)")
    #expect(coupled.output.contains("of which Blocked is 'Ship', and must be ' ' (mappings/"))
    #expect(
      try folder.run("why", "Customer:10000").output.contains("coupled by CUSTOMER: by hand"))
  }

  @Test("under another key it stays coupled, and takes along what names it")
  func renamed() throws {
    let folder = try DemoFolder(customers: 2)
    #expect(try folder.run("full").status == 0)
    let term = try folder.run("record", "change", "Payment Terms", "14D", "Code=14T")
    #expect(term.status == 0, "\(term.error)")
    let customers = try folder.run("record", "list", "Customer", "Payment Terms Code=14T")
    #expect(customers.output.contains("10000"), "\(customers.output)")
    let number = try folder.run("record", "change", "Customer", "10000", "No.=10099")
    #expect(number.status == 0, "\(number.error)")
    let people = try folder.run("record", "list", "Contact", "Business Partner=10099")
    #expect(!people.output.contains("no such records"), "\(people.output)")
    #expect(try folder.run("sync", "PAYMENT TERMS").status == 0)
    #expect(try folder.run("sync", "CUSTOMER").status == 0)
    #expect(try folder.run("sync", "CONTACT").status == 0)
    let why = try folder.run("why", "Customer:10099")
    #expect(why.output.contains("is coupled with account:Adatum"), "\(why.output)")
    let taken = try folder.run("record", "change", "Customer", "10099", "No.=10010")
    #expect(taken.status == 1)
    #expect(taken.error.contains("Customer '10010' exists already"))
  }

  @Test("a held record names what it waits for, with the mapping's line")
  func held() throws {
    let folder = try DemoFolder(customers: 1)
    _ = try folder.run("uncouple", "SALESPEOPLE", "--all")
    let created = try folder.run("create", "CUSTOMER", "10000")
    #expect(created.status == 0)
    let why = try folder.run("why", "10000")
    #expect(why.output.contains("waits for"), "\(why.output)")
    #expect(why.output.contains("mappings/CUSTOMER.yaml:"))
    #expect(why.output.contains("still not coupled"))
  }

  @Test("a code that was given to somebody else is that one's, as the next run has it")
  func givenAgain() throws {
    let folder = try DemoFolder(customers: 1)
    for arguments in [
      ["change", "Salesperson/Purchaser", "JO", "Code=JX"],
      ["create", "Salesperson/Purchaser", "Code=JO", "Name=Jane Roe"],
      ["change", "Customer", "10000", "Salesperson Code=JO"],
    ] {
      let run = try MapsyncProcess(["record"] + arguments, in: folder.root)
      #expect(run.status == 0, "\(run.error)")
    }
    #expect(try folder.run("why", "Salesperson/Purchaser:JX").output.contains("is coupled with"))
    #expect(try folder.run("why", "Salesperson/Purchaser:JO").output.contains("is not coupled"))
    #expect(try folder.run("create", "CUSTOMER", "10000").output.contains("held"))
    let why = try folder.run("why", "Customer:10000").output
    #expect(why.contains("waits for 'JO' of SALESPEOPLE, which is not coupled"), "\(why)")
    #expect(why.contains("Salesperson/Purchaser:JO, which is still not coupled"), "\(why)")
    // The old code of a record that has another one now.
    let renamed = try MapsyncProcess(
      ["record", "change", "Salesperson/Purchaser", "JO", "Code=JZ"], in: folder.root)
    #expect(renamed.status == 0, "\(renamed.error)")
    let old = try folder.run("why", "Salesperson/Purchaser:JO")
    #expect(old.output.contains("Salesperson/Purchaser:JX"), "\(old.output)\(old.error)")
  }

  @Test("a deleted partner is found and restored")
  func restored() throws {
    let folder = try DemoFolder(customers: 2)
    #expect(try folder.run("full").status == 0)
    #expect(try folder.run("record", "delete", "account", "Adatum").status == 0)
    let found = try folder.run("skipped", "CUSTOMER", "--find-deleted")
    #expect(found.output.contains("was deleted"))
    let restored = try folder.run("skipped", "CUSTOMER", "--find-deleted", "--then", "restore")
    #expect(restored.status == 0, "\(restored.output)\(restored.error)")
    let list = try folder.run("record", "list", "account", "name=Adatum")
    #expect(list.output.contains("Adatum"))
  }
}
