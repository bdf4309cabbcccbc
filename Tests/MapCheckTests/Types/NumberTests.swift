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
    let fields = ["{ bc: Price, sales: price }"]
    let bc = ["name: Price, type: decimal(5)"]
    let sales = ["name: price, type: integer"]
    let here = SmallProject(
      bc: bc, sales: sales, fields: ["{ bc: Price, sales: price, too-precise: \(answer) }"])
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
