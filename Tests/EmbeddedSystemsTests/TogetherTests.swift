import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Records that are one state together")
struct TogetherTests {
  private static func code(_ name: String, to tables: String...) -> FieldDescription {
    FieldDescription(
      name, .code(length: 20), refersTo: tables.map { ReferenceDescription($0) })
  }

  private static let number = FieldDescription(
    "No.", .code(length: 20), required: true, default: .numberSeries)
  private static let name = FieldDescription("Name", .text(length: 100))
  private static let tables = [
    TableDescription(
      .bc, "Customer", key: ["No."],
      fields: [
        number, name, code("Currency Code", to: "Currency"),
        code("Primary Contact No.", to: "Contact"),
      ]),
    TableDescription(.bc, "Currency", key: ["Code"], fields: [code("Code")]),
    TableDescription(
      .bc, "Contact", key: ["No."],
      fields: [
        number, name,
        FieldDescription("Type", .option, options: [.init("Company", 0), .init("Person", 1)]),
        code("Company No.", to: "Contact"),
        FieldDescription(
          "Business Partner", .code(length: 20), refersTo: [ReferenceDescription("Customer")],
          computed: true, sets: ["Company No."]),
      ]),
    TableDescription(
      .bc, "Order", key: ["No."],
      fields: [code("No."), code("Customer No.", to: "Customer")]),
    TableDescription(
      .bc, "Order Line", key: ["Order No.", "Line No."],
      fields: [
        code("Order No.", to: "Order"), FieldDescription("Line No.", .integer, default: .nextLine),
      ], parent: ParentDescription("Order", by: [KeyPair("No.", "Order No.")])),
  ]

  /// An order of a customer whose primary contact is its own.
  private static let state: [(String, [String: Value])] = [
    ("Order Line", ["Order No.": .text("O1")]),
    ("Order Line", ["Order No.": .text("O1"), "Line No.": .integer(10_000)]),
    ("Order", ["No.": .text("O1"), "Customer No.": .text("C1")]),
    (
      "Customer",
      [
        "No.": .text("C1"), "Name": .text("Adatum"), "Currency Code": .text("EUR"),
        "Primary Contact No.": .text("P1"),
      ]
    ),
    ("Customer", ["Name": .text("Fabrikam")]),
    ("Customer", ["No.": .text("CUST00001"), "Name": .text("Contoso")]),
    (
      "Contact",
      [
        "No.": .text("P1"), "Type": .option(OptionValue(1)), "Business Partner": .text("C1"),
      ]
    ),
    ("Currency", ["Code": .text("eur")]),
  ]

  private let file = TemporaryFile()

  private func made(_ records: [(String, [String: Value])]) throws -> (EmbeddedSystem, Company) {
    let system = try EmbeddedSystem(path: file.path, side: .bc, tables: Self.tables)
    let company = try system.createCompany("CRONUS")
    try system.create(
      together: records.map { StatedRecord($0.0, id: system.newID(), $0.1) }, company: company
    ).get()
    return (system, company)
  }

  @Test("come to the same in every order", arguments: 0..<16)
  func orders(turn: Int) throws {
    let half = Array(Self.state[(turn % 8)...] + Self.state[..<(turn % 8)])
    let (system, company) = try made(turn < 8 ? half : half.reversed())
    func record(_ table: String, _ key: [String: Value]) throws -> [String: Value] {
      let id = try #require(try system.find(table, key, company: company).first)
      return try #require(try system.record(table, id))
    }
    let customer = try record("Customer", ["Name": .text("Adatum")])
    #expect(customer["Primary Contact No."] == .text("P1"))
    #expect(customer["Currency Code"] == .text("EUR"))
    let person = try record("Contact", ["No.": .text("P1")])
    let company1 = try record("Contact", ["Name": .text("Adatum")])
    #expect(person["Company No."] == company1["No."])
    #expect(try record("Customer", ["Name": .text("Fabrikam")])["No."] == .text("CUST00002"))
    #expect(try system.find("Contact", company: company).count == 4)
    let lines = try system.find("Order Line", company: company).compactMap {
      try system.record("Order Line", $0)?["Line No."]?.integer
    }
    #expect(lines.sorted() == [10_000, 20_000])
  }

  @Test("refer to nothing that is not among them and was not there")
  func missing() throws {
    let sentence =
      "Customer 'C1': field 'Currency Code' refers to Currency 'EUR', which does not exist"
    #expect(throws: Refusal(sentence)) {
      try made(Self.state.filter { $0.0 != "Currency" })
    }
    let (system, company) = try made([])
    #expect(try system.find("Customer", company: company) == [])
  }

  @Test("leave a customer the company contact that is stated with it")
  func relation() throws {
    let (system, company) = try made([
      (
        "Contact Business Relation",
        [
          "Contact No.": .text("CO"), "Business Relation Code": .text("CUST"),
          "Link to Table": .option(OptionValue(1)), "No.": .text("C1"),
        ]
      ),
      ("Customer", ["No.": .text("C1"), "Name": .text("Adatum")]),
      ("Contact", ["No.": .text("CO"), "Name": .text("Adatum")]),
    ])
    let contacts = try system.find("Contact", company: company)
    #expect(contacts.count == 1)
    #expect(try system.record("Contact", contacts[0])?["Business Partner"] == .text("C1"))
  }
}
