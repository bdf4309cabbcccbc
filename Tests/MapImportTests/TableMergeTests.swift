import MapSource
import Testing

@testable import MapImport

@Suite("Merging into table files that are there")
struct TableMergeTests {
  private static let file = """
    # Ours, since 2024.
    table: account   # the customer
    key: [accountid]
    odata: { set: accounts, id: accountid }

    fields:
      # The name comes first.
      - { name: name, type: text(100), required: true }    # for the list
      - { name: rating, type: option, values: { Good: 1, Bad: 2 } }  # ours
      - name: telephone1
        type: text(50)      # in a block
        swift-name: phone

      - { name: total, computed: total-sum, type: decimal(2), from: [name] }
    # the end

    """

  @Test("what differs changes where it stands, what is new comes last, all else stays byte by byte")
  func merges() throws {
    let text = try MergedFile.text(
      Self.file,
      SystemDescription.account(
        SystemField(name: "fax", kind: .text(length: 50)),
        SystemField(name: "telephone1", kind: .text(length: 60)),
        SystemField.option("rating", [("Good", 1), ("Bad", 3), ("New, really", 4)]),
        SystemField(name: "name", kind: .text(length: 160))))
    #expect(
      text == """
        # Ours, since 2024.
        table: account   # the customer
        key: [accountid]
        odata: { set: accounts, id: accountid }

        fields:
          # The name comes first.
          - { name: name, type: text(160), required: true }    # for the list
          - { name: rating, type: option, values: { Good: 1, Bad: 3, 'New, really': 4 } }  # ours
          - name: telephone1
            type: text(60)      # in a block
            swift-name: phone

          - { name: total, computed: total-sum, type: decimal(2), from: [name] }
          - { name: fax, type: text(50) }
        # the end

        """)
  }

  @Test("a file with other line ends, a mark and no last line end keeps them")
  func bytes() throws {
    let text =
      "\u{FEFF}table: account\r\nkey: accountid\r\nfields:\r\n  - { name: name, type: text }"
    let system = SystemDescription.account(
      SystemField(name: "name", kind: .text(length: 9)),
      SystemField(name: "fax", kind: .text(length: 8)))
    #expect(
      try MergedFile.text(text, system)
        == "\u{FEFF}table: account\r\nkey: accountid\r\nodata: { set: accounts, id: accountid }\r\n"
        + "fields:\r\n  - { name: name, type: text(9) }\r\n  - { name: fax, type: text(8) }")
  }

  @Test("fields in one list on one line, and keys in blocks, are added to as they are")
  func styles() throws {
    let flow = "{ table: account, key: [accountid], fields: [{ name: name, type: text(9) }] }\n"
    let system = SystemDescription.account(
      SystemField(name: "name", kind: .text(length: 9)),
      SystemField(name: "fax", kind: .text(length: 8)))
    #expect(
      try MergedFile.text(flow, system)
        == "{ table: account, key: [accountid], odata: { set: accounts, id: accountid }, fields: "
        + "[{ name: name, type: text(9) }, { name: fax, type: text(8) }] }\n")
    let block = """
      table: account
      key:
        - accountid
      fields:
      - name: rating
        type: option
        values:
          Good: 1   # best

      """
    #expect(
      try MergedFile.text(
        block, SystemDescription.account(SystemField.option("rating", [("Good", 1), ("Bad", 2)])))
          == """
          table: account
          key:
            - accountid
          odata: { set: accounts, id: accountid }
          fields:
          - name: rating
            type: option
            values:
              Good: 1   # best
              Bad: 2

          """)
  }

  @Test("what the system leaves open stays: a code, a memo, a day, a number that is an option")
  func open() throws {
    let text = """
      table: account
      key: [accountid]
      odata: { set: a }
      fields:
        - { name: a, type: memo }
        - { name: b, type: date }
        - { name: c, type: option, values: { X: 1 } }
        - { name: d, type: decimal(2) }
        - { name: e, type: option, open: true, values: { X: 1 } }
        - { name: f, type: option, values: { Ours: 1 } }

      """
    let system = SystemDescription.account(
      SystemField(name: "a", kind: .anyText(length: nil)),
      SystemField(name: "b", kind: .dateTime(mayBeDate: true)),
      SystemField(name: "c", kind: .integer(mayBeOption: true)),
      SystemField(name: "d", kind: .decimal(places: nil)),
      SystemField.option("e", [("X", 1), ("Added at run time", 2)]),
      SystemField.option("f", [("Theirs", 1)]))
    #expect(try MergedFile.text(text, system) == text.replacing("set: a ", with: "set: accounts "))
  }

  @Test("who may write what, and through which property, is as the system says")
  func access() throws {
    let text = """
      table: account
      key: [accountid]
      odata: { set: accounts }
      fields:
        - { name: a, type: text(9), access: create }
        - { name: b, type: integer }
        - { name: c, type: lookup, refers-to: { contact: c } }
        - { name: d, type: lookup, refers-to: contact }
        - { name: e, type: integer, access: read }

      """
    var a = SystemField(name: "a", kind: .text(length: 9))
    a.access = .read
    var b = SystemField(name: "b", kind: .integer(mayBeOption: false))
    b.access = .update
    func lookup(_ name: String, _ navigation: String) -> SystemField {
      SystemField(
        name: name,
        kind: .lookup([
          SystemField.Target(table: "team", navigation: "t"),
          SystemField.Target(table: "contact", navigation: navigation),
        ]))
    }
    let e = SystemField(name: "e", kind: .integer(mayBeOption: false))
    let system = SystemDescription.account(a, b, lookup("c", "new_C"), lookup("d", "new_D"), e)
    #expect(
      try MergedFile.text(text, system) == """
        table: account
        key: [accountid]
        odata: { set: accounts }
        fields:
          - { name: a, type: text(9), access: read }
          - { name: b, type: integer, access: update }
          - { name: c, type: lookup, refers-to: { contact: new_C } }
          - { name: d, type: lookup, refers-to: { contact: new_D } }
          - { name: e, type: integer, access: read }

        """)
  }

  @Test("the states of a document are no fields, and what the system lacks is told and stays")
  func states() throws {
    let text = """
      table: account
      key: [accountid]
      odata: { set: accounts }
      states:
        field: statecode
        status: statuscode
        values: { Active: { value: 0, statuses: { Open: 1 } } }
      fields:
        - { name: gone, type: text(9) }
        - { name: name, type: text(9) }

      """
    let system = SystemDescription.account(
      SystemField.option("statecode", [("Active", 0)]),
      SystemField.option("statuscode", [("Open", 1)]),
      SystemField(name: "name", kind: .text(length: 9)))
    #expect(try MergedFile.text(text, system) == text)
    let plan = ImportPlan(
      system, tables: system.tables,
      into: [SourceFile(path: "schemas/sales/account.yaml", text: text)])
    #expect(plan.changes.first?.kept == ["gone"])
  }

  @Test("a table of an API is known by its set, a field by its name there")
  func businessCentral() throws {
    let text = """
      table: Customer
      key: [No.]
      odata: { set: customers, id: id }
      fields:
        - { name: No., type: code(10), odata: number }
        - { name: Search Name, type: code(100) }
        - { name: City, type: text(30) }
        - { name: SystemId, type: guid, access: read, odata: id }

      """
    var table = SystemTable(
      name: "customer", key: ["id"],
      fields: [
        ("id", SystemField.Kind.guid), ("number", .anyText(length: 20)),
        ("city", .anyText(length: 30)),
        ("email", .anyText(length: 80)),
      ].map { SystemField(name: $0, odata: $0, kind: $1) })
    table.set = "customers"
    let system = SystemDescription(origin: .businessCentral, tables: [table])
    #expect(
      try MergedFile.text(text, system, path: "schemas/bc/Customer.yaml") == """
        table: Customer
        key: [No.]
        odata: { set: customers, id: id }
        fields:
          - { name: No., type: code(20), odata: number }
          - { name: Search Name, type: code(100) }
          - { name: City, type: text(30), odata: city }
          - { name: SystemId, type: guid, access: read, odata: id }
          - { name: email, type: text(80), odata: email }

        """)
  }
}
