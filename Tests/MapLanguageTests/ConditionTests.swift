import MapLanguage
import MapRuntime
import Testing

@Suite struct ConditionTests {
  private func test(_ text: String) throws -> String {
    let mapping = try #require(Sample.mapping("filter: { bc: { A: \(text) } }"))
    return spell(try #require(mapping.filter[.bc]?.fields.first?.test))
  }

  /// A test in words that a table of expectations can hold.
  private func spell(_ test: FieldCondition.Test) -> String {
    switch test {
    case .equals(let value): "= \(value.value.written)"
    case .anyOf(let tests): "any(" + tests.map(spell).joined(separator: ", ") + ")"
    case .empty: "empty"
    case .notEmpty: "filled"
    case .not(let test): "not(" + spell(test) + ")"
    case .above(let value): "> \(value.value.written)"
    case .below(let value): "< \(value.value.written)"
    case .atLeast(let value): ">= \(value.value.written)"
    case .atMost(let value): "<= \(value.value.written)"
    case .between(let low, let high): "\(low.value.written)..\(high.value.written)"
    case .like(let pattern): "like \(pattern.value)"
    case .isA(let table): "is \(table.value)"
    case .field(let field): "field \(field.value)"
    }
  }

  @Test(arguments: [
    ("Active", "= Active"), ("'empty'", "= empty"), ("empty", "empty"), ("not empty", "filled"),
    ("null", "empty"), ("'null'", "= null"), ("", "empty"), ("false", "= false"),
    ("$today", "= $today"), ("[a, empty, null]", "any(= a, empty, empty)"),
    ("{ not: x }", "not(= x)"), ("{ not: [a, b] }", "not(any(= a, = b))"),
    ("{ not: empty }", "filled"), ("{ above: 1 }", "> 1"), ("{ below: $today }", "< $today"),
    ("{ at-least: 1 }", ">= 1"), ("{ at-most: 1 }", "<= 1"), ("{ between: [1, 5] }", "1..5"),
    ("{ like: 'A*' }", "like A*"), ("{ is-a: account }", "is account"),
    ("{ field: No. }", "field No."), ("{ equals: 'empty' }", "= empty"),
    ("{ equals: empty }", "= empty"), ("{ not: { like: B? } }", "not(like B?)"),
  ])
  func tests(_ text: String, _ spelled: String) throws {
    #expect(try test(text) == spelled)
  }

  @Test func anyStandsBesideFields() throws {
    let mapping = try #require(
      Sample.mapping("filter: { sales: { a: 1, any: [{ b: 2 }, { c: 3, d: 4 }] } }"))
    let condition = try #require(mapping.filter[.sales])
    #expect(condition.fields.map(\.field.value) == ["a"])
    #expect(condition.any.map { $0.map { $0.fields.count } } == [[1, 2]])
    #expect(condition.allFields.map(\.field.value) == ["a", "b", "c", "d"])
  }

  @Test func whenAsksSidesAndRelatedRecords() throws {
    let mapping = try #require(
      Sample.mapping(
        """
        related: { order: { sales: salesorder, where: { n: No. } }, other: { bc: T, where: {} } }
        refuse:
          - when: { order: exists, other: { A: 1 }, bc: { B: 2 }, sales: { c: 3 } }
            because: no
        """))
    let when = try #require(mapping.refuse.first?.when)
    #expect(when.bc?.fields.map(\.field.value) == ["B"])
    #expect(when.sales?.fields.map(\.field.value) == ["c"])
    #expect(when.related.map(\.name.value) == ["order", "other"])
    guard case .exists = when.related[0].test, case .fields(let condition) = when.related[1].test
    else {
      Issue.record("not the tests of related records")
      return
    }
    #expect(condition.fields.count == 1)
    #expect(mapping.related.map(\.side) == [.sales, .bc])
    #expect(mapping.related[0].where.map(\.theirs.value) == ["n"])
    #expect(mapping.related[0].where.map(\.own.value) == ["No."])
  }

  @Test func anUnknownRecordInWhen() {
    let text =
      "related: { order: { bc: T, where: {} } }\nrefuse: [{ when: { ordr: exists }, because: x }]"
    let sample = Sample.one(text)
    #expect(sample.marks() == ["unknown-key \"ordr\""])
    #expect(sample.read().findings.first?.help == "did you mean 'order'?")
    #expect(
      Sample.marks(mapping: "refuse: [{ when: { elsewhere: exists }, because: x }]")
        == ["unknown-key \"elsewhere\""])
  }
}
