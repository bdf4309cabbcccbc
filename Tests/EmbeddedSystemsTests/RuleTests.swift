import EmbeddedSystems
import MapRuntime
import Testing

@Suite("The embedded systems' own rules")
struct RuleTests {
  private static let bc = [
    TableDescription(
      .bc, "Customer", key: ["No."],
      fields: [
        FieldDescription("No.", .code(length: 20), required: true, default: .numberSeries),
        FieldDescription("Name", .text(length: 100)),
        FieldDescription(
          "Payment Terms Code", .code(length: 10),
          refersTo: [ReferenceDescription("Payment Terms")]),
      ]),
    TableDescription(
      .bc, "Payment Terms", key: ["Code"],
      fields: [FieldDescription("Code", .code(length: 10), required: true)]),
    TableDescription(
      .bc, "Contact", key: ["No."],
      fields: [
        FieldDescription("No.", .code(length: 20), required: true, default: .numberSeries),
        FieldDescription("Name", .text(length: 100)),
        FieldDescription("Type", .option, options: [.init("Company", 0), .init("Person", 1)]),
        FieldDescription(
          "Company No.", .code(length: 20), refersTo: [ReferenceDescription("Contact")]),
        FieldDescription(
          "Business Partner", .code(length: 20),
          refersTo: [ReferenceDescription("Customer"), ReferenceDescription("Vendor")],
          changesWith: [
            ChangeDescription(
              "Contact Business Relation", on: [KeyPair("Contact No.", "Company No.")])
          ], computed: true, sets: ["Company No."]),
      ]),
  ]

  private let file = TemporaryFile()

  private func open() throws -> (EmbeddedSystem, Company) {
    let system = try EmbeddedSystem(path: file.path, side: .bc, tables: Self.bc)
    return (system, try system.createCompany("CRONUS"))
  }

  @Test("a new customer has the next number and a company contact that follows its name")
  func companyContact() throws {
    let (system, company) = try open()
    let id = try system.create("Customer", ["Name": .text("Adatum")], company: company).get()
    #expect(try system.record("Customer", id)?["No."] == .text("CUST00001"))
    let contact = try #require(
      try system.find("Contact", ["Name": .text("Adatum")], company: company).first)
    #expect(try system.record("Contact", contact)?["Business Partner"] == .text("CUST00001"))
    _ = try system.change("Customer", id, ["Name": .text("Adatum Ltd")], company: company).get()
    #expect(try system.record("Contact", contact)?["Name"] == .text("Adatum Ltd"))
  }

  @Test("a person's partner says the company, and the company says the partner")
  func partner() throws {
    let (system, company) = try open()
    _ = try system.create("Customer", ["No.": .text("c1")], company: company).get()
    let person = try system.create(
      "Contact", ["Type": .option(OptionValue(1)), "Business Partner": .text("C1")],
      company: company
    ).get()
    #expect(try system.record("Contact", person)?["Company No."] == .text("CT000001"))
    let unknown = try system.create(
      "Contact", ["Type": .option(OptionValue(1)), "Business Partner": .text("C9")],
      company: company)
    #expect(throws: Refusal.self) { try unknown.get() }
  }

  @Test("a code must be there, a key is unique within its company")
  func references() throws {
    let (system, company) = try open()
    let other = try system.createCompany("Other")
    let terms = ["Payment Terms Code": Value.text("14 DAYS"), "No.": .text("1")]
    #expect(
      try system.create("Customer", terms, company: company)
        == .failure(
          Refusal(
            "Customer '1': field 'Payment Terms Code' refers to Payment Terms '14 DAYS',"
              + " which does not exist")))
    _ = try system.create("Payment Terms", ["Code": .text(" 14 days")], company: company).get()
    _ = try system.create("Customer", terms, company: company).get()
    #expect(
      try system.create("Customer", ["No.": .text("1")], company: company)
        == .failure(Refusal("Customer '1' exists already")))
    _ = try system.create("Customer", ["No.": .text("1")], company: other).get()
    #expect(try system.find("Customer", company: company).count == 1)
  }

  @Test("a customer, its contact and who names them keep together under new numbers")
  func renamed() throws {
    let (system, company) = try open()
    let customer = try system.create("Customer", ["No.": .text("C1")], company: company).get()
    let person = try system.create(
      "Contact", ["Type": .option(OptionValue(1)), "Business Partner": .text("C1")],
      company: company
    ).get()
    let own = try #require(
      try system.find("Contact", ["No.": .text("CT000001")], company: company).first)
    _ = try system.change("Customer", customer, ["No.": .text("C2")], company: company).get()
    #expect(try system.record("Contact", person)?["Business Partner"] == .text("C2"))
    _ = try system.change("Contact", own, ["No.": .text("CO")], company: company).get()
    #expect(try system.record("Contact", person)?["Company No."] == .text("CO"))
    #expect(try system.record("Contact", person)?["Business Partner"] == .text("C2"))
    _ = try system.change("Customer", customer, ["Name": .text("Adatum")], company: company).get()
    #expect(try system.record("Contact", own)?["Name"] == .text("Adatum"))
    #expect(try system.find("Contact", company: company).count == 2)
  }

  @Test("a document is paid by the customer that its customer names, or else by that one")
  func billTo() throws {
    let payer = FieldDescription(
      "Bill-to Customer No.", .code(length: 20), refersTo: [ReferenceDescription("Customer")])
    let tables = [
      TableDescription(
        .bc, "Customer", key: ["No."],
        fields: [FieldDescription("No.", .code(length: 20), required: true), payer]),
      TableDescription(
        .bc, "Sales Header", key: ["No."],
        fields: [
          FieldDescription("No.", .code(length: 20), required: true, default: .numberSeries),
          FieldDescription(
            "Sell-to Customer No.", .code(length: 20), refersTo: [ReferenceDescription("Customer")]),
          FieldDescription(
            payer.name, .code(length: 20), required: true, default: .system,
            refersTo: payer.refersTo),
        ]),
    ]
    let system = try EmbeddedSystem(path: file.path, side: .bc, tables: tables)
    let company = try system.createCompany("CRONUS")
    let one = try system.create("Customer", ["No.": .text("1")], company: company).get()
    _ = try system.create(
      "Customer", ["No.": .text("2"), payer.name: .text("1")], company: company
    ).get()
    func paid(_ customer: String) throws -> Guid {
      try system.create(
        "Sales Header", ["Sell-to Customer No.": .text(customer)], company: company
      ).get()
    }
    let (own, other) = try (paid("1"), paid("2"))
    for order in [own, other] {
      #expect(try system.record("Sales Header", order)?[payer.name] == .text("1"))
    }
    _ = try system.change("Customer", one, ["No.": .text("9")], company: company).get()
    for order in [own, other] {
      #expect(try system.record("Sales Header", order)?[payer.name] == .text("9"))
    }
    #expect(try system.record("Sales Header", other)?["Sell-to Customer No."] == .text("2"))
  }

  @Test("a file of the other side, of another program, or no file at all is refused")
  func files() throws {
    _ = try open()
    #expect(throws: SystemFailure.self) {
      try EmbeddedSystem(path: file.path, side: .sales, tables: [])
    }
    let sentence =
      "'/nowhere/a.sqlite' cannot be opened: its folder is missing or not accessible"
    #expect(throws: SystemFailure.unusable(sentence)) {
      try EmbeddedSystem(path: "/nowhere/a.sqlite", side: .bc, tables: [])
    }
  }
}
