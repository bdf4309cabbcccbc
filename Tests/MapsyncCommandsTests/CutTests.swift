import Foundation
import Testing

@Suite("Text that is cut as a field map says")
struct CutTests {
  @Test("is noted with the record, its rule and its job")
  func noted() throws {
    let folder = try DemoFolder(customers: 1)
    let street = String(repeating: "Long Street ", count: 10)
    let created = try folder.run(
      "record", "create", "--side", "sales", "account", "name=Contoso", "customertypecode=Customer",
      "address1_line1=\(street)")
    #expect(created.status == 0, "\(created.error)")
    let coupled = try folder.run("create", "CUSTOMER", "Contoso")
    #expect(coupled.status == 0, "\(coupled.output)\(coupled.error)")
    let why = try folder.run("why", "account:Contoso")
    let line = why.output.split(separator: "\n").first { $0.contains(" cut by CUSTOMER to-bc") }
    let found = try #require(line, "\(why.output)")
    #expect(found.contains("address1_line1: 120 characters, 100 fit"), "\(found)")
    #expect(found.contains("(mappings/CUSTOMER.yaml:"), "\(found)")
    let jobs = try folder.run("jobs")
    #expect(jobs.output.contains("1 text was cut, as its field map says"), "\(jobs.output)")
    // What came back cut is never written back, and is not cut again.
    #expect(try folder.run("sync", "CUSTOMER").status == 0)
    let later = try folder.run("why", "account:Contoso")
    #expect(later.output.split(separator: "\n").filter { $0.contains(" cut by ") }.count == 1)
  }

  @Test("is noted where it is written, and not with each other change of its record")
  func once() throws {
    let folder = try DemoFolder.inStep(customers: 1)
    let street = String(repeating: "Long Street ", count: 10)
    try folder.does("record", "change", "account", "Adatum", "address1_line1=\(street)")
    #expect(try folder.does("sync", "CUSTOMER").contains("1 text was cut"))
    try folder.does("record", "change", "account", "Adatum", "telephone1=4711")
    #expect(!(try folder.does("sync", "CUSTOMER").contains("was cut")))
    let why = try folder.does("why", "account:Adatum")
    #expect(why.split(separator: "\n").filter { $0.contains(" cut by ") }.count == 1, "\(why)")
    // Another text is cut anew.
    try folder.does("record", "change", "account", "Adatum", "address1_line1=New \(street)")
    #expect(try folder.does("sync", "CUSTOMER").contains("1 text was cut"))
  }
}
