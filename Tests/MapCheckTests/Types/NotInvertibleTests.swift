import MapSource
import Testing

@Suite("not-invertible")
struct NotInvertibleTests {
  private func project(_ transform: String, type: String = "text(20)") -> SmallProject {
    SmallProject(
      bc: ["name: A, type: \(type)"], sales: ["name: a, type: \(type)"],
      fields: ["{ bc: A, sales: a, too-long: cut, too-precise: round, transform: \(transform) }"])
  }

  @Test(
    "a step without a way back is refused both ways",
    arguments: [
      "{ substring: [1, 3] }", "{ replace: [a, b] }", "{ custom: shorten }",
      "{ matches: ['[0-9]+', '$0'] }",
    ])
  func noWayBack(_ step: String) {
    #expect(project(step).names == ["not-invertible"])
  }

  @Test("it shows a value that nobody finds back to")
  func example() throws {
    let finding = try #require(project("{ substring: [1, 2] }").first("not-invertible"))
    let example = try #require(finding.example)
    #expect(example.bc.map(\.value) != example.sales.map(\.value))
  }

  @Test(
    "steps that undo each other, or change nothing twice, come to rest",
    arguments: [
      "{ prefix: C- }", "trim", "uppercase",
      "{ to-sales: { prefix: C- }, to-bc: { replace: [C-, ''] } }",
      "{ to-sales: uppercase, to-bc: lowercase }", "{ to-sales: trim, to-bc: [] }",
    ])
  func settles(_ transform: String) {
    #expect(project(transform).lines == [])
  }

  @Test("numbers come back as they went")
  func numbers() {
    #expect(project("negate", type: "decimal(2)").lines == [])
    #expect(project("{ multiply: 100 }", type: "decimal(2)").lines == [])
    #expect(project("{ multiply: 0 }", type: "decimal(2)").names == ["not-invertible"])
  }

  @Test("two ways that change a value for ever are refused, with the way it goes")
  func restless() throws {
    let project = project("{ to-sales: { suffix: -X }, to-bc: [] }")
    #expect(
      project.lines == [
        "not-invertible: the two ways of 'transform' never come to rest between 'A' and 'a'"
      ])
    let finding = try #require(project.findings.first)
    #expect(finding.notes.map(\.message) == ["it goes 'A' → 'A-X' → 'A-X' → 'A-X-X'"])
    #expect(finding.example?.bc.map(\.value) == ["A"])
    #expect(
      self.project("{ to-sales: negate, to-bc: [] }", type: "decimal(2)").names
        == ["not-invertible"])
  }
}
