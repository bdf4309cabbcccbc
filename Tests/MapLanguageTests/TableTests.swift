import MapLanguage
import MapRuntime
import Testing

@Suite struct TableTests {
  @Test func aTable() throws {
    let table = try #require(
      Sample.table(
        """
        number: 18
        odata: { set: customers, id: id, modified: at }
        roles: { company: c, owner: o, modified-by: m }
        parent: { table: H, by: { No.: Document No. }, where: { Type: Item } }
        swift-name: Other
        fields:
          - { name: No., type: code(20), required: true, default: number-series, odata: number }
        """))
    #expect(table.number == 18)
    #expect(table.key.map(\.value) == ["No."])
    #expect(table.odata?.set?.value == "customers")
    #expect(table.roles.modifiedBy?.value == "m")
    #expect(table.parent?.table.value == "H")
    #expect(table.parent?.links.map { $0.theirs?.value } == ["No."])
    #expect(table.parent?.links.map(\.own.value) == ["Document No."])
    #expect(table.parent?.where.map(\.value.value) == [.text("Item")])
    #expect(table.swiftName?.value == "Other")
    let field = try #require(table["No."])
    #expect(field.isRequired)
    #expect(field.odata == "number")
    guard case .numberSeries = field.default else {
      Issue.record("no number series")
      return
    }
  }

  @Test func aSalesParentIsALookup() throws {
    let table = try #require(
      Sample.table("parent: { table: salesorder, by: salesorderid }\nfields: []", side: .sales))
    #expect(table.parent?.links.map(\.own.value) == ["salesorderid"])
    #expect(table.parent?.links.first?.theirs == nil)
  }

  @Test func anOption() throws {
    let field = try #require(
      Sample.field("name: B, type: option, values: { ' ': 0, All: 3 }, default: All, open: true"))
    #expect(field.options.map(\.name) == [" ", "All"])
    #expect(field.option("All") == 3)
    #expect(field.isOpen)
    guard case .value(let value) = field.default else {
      Issue.record("no value")
      return
    }
    #expect(value.value == .text("All"))
  }

  @Test func figures() throws {
    let join = try #require(
      Sample.field(
        """
        name: R, type: decimal(10), access: read,
        join: { table: T, on: { C: Code }, latest: D, until: $today, field: V }
        """)?.join)
    #expect(join.table.value == "T")
    #expect(join.on.map(\.own.value) == ["Code"])
    #expect(join.latest?.value == "D")
    #expect(join.until?.value == .variable("today"))
    #expect(join.field.value == "V")
    let field = try #require(
      Sample.field("name: B, type: date, computed: f, sets: [A], changes-with: { L: { N: No. } }"))
    #expect(field.computed?.value == "f")
    #expect(field.sets.map(\.value) == ["A"])
    #expect(field.changesWith.map(\.table.value) == ["L"])
    #expect(field.changesWith.first?.on.map(\.theirs.value) == ["N"])
  }

  @Test func states() throws {
    let states = try #require(
      Sample.table(
        """
        states:
          field: statecode
          status: statuscode
          values:
            Draft: { value: 0, statuses: { In Progress: 1 }, next: [Won] }
            Won: { value: 2, statuses: { Won: 4 }, locked: true }
        fields: []
        """, side: .sales)?.states)
    #expect(states.field.value == "statecode")
    #expect(states["Draft"]?.next.map(\.value) == ["Won"])
    #expect(states["Draft"]?.isLocked == false)
    #expect(states["Won"]?.value == 2)
    #expect(states["Won"]?.isLocked == true)
    #expect(states["Won"]?.statuses.map(\.value) == [4])
    #expect(
      Sample.marks(
        table:
          "states: { field: a, status: b, values: { X: { value: 0 }, Y: { value: 0 } } }\nfields: []"
      )
        == ["invalid-value \"Y\""])
  }
}
