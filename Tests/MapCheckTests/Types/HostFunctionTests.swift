import MapSource
import Testing

@Suite("Functions of the host")
struct HostFunctionTests {
  private func project(_ fields: [String]) -> SmallProject {
    SmallProject(
      bc: ["name: A, type: text(20)", "name: B, type: text(20)", "name: N, type: decimal(2)"],
      sales: [
        "name: a, type: text(20)", "name: n, type: integer", "name: b, type: boolean",
        "name: t, type: text(20)",
      ], header: "direction: to-sales\ndefaults: { too-long: cut, because: names are short }",
      fields: fields)
  }

  @Test("two results of the same values are two functions, which no call could tell apart")
  func results() throws {
    let project = project([
      "{ compute: rate, from: [A], sales: a }", "{ compute: rate, from: [B], sales: n }",
    ])
    #expect(
      project.lines == [
        "type-mismatch: 'rate' is to make an integer here and a text(20) elsewhere, of values of "
          + "the same types"
      ])
    let finding = try #require(project.findings.first)
    #expect(project.text(at: finding.span) == "rate")
    #expect(finding.notes.compactMap(\.span).map(project.text) == ["rate"])
  }

  @Test("two names that are one in Swift clash")
  func names() {
    let project = project([
      "{ compute: net-rate, from: [A], sales: a }", "{ compute: net rate, from: [A], sales: n }",
    ])
    #expect(project.names == ["name-clash"])
  }

  @Test("a transform and a computation may mean the same function")
  func transform() {
    let project = project([
      "{ bc: A, sales: a, transform: { custom: rate } }", "{ compute: rate, from: [B], sales: n }",
    ])
    #expect(project.names == ["type-mismatch"])
  }

  @Test("other values, or a result of the same kind, are no mistake")
  func apart() {
    let project = project([
      "{ compute: rate, from: [A], sales: a }", "{ compute: rate, from: [B], sales: t }",
      "{ compute: rate, from: [N], sales: n }", "{ compute: rate, from: [A, B], sales: b }",
    ])
    #expect(project.lines == [])
  }

  @Test("a step behind a function gets what the function got")
  func behind() {
    let project = project(["{ bc: A, sales: a, transform: [{ custom: rate }, negate] }"])
    #expect(project.lines == ["type-mismatch: 'negate' does not take a text(20)"])
  }
}
