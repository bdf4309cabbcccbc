import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Companies of Business Central keep to themselves")
struct CompanyTests {
  private static let tables = [
    TableDescription(
      .bc, "Customer", key: ["No."],
      fields: [
        FieldDescription("No.", .code(length: 20), required: true, default: .numberSeries),
        FieldDescription("Name", .text(length: 100)),
        FieldDescription(
          "Bill-to", .code(length: 20), refersTo: [ReferenceDescription("Customer")]),
      ])
  ]

  private let file = TemporaryFile()

  @Test("a record of another one is not found, changed or deleted, and no reference reaches it")
  func scope() throws {
    let system = try EmbeddedSystem(path: file.path, side: .bc, tables: Self.tables)
    let (own, other) = (try system.createCompany("Own"), try system.createCompany("Other"))
    let id = try system.create("Customer", ["No.": .text("C1")], company: own).get()
    #expect(try system.find("Customer", company: other) == [])
    #expect(try system.change("Customer", id, ["Name": .text("X")], company: other).get() == false)
    #expect(try system.delete("Customer", id, company: other).get() == false)
    #expect(throws: Refusal.self) {
      try system.create("Customer", ["Bill-to": .text("C1")], company: other).get()
    }
    _ = try system.create("Customer", ["Bill-to": .text("C1")], company: own).get()
    #expect(try system.change("Customer", id, ["Name": .text("X")], company: own).get())
  }

  @Test("each has its own numbers, which skip those that people took")
  func numbers() throws {
    let system = try EmbeddedSystem(path: file.path, side: .bc, tables: Self.tables)
    let (own, other) = (try system.createCompany("Own"), try system.createCompany("Other"))
    _ = try system.create("Customer", ["No.": .text("CUST00002")], company: own).get()
    func next(_ company: Company) throws -> Value? {
      try system.record(
        "Customer", try system.create("Customer", [:], company: company).get())?["No."]
    }
    #expect(try next(own) == .text("CUST00001"))
    #expect(try next(own) == .text("CUST00003"))
    #expect(try next(other) == .text("CUST00001"))
  }

  @Test(
    "a table that nobody knows has numbers of its own, as long as its key has room",
    arguments: [
      ("Loaner Unit", 20, "LU00001", "LU00002"), ("Machine", 10, "MAC00001", "MAC00002"),
      ("Machine", 6, "M00001", "M00002"), ("Machine", 3, "001", "002"),
    ])
  func unknown(table: String, length: Int, first: String, second: String) throws {
    let file = TemporaryFile()
    let number = FieldDescription(
      "No.", .code(length: length), required: true, default: .numberSeries)
    let again = FieldDescription("Label", .code(length: 20), default: .numberSeries)
    let tables = [TableDescription(.bc, table, key: ["No."], fields: [number, again])]
    // A company may be older than a table.
    let company = try EmbeddedSystem(path: file.path, side: .bc, tables: []).createCompany("Own")
    let system = try EmbeddedSystem(path: file.path, side: .bc, tables: tables)
    var numbers: [Value?] = []
    for _ in 0..<2 {
      let record = try system.record(
        table, try system.create(table, [:], company: company).get())
      numbers.append(record?["No."])
      #expect(record?["Label"] != nil)
    }
    #expect(numbers == [.text(first), .text(second)])
  }
}
