import Foundation
import GRDB
import Testing

@Suite("A value that cannot be read is that record's alone, and can be mended")
struct DamagedValueTests {
  private struct Answer: Decodable {
    struct Record: Decodable {
      let id: String
      let fields: [String: String]
      let damage: String?
    }

    let count: Int
    let records: [Record]
  }

  @Test("record list shows the others and names it, record show shows the rest of it")
  func damaged() throws {
    let folder = try DemoFolder(customers: 3)
    let queue = try DatabaseQueue(path: folder.path("data/bc.sqlite").path)
    try queue.write {
      try $0.execute(
        sql: "UPDATE Customer SET \"Credit Limit (LCY)\" = x'8000' WHERE \"No.\" = '10000'")
    }
    try queue.close()
    let said = "'Credit Limit (LCY)' holds x'8000' (2 bytes), which is no decimal(4)"
    let listed = try folder.run("record", "list", "Customer")
    #expect(listed.status == 1, "\(listed.error)")
    #expect(listed.error.contains(said))
    for name in ["Adatum", "Alpine Ski House", "Bellows College"] {
      #expect(listed.output.contains(name), "\(listed.output)")
    }
    let answer = try folder.answer(Answer.self, "record", "list", "Customer")
    let damaged = answer.records.filter { $0.damage != nil }
    #expect(answer.count == 3 && damaged.map { $0.fields["No."] } == ["10000"])
    #expect(listed.error.contains(damaged[0].id))
    let shown = try folder.run("record", "show", "Customer", "10000")
    #expect(shown.status == 1 && shown.error.contains(said))
    #expect(shown.output.contains("Adatum") && !shown.output.contains("Credit Limit (LCY)"))
    let mended = try folder.run("record", "change", "Customer", "10000", "Credit Limit (LCY)=500")
    #expect(mended.status == 0, "\(mended.error)")
    #expect(try folder.run("record", "show", "Customer", "10000").status == 0)
    #expect(try folder.run("record", "list", "Customer").status == 0)
  }

  @Test("an option that an open field does not have is an error of its record, and of no other")
  func option() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    let queue = try DatabaseQueue(path: folder.path("data/sales.sqlite").path)
    try queue.write {
      try $0.execute(sql: "UPDATE account SET paymenttermscode = 77 WHERE name = 'Adatum'")
    }
    try queue.close()
    for (name, street) in [("Adatum", "z"), ("Alpine Ski House", "y")] {
      let edit = try folder.run("record", "change", "account", name, "address1_line2=\(street)")
      #expect(edit.status == 0, "\(edit.error)")
    }
    #expect(try folder.run("sync", "CUSTOMER").status == 1)
    let errors = try folder.run("errors").output
    #expect(
      errors.contains(
        "'paymenttermscode' holds 77, which is no option that 'paymenttermscode' has"),
      "\(errors)")
    let streets = try folder.answer(Answer.self, "record", "list", "Customer").records
      .map { $0.fields["Address 2"] }
    #expect(streets.contains("y") && !streets.contains("z"))
    let mended = try folder.run("record", "change", "account", "Adatum", "paymenttermscode=1")
    #expect(mended.status == 0, "\(mended.error)")
    // An option that is one, and is not coupled, is told by its label.
    #expect(try folder.run("uncouple", "PAYMENT TERMS", "--all").status == 0)
    _ = try folder.run("sync", "CUSTOMER")
    let held = try folder.run("errors", "--held").output
    #expect(!held.contains("6f707469"), "\(held)")
  }
}
