import MapSource
import Testing

@Suite("type-mismatch")
struct TypeMismatchTests {
  @Test(
    "types of different kinds do not convert",
    arguments: [
      ("boolean", "option, values: { Yes: 1 }"), ("decimal(2)", "text(50)"), ("date", "text(50)"),
      ("text(10)", "integer"), ("code(20)", "lookup, refers-to: other"), ("guid", "code(40)"),
      ("option, values: { A: 0 }", "text(50)"), ("boolean", "integer"),
    ])
  func impossible(_ bc: String, _ sales: String) {
    let project = SmallProject(
      bc: ["name: A, type: \(bc)"], sales: ["name: a, type: \(sales)"],
      header: "direction: to-sales", fields: ["{ bc: A, sales: a }"])
    #expect(project.names == ["type-mismatch"])
  }

  @Test(
    "types of one kind do",
    arguments: [
      ("integer", "text(20)"), ("bigint", "decimal(2)"), ("guid", "text(40)"), ("date", "datetime"),
      ("code(10)", "memo"), ("integer", "money"), ("boolean", "boolean"),
    ])
  func possible(_ bc: String, _ sales: String) {
    let project = SmallProject(
      bc: ["name: A, type: \(bc)"], sales: ["name: a, type: \(sales)"],
      header: "direction: to-sales", fields: ["{ bc: A, sales: a }"])
    #expect(project.lines == [])
  }

  @Test("one mistake is one finding, whatever else follows from it, both ways")
  func once() {
    let project = SmallProject(
      bc: ["name: A, type: text(100)"], sales: ["name: a, type: boolean"],
      fields: ["{ bc: A, sales: a }"])
    #expect(project.names == ["type-mismatch"])
  }

  @Test("a step says which type it does not take")
  func step() throws {
    let project = SmallProject(
      bc: ["name: A, type: decimal(2)"], sales: ["name: a, type: text(50)"],
      header: "direction: to-sales", fields: ["{ bc: A, sales: a, transform: [uppercase] }"])
    #expect(project.lines == ["type-mismatch: 'uppercase' does not take a decimal(2)"])
    let finding = try #require(project.findings.first)
    #expect(project.text(at: finding.span) == "uppercase")
  }

  @Test("a transform may bring the types together")
  func transformed() {
    let project = SmallProject(
      bc: ["name: A, type: decimal(2)", "name: B, type: date"],
      sales: ["name: a, type: text(50)", "name: b, type: text(10)"], header: "direction: to-sales",
      fields: [
        "{ bc: A, sales: a, transform: { number-format: '0.00' } }",
        "{ bc: B, sales: b, transform: { date-format: yyyy-MM-dd } }",
      ])
    #expect(project.lines == [])
  }

  @Test("a values list may bring any types together")
  func values() {
    let project = SmallProject(
      bc: ["name: A, type: boolean"], sales: ["name: a, type: option, values: { Yes: 1, No: 2 }"],
      fields: ["{ bc: A, sales: a, values: { 'true': Yes, 'false': No } }"])
    #expect(project.lines == [])
  }

  @Test("a setting has a type too")
  func setting() {
    let project = SmallProject(
      bc: ["name: A, type: text(10)"],
      sales: ["name: a, type: date", "name: b, type: option, values: { Item: 1 }"],
      header: "direction: to-sales",
      fields: ["{ sales: a, constant: $text }", "{ sales: b, constant: $kind }"],
      project: """
        settings:
          text: { type: code(20) }
          kind: { type: option, values: [Item, Resource] }

        """)
    #expect(
      project.lines == [
        "type-mismatch: a code(20) does not become a date: '$text' and 'a'",
        "type-mismatch: 'Resource' of '$kind' is not an option of 'b'",
      ])
  }

  @Test("a related record of the same side gives its id or its lookups")
  func related() {
    var project = SmallProject(
      bc: ["name: Ref, type: text(20)"],
      sales: [
        "name: orderid, type: lookup, refers-to: order",
        "name: personid, type: lookup, refers-to: person",
      ],
      header: "direction: to-sales\nrelated: { order: { sales: order, where: { number: Ref } } }",
      fields: [
        "{ from: order.orderid, sales: orderid }", "{ from: order.person, sales: personid }",
      ])
    project.files["schemas/sales/order.yaml"] = SmallProject.table(
      "order", key: "orderid",
      ["name: number, type: text(20)", "name: person, type: lookup, refers-to: person"])
    #expect(project.lines == [])
    project.files["schemas/sales/order.yaml"] = SmallProject.table(
      "order", key: "orderid",
      ["name: number, type: text(20)", "name: person, type: lookup, refers-to: team"])
    #expect(project.names == ["type-mismatch"])
  }
}
