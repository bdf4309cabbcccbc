import Testing

@Suite("Descriptions of tables")
struct TableDescriptionTests {
  @Test("a table that needs no file is a warning where it is nearly one that has a file")
  func misspeltTable() throws {
    let project = project(
      """
        - { name: Rate Code, type: code(20), refers-to: Rtae }
        - { name: Agent Code, type: code(20), refers-to: Shipping Agent }
        - { name: Sum, type: decimal(2), access: read, changes-with: { Rats: { Code: No. } } }
      """)
    let found = project.findings.filter { $0.name == "unknown-table" }
    #expect(
      found.map(\.message) == [
        "'Rtae' is not a table in schemas/bc", "'Rats' is not a table in schemas/bc",
      ])
    #expect(found.allSatisfy { $0.severity == .warning && $0.label == "did you mean 'Rate'?" })
  }

  /// A project in which CUSTOMER maps a table with some fields more, beside a table of rates.
  private func project(_ fields: String, table: String = "") -> CheckedProject {
    CheckedProject(
      CheckedProject.project,
      """
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      \(table.isEmpty ? "" : table + "\n")fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Type, type: option, values: { Item: 1, Resource: 2 } }
        - { name: Count, type: integer }
      \(fields)
      #--- schemas/bc/Rate.yaml
      table: Rate
      key: [Code, Starting Date]
      fields:
        - { name: Code, type: code(20), required: true, refers-to: Customer }
        - { name: Starting Date, type: date, required: true }
        - { name: Amount, type: decimal(2) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      related: { rate: { bc: Rate, where: { Code: name } } }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
      """)
  }

  @Test(
    "a field that says what can be",
    arguments: [
      "- { name: A, type: decimal(2), join: { table: Rate, on: { Code: No. }, latest: Starting Date, until: $today, field: Amount } }",
      "- { name: A, type: code(20), refers-to: { by: Type, Item: Item, Resource: Resource } }",
      "- { name: A, type: code(20), computed: partner, sets: [Name], changes-with: { Nowhere: { X: No. } } }",
      "- { name: A, type: option, values: { x: 0, y: 1 }, default: y }",
      "- { name: A, type: integer, default: next-line }",
      "- { name: A, type: code(20), refers-to: [Item, Resource] }",
    ])
  func fine(field: String) {
    let project = project("  " + field)

    #expect(project.findings.isEmpty, "\(project.report)")
  }

  @Test(
    "a field that says what cannot be",
    arguments: [
      (
        "join: { table: Rates, on: { Code: No. }, field: Amount }",
        "unknown-table at Rates"
      ),
      ("join: { table: Rate, on: { Cod: No. }, field: Amount }", "unknown-field at Cod"),
      ("join: { table: Rate, on: { Code: Number }, field: Amount }", "unknown-field at Number"),
      ("join: { table: Rate, on: { Code: No. }, field: Amounts }", "unknown-field at Amounts"),
      ("join: { table: Rate, on: { Code: Count }, field: Amount }", "type-mismatch at Count"),
      ("join: { table: Rate, on: { Code: No. }, field: Code }", "type-mismatch at Code"),
      ("join: { table: Rate, field: Amount }", "invalid-value at Rate"),
      (
        "join: { table: Rate, on: { Code: No. }, latest: Amount, field: Amount }",
        "invalid-value at Amount"
      ),
      (
        "join: { table: Rate, on: { Code: No. }, until: $today, field: Amount }",
        "invalid-value at $today"
      ),
      (
        "join: { table: Rate, on: { Code: No. }, field: Amount }, required: true",
        "invalid-value at A"
      ),
      ("computed: total, access: create", "invalid-value at A"),
      ("computed: total, sets: [Nme]", "unknown-field at Nme"),
      ("sets: [Name]", "invalid-value at Name"),
      ("default: many", "invalid-value at many"),
      ("default: number-series", "invalid-value at decimal(2)"),
      ("default: next-line", "invalid-value at decimal(2)"),
      ("changes-with: { Rate: { Code: No. } }", "invalid-value at Rate"),
      ("access: read, changes-with: { Rate: { Cod: No. } }", "unknown-field at Cod"),
      ("refers-to: Rate", "invalid-value at Rate"),
    ])
  func wrong(keys: String, place: String) {
    let project = project("  - { name: A, type: decimal(2), \(keys) }")
    #expect(project.places == [place], "\(project.report)")
  }

  @Test(
    "a join goes by what tables keep",
    arguments: [
      "computed: partner", "join: { table: Rate, on: { Code: No. }, field: Code }",
    ])
  func joinedKey(origin: String) {
    let project = project(
      """
        - { name: B, type: code(20), \(origin) }
        - { name: A, type: decimal(2), join: { table: Rate, on: { Code: B }, field: Amount } }
      """)
    #expect(project.places == ["invalid-value at B"], "\(project.report)")
  }

  @Test(
    "a reference that names what there is not",
    arguments: [
      ("{ by: Types, Item: Item }", "unknown-field at Types"),
      ("{ by: Count, Item: Item }", "invalid-value at Count"),
      ("{ by: Type, Items: Item }", "unknown-option at Items"),
      ("{ Rate: { Cde: No. } }", "unknown-field at Cde"),
      ("{ Rate: { Code: Num } }", "unknown-field at Num"),
      ("[Item, Item]", "invalid-value at Item"),
    ])
  func reference(refersTo: String, place: String) {
    let project = project("  - { name: A, type: code(20), refers-to: \(refersTo) }")
    #expect(project.places.contains(place), "\(project.report)")
  }

  @Test(
    "what a table says of itself",
    arguments: [
      ("key: [Num]", "unknown-field at Num"),
      ("key: [No., No.]", "invalid-value at No."),
    ])
  func key(line: String, place: String) {
    let table = """
      #--- schemas/bc/Customer.yaml
      table: Customer
      \(line)
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
      """
    let project = CheckedProject(
      CheckedProject.project, table, CheckedProject.customer("direction: to-sales"))
    #expect(project.places == [place], "\(project.report)")
  }

  @Test(
    "a parent is found by its whole key",
    arguments: [
      ("{ table: Rate, by: { Code: No., Starting Date: Since } }", ""),
      ("{ table: Rate, by: { Code: No. }, where: { Starting Date: 2026-01-01 } }", ""),
      ("{ table: Rate, by: { Code: No. } }", "invalid-value at Rate"),
      ("{ table: Rat, by: { Code: No. } }", "unknown-table at Rat"),
      ("{ table: Rate, by: { Code: No., Starting Date: Count } }", "type-mismatch at Count"),
      (
        "{ table: Rate, by: { Code: No. }, where: { Starting Date: soon } }",
        "invalid-value at soon"
      ),
      ("{ table: Rate, by: { Code: No., Starting Date: Sinc } }", "unknown-field at Sinc"),
    ])
  func parent(parent: String, place: String) {
    let project = project("  - { name: Since, type: date }", table: "parent: \(parent)")
    #expect(project.places == (place.isEmpty ? [] : [place]), "\(project.report)")
  }

  @Test(
    "a Sales table has one key of type guid, lookups for its roles, and lookups that say where",
    arguments: [
      ("key: [name]", "", "invalid-value at name"),
      ("key: [accountid]\nroles: { owner: name }", "", "invalid-value at name"),
      ("key: [accountid]\nroles: { owner: owner }", "", "unknown-field at owner"),
      ("key: [accountid]\nroles: { name: accountid }", "", "invalid-value at accountid"),
      ("key: [accountid]\nroles: { name: title }", "", "unknown-field at title"),
      ("key: [accountid]", "- { name: ownerid, type: lookup }", "invalid-value at lookup"),
    ])
  func sales(lines: String, field: String, place: String) {
    let project = CheckedProject(
      CheckedProject.project,
      """
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
      #--- schemas/sales/account.yaml
      table: account
      \(lines)
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        \(field)
      """, CheckedProject.customer("direction: to-sales"))
    #expect(project.places == [place], "\(project.report)")
  }
}
