import MapLanguage
import Testing

@Suite struct TransformTests {
  private func chain(_ text: String) throws -> TransformChain {
    try #require(Sample.fieldMap("bc: A, sales: b, transform: \(text)")?.transform)
  }

  @Test(arguments: [
    ("trim", "trim"), ("title-case", "title-case"), ("{ substring: [1, 3] }", "substring 1 3"),
    ("{ replace: [a, ''] }", "replace a "), ("{ prefix: No }", "prefix No"),
    ("{ round: 2 }", "round 2"), ("{ multiply: -1.5 }", "multiply -1.5"),
    ("{ custom: tidy }", "custom tidy"), ("{ date-format: yyyy }", "date-format yyyy"),
    ("{ matches: ['a(.)', '$1'] }", "matches a(.) $1"),
  ])
  func oneStep(_ text: String, _ words: String) throws {
    let chain = try chain(text)
    #expect(!chain.isBothWays)
    let call = try #require(chain.toSales.first)
    #expect(([call.name] + call.arguments).map(\.value).joined(separator: " ") == words)
  }

  @Test func aListAndBothWays() throws {
    let list = try chain("[trim, uppercase, { suffix: x }]")
    #expect(list.toSales.map(\.name.value) == ["trim", "uppercase", "suffix"])
    let both = try chain("{ to-sales: trim, to-bc: [{ prefix: a }, negate] }")
    #expect(both.isBothWays)
    #expect(both.toSales.map(\.name.value) == ["trim"])
    #expect(both.toBC.map(\.name.value) == ["prefix", "negate"])
  }

  @Test(arguments: [
    ("shout", "unknown-transform", "shout"), ("{ shout: 1 }", "unknown-transform", "shout"),
    ("trimm", "unknown-transform", "trimm"), ("{ substring: 1 }", "invalid-value", "1"),
    ("{ substring: [1, x] }", "invalid-value", "x"), ("{ round: -2 }", "invalid-value", "-2"),
    ("{ trim: 1 }", "invalid-value", "1"), ("round", "invalid-value", "round"),
    ("{ multiply: two }", "invalid-value", "two"),
    ("{ trim: , uppercase: }", "invalid-value", "{ trim: , uppercase: }"),
  ])
  func mistakes(_ text: String, _ name: String, _ characters: String) {
    #expect(
      Sample.marks(fieldMap: "bc: A, sales: b, transform: \(text)") == ["\(name) \"\(characters)\""]
    )
  }

  @Test func aMisspeltNameIsCorrected() throws {
    let chain = try chain("upercase")
    #expect(chain.toSales.map(\.name.value) == ["uppercase"])
  }
}
