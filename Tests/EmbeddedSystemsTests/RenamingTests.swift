import EmbeddedSystems
import MapRuntime
import Testing

@Suite("A record of Business Central that gets another key takes along what names it")
struct RenamingTests {
  private static let kinds = [
    FieldDescription.Option("Item", 1), FieldDescription.Option("Resource", 2),
  ]
  private static let unitOfItem = ReferenceDescription(
    "Item Unit of Measure", pick: OptionValue(1), otherKeys: [KeyPair("Item No.", "No.")])

  private static func code(
    _ name: String, to tables: [ReferenceDescription] = [], by pickedBy: String? = nil,
    access: ColumnAccess = .readWrite
  ) -> FieldDescription {
    FieldDescription(
      name, .code(length: 20), access: access, refersTo: tables, pickedBy: pickedBy)
  }

  private static func table(
    _ name: String, key: [String], parent: ParentDescription? = nil, _ fields: FieldDescription...
  ) -> TableDescription {
    TableDescription(
      .bc, name, key: key,
      fields: fields + [FieldDescription("SystemModifiedAt", .dateTime, access: .read)],
      parent: parent)
  }

  private static let tables = [
    table("Unit of Measure", key: ["Code"], code("Code")),
    table(
      "Item", key: ["No."], code("No."),
      code(
        "Base Unit",
        to: [
          ReferenceDescription("Unit of Measure"),
          ReferenceDescription(
            "Item Unit of Measure", otherKeys: [KeyPair("Item No.", "No.")]),
        ])),
    table("Resource", key: ["No."], code("No.")),
    table(
      "Item Unit of Measure", key: ["Item No.", "Code"],
      code("Item No.", to: [ReferenceDescription("Item")]),
      code("Code", to: [ReferenceDescription("Unit of Measure")])),
    // Before the items' units in the order of tables, and read only.
    table(
      "Assembly Line", key: ["Entry"], FieldDescription("Entry", .integer),
      FieldDescription("Type", .option, options: kinds),
      code(
        "No.",
        to: [
          ReferenceDescription("Item", pick: OptionValue(1)),
          ReferenceDescription("Resource", pick: OptionValue(2)),
        ], by: "Type", access: .read),
      code("Unit", to: [unitOfItem], by: "Type")),
    table(
      "Sales Header", key: ["Document Type", "No."],
      FieldDescription("Document Type", .option, options: kinds), code("No.")),
    table(
      "Sales Line", key: ["Document Type", "Document No.", "Line No."],
      parent: ParentDescription(
        "Sales Header",
        by: [KeyPair("Document Type", "Document Type"), KeyPair("No.", "Document No.")]),
      FieldDescription("Document Type", .option, options: kinds),
      code(
        "Document No.",
        to: [
          ReferenceDescription(
            "Sales Header", otherKeys: [KeyPair("Document Type", "Document Type")])
        ]),
      FieldDescription("Line No.", .integer, default: .nextLine)),
  ]

  private static let item = Value.option(OptionValue(1))
  private static let resource = Value.option(OptionValue(2))

  private let file = TemporaryFile()
  private let system: EmbeddedSystem
  private let company: Company

  init() throws {
    system = try EmbeddedSystem(path: file.path, side: .bc, tables: Self.tables)
    company = try system.createCompany("CRONUS")
    for unit in ["PCS", "BOX"] { try make("Unit of Measure", ["Code": .text(unit)]) }
    try make("Item", ["No.": .text("1"), "Base Unit": .text("PCS")])
    try make("Item", ["No.": .text("2"), "Base Unit": .text("PCS")])
    try make("Resource", ["No.": .text("1")])
    for item in ["1", "2"] {
      try make("Item Unit of Measure", ["Item No.": .text(item), "Code": .text("PCS")])
    }
  }

  @discardableResult
  private func make(_ table: String, _ fields: [String: Value]) throws -> Guid {
    try system.create(table, fields, by: .system, company: company).get()
  }

  private func find(_ table: String, _ fields: [String: Value]) throws -> Guid {
    try #require(try system.find(table, fields, company: company).first)
  }

  private func rename(
    _ table: String, _ old: [String: Value], _ new: [String: Value]
  ) throws -> Result<Bool, Refusal> {
    try system.change(table, try find(table, old), new, company: company)
  }

  private func line(_ entry: Int64, _ type: Value) throws -> Guid {
    try make(
      "Assembly Line",
      [
        "Entry": .integer(entry), "Type": type, "No.": .text("1"),
        "Unit": type == Self.item ? .text("PCS") : .empty,
      ])
  }

  @Test("a unit's code changes in the items, in the items' units and in what names those")
  func chain() throws {
    let line = try line(1, Self.item)
    #expect(try rename("Unit of Measure", ["Code": .text("PCS")], ["Code": .text("stk")]).get())
    let items = try system.find("Item", ["Base Unit": .text("STK")], company: company)
    #expect(items.count == 2)
    let units = try system.find("Item Unit of Measure", ["Code": .text("STK")], company: company)
    #expect(units.count == 2)
    #expect(try system.record("Assembly Line", line)?["Unit"] == .text("STK"))
  }

  @Test("an item's number changes where the picking field says that it is an item")
  func picked() throws {
    let lines = try [line(1, Self.item), line(2, Self.resource)]
    #expect(try rename("Item", ["No.": .text("1")], ["No.": .text("1A")]).get())
    #expect(try system.record("Assembly Line", lines[0])?["No."] == .text("1A"))
    #expect(try system.record("Assembly Line", lines[0])?["Unit"] == .text("PCS"))
    #expect(try system.record("Assembly Line", lines[1])?["No."] == .text("1"))
    _ = try find("Item Unit of Measure", ["Item No.": .text("1A"), "Code": .text("PCS")])
    _ = try find("Item Unit of Measure", ["Item No.": .text("2"), "Code": .text("PCS")])
  }

  @Test("a unit of one item changes for that item alone, and nobody becomes another item's")
  func composite() throws {
    let line = try line(1, Self.item)
    #expect(
      try rename(
        "Item Unit of Measure", ["Item No.": .text("1"), "Code": .text("PCS")],
        ["Code": .text("BOX")]
      ).get())
    #expect(try system.record("Assembly Line", line)?["Unit"] == .text("BOX"))
    #expect(try system.record("Assembly Line", line)?["No."] == .text("1"))
    let two = try find("Item", ["No.": .text("2")])
    #expect(try system.record("Item", two)?["Base Unit"] == .text("PCS"))
  }

  @Test("lines follow every part of their header's key, and those of others stay")
  func lines() throws {
    for (type, number) in [(Self.item, "Q1"), (Self.resource, "Q1")] {
      try make("Sales Header", ["Document Type": type, "No.": .text(number)])
      try make("Sales Line", ["Document Type": type, "Document No.": .text(number)])
    }
    try make("Sales Line", ["Document Type": Self.item, "Document No.": .text("Q1")])
    #expect(
      try rename(
        "Sales Header", ["Document Type": Self.item, "No.": .text("Q1")],
        ["Document Type": Self.resource, "No.": .text("Q2")]
      ).get())
    func lines(_ number: String) throws -> Int {
      try system.find(
        "Sales Line", ["Document Type": Self.resource, "Document No.": .text(number)],
        company: company
      ).count
    }
    #expect(try lines("Q1") == 1)
    #expect(try lines("Q2") == 2)
  }

  @Test("each has a new version and the time of the change; others have neither")
  func stamps() throws {
    let later = DateTimeValue(milliseconds: system.clock.now.milliseconds + 60_000)
    let own = try find("Item", ["No.": .text("1")])
    let other = try find("Resource", ["No.": .text("1")])
    system.clock.now = later
    #expect(try rename("Unit of Measure", ["Code": .text("PCS")], ["Code": .text("STK")]).get())
    #expect(try system.record("Item", own)?["SystemModifiedAt"] == .dateTime(later))
    #expect(try system.record("Resource", other)?["SystemModifiedAt"] != .dateTime(later))
  }

  @Test("where one of them cannot follow, nothing has changed; another company is no concern")
  func refused() throws {
    let other = try system.createCompany("Other")
    let there = try system.create("Item", ["No.": .text("1")], by: .system, company: other).get()
    // A unit of an item that is not there stands in the way.
    try make("Item Unit of Measure", ["Item No.": .text("2"), "Code": .text("BOX")])
    let refusal = try rename("Unit of Measure", ["Code": .text("PCS")], ["Code": .text("BOX")])
    #expect(refusal == .failure(Refusal("Unit of Measure 'BOX' exists already")))
    _ = try system.delete("Item", find("Item", ["No.": .text("2")]), company: company).get()
    let taken = try rename("Item", ["No.": .text("1")], ["No.": .text("2")])
    #expect(
      taken
        == .failure(
          Refusal(
            "Item '1' cannot get another key: Item Unit of Measure '2,PCS' exists already")))
    #expect(try system.find("Item", ["No.": .text("1")], company: company).count == 1)
    _ = try find("Item Unit of Measure", ["Item No.": .text("1"), "Code": .text("PCS")])
    #expect(try system.record("Item", there)?["No."] == .text("1"))
  }

  @Test("a code of a renamed record is gone in the same moment")
  func known() throws {
    #expect(try rename("Unit of Measure", ["Code": .text("BOX")], ["Code": .text("KEG")]).get())
    let old = try system.create(
      "Item Unit of Measure", ["Item No.": .text("1"), "Code": .text("BOX")], company: company)
    #expect(throws: Refusal.self) { try old.get() }
  }
}
