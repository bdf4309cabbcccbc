import MapSource
import Testing

@Suite("precision-loss")
struct PrecisionLossTests {
  @Test("more places than the target has need an answer, and show a number")
  func morePlaces() throws {
    let project = SmallProject(
      bc: ["name: Price, type: decimal(5)"], sales: ["name: price, type: money"],
      fields: ["{ bc: Price, sales: price }"])
    #expect(
      project.lines == ["precision-loss: 'Price' can have 5 decimal places, 'price' holds 4"])
    let example = try #require(project.first("precision-loss")?.example)
    #expect(example.bc.map(\.value) == ["1.23456"])
    #expect(example.sales.map(\.value) == ["1.2346"])
  }

  @Test("an answer settles it, here or in the project", arguments: ["round", "refuse"])
  func answered(_ answer: String) {
    let fields = ["{ bc: Price, sales: price, too-large: refuse }"]
    let bc = ["name: Price, type: decimal(5)"]
    let sales = ["name: price, type: integer"]
    let here = SmallProject(
      bc: bc, sales: sales,
      fields: ["{ bc: Price, sales: price, too-precise: \(answer), too-large: refuse }"])
    let there = SmallProject(
      bc: bc, sales: sales, fields: fields,
      project: "defaults: { too-precise: \(answer), because: they do }\n")
    #expect(here.lines == [])
    #expect(there.lines == [])
    #expect(SmallProject(bc: bc, sales: sales, fields: fields).names == ["precision-loss"])
  }

  @Test("a factor brings places of its own, rounding takes them")
  func transforms() {
    let project = SmallProject(
      bc: ["name: A, type: decimal(2)", "name: B, type: decimal(5)"],
      sales: ["name: a, type: decimal(2)", "name: b, type: decimal(2)"],
      header: "direction: to-sales",
      fields: [
        "{ bc: A, sales: a, transform: { multiply: 0.5 } }",
        "{ bc: B, sales: b, transform: { round: 2 } }",
      ])
    #expect(project.lines == ["precision-loss: 'A' can have 3 decimal places, 'a' holds 2"])
  }
}

@Suite("number-overflow")
struct NumberOverflowTests {
  private func project(
    _ field: String, bc: String = "bigint", sales: String = "integer", header: String = "",
    project: String = ""
  ) -> SmallProject {
    SmallProject(
      bc: ["name: Views, type: \(bc)"], sales: ["name: views, type: \(sales)"],
      header: "direction: to-sales\n" + header, fields: ["{ bc: Views, sales: views\(field) }"],
      project: project)
  }

  @Test("a number of a larger type needs an answer, here or in defaults")
  func largerType() {
    #expect(project("").names == ["number-overflow"])
    #expect(project(", too-large: refuse").names == [])
    #expect(project("", project: "defaults: { too-large: refuse }\n").names == [])
    #expect(project("", bc: "integer", sales: "bigint").names == [])
  }

  @Test("what the filter keeps out needs none")
  func filter() {
    let limited = "filter: { bc: { Views: { between: [0, 1000] } } }\n"
    #expect(project("", header: limited).names == [])
    #expect(project(", transform: { multiply: 10 }", header: limited).names == [])
    let half = "filter: { bc: { Views: { at-least: 0 } } }\n"
    #expect(project("", header: half).names == ["number-overflow"])
    // A coupled record that left its filter comes all the same.
    let followed = limited + "outside-filter: follow\n"
    #expect(project("", header: followed).names == ["number-overflow"])
  }

  @Test("transforms make numbers larger and smaller")
  func transforms() {
    #expect(
      project(", transform: { multiply: 2 }", bc: "integer").names == ["number-overflow"])
    #expect(project(", transform: at-least-zero", bc: "integer").names == [])
    #expect(project(", transform: negate", bc: "integer").names == ["number-overflow"])
  }

  @Test("a fraction is asked about first")
  func fraction() {
    #expect(project("", bc: "decimal(2)").names == ["precision-loss"])
    #expect(project(", too-precise: round", bc: "decimal(2)").names == ["number-overflow"])
  }
}
