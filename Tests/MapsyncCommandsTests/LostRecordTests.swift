import Testing

@Suite("What is gone is asked about by the name that it had")
struct LostRecordTests {
  private func partedFolder() throws -> DemoFolder {
    let folder = try DemoFolder(customers: 3)
    try folder.edit { $0 + "mappings:\n  CUSTOMER: { conflict: { delete: uncouple } }\n" }
    try folder.does("full")
    try folder.does("record", "delete", "Customer", "10000")
    try folder.does("run", "--now", "--only", "CUSTOMER")
    return folder
  }

  @Test("a record whose coupling went with it, by its key, in any way in which a record is named")
  func parted() throws {
    let folder = try partedFolder()
    for words in [["Customer:10000"], ["CUSTOMER", "10000"], ["CUSTOMER:10000"]] {
      let why = try MapsyncProcess(["why"] + words, in: folder.root)
      #expect(why.status == 0, "\(words): \(why.error)")
      #expect(why.output.hasPrefix("Customer:10000 ("), "\(words): \(why.output)")
      #expect(why.output.contains("\nis gone\n"), "\(words): \(why.output)")
      #expect(why.output.contains("uncoupled by CUSTOMER to-sales"), "\(words): \(why.output)")
      #expect(why.output.contains("created by CUSTOMER to-sales"), "\(words): \(why.output)")
    }
    // Of another table it is none.
    for other in ["Vendor:10000", "account:10000", "Customer:10099"] {
      #expect(try folder.run("why", other).status == 2, "\(other)")
    }
  }

  @Test("of two that had one key after the other, the last")
  func twice() throws {
    let folder = try partedFolder()
    try folder.does("record", "create", "Customer", "No.=10000", "Name=Second")
    try folder.does("create", "CUSTOMER", "10000")
    let second = try folder.answer(WhoIs.self, "why", "Customer:10000").record.id
    try folder.does("record", "delete", "Customer", "10000")
    try folder.does("run", "--now", "--only", "CUSTOMER")
    let last = try folder.answer(WhoIs.self, "why", "CUSTOMER", "10000").record
    #expect(last.id == second && !last.exists)
  }

  @Test("one that was never coupled, by what it was called when a job met it")
  func neverCoupled() throws {
    let folder = try DemoFolder.inStep(customers: 1)
    try folder.does("record", "create", "Customer", "No.=99000", "Name=")
    #expect(try folder.run("create", "CUSTOMER", "99000").status == 1)
    try folder.does("record", "delete", "Customer", "99000")
    _ = try folder.run("run", "--now", "--only", "CUSTOMER")
    let why = try folder.does("why", "Customer:99000")
    #expect(why.contains("is gone") && why.contains("failed by CUSTOMER to-sales"), "\(why)")
  }

  private struct WhoIs: Decodable {
    struct Record: Decodable {
      let id: String
      let exists: Bool
    }

    let record: Record
  }
}
