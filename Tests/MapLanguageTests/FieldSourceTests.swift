import MapLanguage
import Testing

@Suite struct FieldSourceTests {
  private func source(_ keys: String) throws -> FieldSource {
    try #require(Sample.fieldMap(keys)?.source)
  }

  @Test func textWithFields() throws {
    guard case .text(let template) = try source("sales: b, text: '{A} x {C}y'") else {
      Issue.record("no text")
      return
    }
    #expect(template.fields.map(\.value) == ["A", "C"])
    #expect(template.parts.count == 4)
  }

  @Test func aRunningNumber() throws {
    guard case .generate(let pattern) = try source("bc: Code, generate: 'DV{00000}X'") else {
      Issue.record("no pattern")
      return
    }
    #expect((pattern.prefix, pattern.digits, pattern.suffix) == ("DV", 5, "X"))
    #expect(pattern.length == 8)
  }

  @Test func aFunctionSeesFields() throws {
    guard case .compute(let both) = try source("bc: P, compute: f, from: { sales: [a], bc: [N] }"),
      case .compute(let one) = try source("bc: P, from: [x, y], compute: f")
    else {
      Issue.record("no function")
      return
    }
    #expect(both.name.value == "f")
    #expect((both.sales.map(\.value), both.bc.map(\.value)) == (["a"], ["N"]))
    #expect(both.source.isEmpty)
    #expect(one.source.map(\.value) == ["x", "y"])
  }

  @Test func aRelatedFieldMayHaveAPointInItsName() throws {
    guard case .related(let name, let field) = try source("sales: b, from: order.No.") else {
      Issue.record("no related field")
      return
    }
    #expect((name.value, field.value) == ("order", "No."))
  }

  @Test func theFirstOfSeveral() throws {
    let keys = "sales: n, first: [{ from: order.name }, { bc: No. }, { constant: x }]"
    guard case .first(let sources, _) = try source(keys), sources.count == 3,
      case .related = sources[0], case .field(let field) = sources[1],
      case .constant = sources[2]
    else {
      Issue.record("not the three sources")
      return
    }
    #expect(field.value == "No.")
  }

  @Test func mistakesInsideFirst() {
    #expect(Sample.marks(fieldMap: "sales: n, first: [{}]") == ["missing-key \"{}\""])
    #expect(
      Sample.marks(fieldMap: "sales: n, first: [{ bc: A, sales: b }]")
        == ["invalid-value \"{ bc: A, sales: b }\""])
  }
}
