import EmbeddedSystems
import MapRuntime
import Testing

@Suite("References that take more than their own field")
struct ReferenceTests {
  private static let tables = [
    TableDescription(
      .bc, "Item", key: ["No."],
      fields: [
        FieldDescription("No.", .code(length: 20), required: true),
        FieldDescription(
          "Sales Unit", .code(length: 10),
          refersTo: [ReferenceDescription("Item Unit", otherKeys: [KeyPair("Item No.", "No.")])]),
      ]),
    TableDescription(
      .bc, "Item Unit", key: ["Item No.", "Code"],
      fields: [
        FieldDescription("Item No.", .code(length: 20), required: true),
        FieldDescription("Code", .code(length: 10), required: true),
      ]),
    TableDescription(
      .bc, "Resource", key: ["No."],
      fields: [FieldDescription("No.", .code(length: 20), required: true)]),
    TableDescription(
      .bc, "Line", key: ["Line No."],
      fields: [
        FieldDescription("Line No.", .integer, required: true, default: .nextLine),
        FieldDescription(
          "Type", .option,
          options: [.init(" ", 0), .init("Item", 1), .init("Resource", 2), .init("Account", 3)]),
        FieldDescription(
          "No.", .code(length: 20),
          refersTo: [
            ReferenceDescription("Item", pick: OptionValue(1)),
            ReferenceDescription("Resource", pick: OptionValue(2)),
            ReferenceDescription("Account", pick: OptionValue(3)),
          ], pickedBy: "Type"),
      ]),
  ]

  private let file = TemporaryFile()

  private func open() throws -> (EmbeddedSystem, Company) {
    let system = try EmbeddedSystem(path: file.path, side: .bc, tables: Self.tables)
    let company = try system.createCompany("CRONUS")
    _ = try system.create("Item", ["No.": .text("1000")], company: company).get()
    _ = try system.create("Resource", ["No.": .text("LINDA")], company: company).get()
    return (system, company)
  }

  @Test("the field that picks the table says where the record must be")
  func picked() throws {
    let (system, company) = try open()
    func line(_ type: Int32, _ number: String) throws -> Result<Guid, Refusal> {
      try system.create(
        "Line", ["Type": .option(OptionValue(type)), "No.": .text(number)], company: company)
    }
    let id = try line(1, "1000").get()
    _ = try line(2, "LINDA").get()
    #expect(
      try line(2, "1000")
        == .failure(
          Refusal(
            "Line '3': field 'No.' refers to Resource '1000', which does not exist")))
    // What no table is picked for, or is not here, is taken as it is.
    _ = try line(0, "text").get()
    _ = try line(3, "8000").get()
    // Another pick makes another reference of the same number.
    #expect(
      throws: Refusal.self,
      performing: {
        try system.change("Line", id, ["Type": .option(OptionValue(2))], company: company).get()
      })
  }

  @Test("a composite key takes the record's other fields")
  func composite() throws {
    let (system, company) = try open()
    let item = try #require(try system.find("Item", company: company).first)
    let refused = try system.change("Item", item, ["Sales Unit": .text("BOX")], company: company)
    #expect(
      refused
        == .failure(
          Refusal(
            "Item '1000': field 'Sales Unit' refers to Item Unit 'BOX', which does not exist")))
    _ = try system.create("Item", ["No.": .text("2000")], company: company).get()
    for number in ["2000", "1000"] {
      #expect(throws: Refusal.self) {
        try system.change("Item", item, ["Sales Unit": .text("BOX")], company: company).get()
      }
      _ = try system.create(
        "Item Unit", ["Item No.": .text(number), "Code": .text("BOX")], company: company
      ).get()
    }
    #expect(
      try system.change("Item", item, ["Sales Unit": .text("BOX")], company: company).get())
  }

  @Test("what must be filled cannot be emptied, whoever filled it at first")
  func required() throws {
    let (system, company) = try open()
    let item = try #require(try system.find("Item", company: company).first)
    #expect(
      try system.change("Item", item, ["No.": .empty], company: company)
        == .failure(Refusal("Item: field 'No.' must be filled")))
  }
}
