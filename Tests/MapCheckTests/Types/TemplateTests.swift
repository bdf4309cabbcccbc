import MapSource
import Testing

@Suite("templates, parents and agreement")
struct TemplateTests {
  @Test("what a template sets must fit, and must be writable")
  func template() {
    let project = SmallProject(
      bc: ["name: A, type: text(10)"],
      sales: [
        "name: a, type: text(10)", "name: short, type: text(3)", "name: price, type: decimal(2)",
        "name: day, type: boolean", "name: fixed, type: text(5), access: read",
      ],
      header: """
        direction: to-sales
        create: { to-sales: true }
        templates: [{ to: sales, set: { short: four, price: 1.005, day: $today, fixed: x } }]
        """,
      fields: ["{ bc: A, sales: a }"])
    #expect(
      project.lines == [
        "text-truncation: 'four' has 4 characters, 'short' holds 3",
        "precision-loss: '1.005' has more decimal places than 'price', which holds 2",
        "type-mismatch: a date does not become a boolean: '$today' and 'day'",
        "read-only-target: sales field 'fixed' is read only",
      ])
  }

  @Test("'same-as' compares what can be equal")
  func sameAs() {
    var project = SmallProject(
      bc: ["name: A, type: text(10)"], sales: ["name: a, type: text(10)"],
      header: "direction: to-sales\nrelated: { order: { sales: order, where: { number: A } } }",
      fields: ["{ bc: A, sales: a, same-as: order.number }"])
    project.files["schemas/sales/order.yaml"] = SmallProject.table(
      "order", key: "orderid", ["name: number, type: text(20)", "name: done, type: boolean"])
    #expect(project.lines == [])
    project.files["mappings/M.yaml"] = project.files["mappings/M.yaml"]?
      .replacing("same-as: order.number", with: "same-as: order.done")
    #expect(
      project.lines == ["type-mismatch: a text(10) never agrees with a boolean: 'order.done'"])
    project.files["mappings/M.yaml"] = project.files["mappings/M.yaml"]?
      .replacing("same-as: order.done", with: "same-as: [order.number, order.done]")
    #expect(
      project.lines == ["type-mismatch: a text(10) never agrees with a boolean: 'order.done'"])
  }

  @Test("a parent couples the tables that the lines name as theirs")
  func parent() {
    func lines(_ header: String) -> [String] {
      var project = SmallProject(
        bc: ["name: A, type: text(10)"], sales: ["name: a, type: text(10)"],
        header: "direction: to-sales", fields: ["{ bc: A, sales: a }"])
      project.files["schemas/bc/Line.yaml"] = SmallProject.table(
        "Line", key: "No.", ["name: Thing No., type: code(20)", "name: A, type: text(10)"],
        more: "parent: { table: \(header), by: { No.: Thing No. } }\n")
      project.files["schemas/bc/Other.yaml"] = SmallProject.table("Other", key: "No.", [])
      project.files["schemas/sales/line.yaml"] = SmallProject.table(
        "line", key: "lineid",
        ["name: thingid, type: lookup, refers-to: thing", "name: a, type: text(10)"],
        more: "parent: { table: thing, by: thingid }\n")
      project.files["mappings/LINE.yaml"] = """
        mapping: LINE
        tables: { bc: Line, sales: line }
        parent: M
        direction: to-sales
        fields: [{ bc: A, sales: a }]

        """
      return project.lines.filter { !$0.hasPrefix("prerequisite") }
    }
    #expect(lines("Thing") == [])
    #expect(
      lines("Other") == [
        "lookup-wrong-table: 'M' couples 'Thing', which is not the parent of bc table 'Line'"
      ])
  }
}
