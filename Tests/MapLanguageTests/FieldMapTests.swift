import MapLanguage
import MapRuntime
import Testing

@Suite struct FieldMapTests {
  @Test func everyPolicy() throws {
    let map = try #require(
      Sample.fieldMap(
        """
        bc: A, sales: b, direction: to-sales, through: [X, Y], follow: { contact: parent },
        uncoupled: later, too-long: cut, too-precise: refuse, only-on: update, validate: false,
        if: not a, enabled: false, because: why, same-as: order.customerid, empty: { use: Code }
        """))
    #expect(map.bc?.value == "A")
    #expect(map.sales?.value == "b")
    #expect(map.direction?.value == .toSales)
    #expect(map.through.map(\.value) == ["X", "Y"])
    #expect(map.follow.map(\.table.value) == ["contact"])
    #expect(map.follow.map(\.field.value) == ["parent"])
    #expect(map.uncoupled?.value == .later)
    #expect(map.tooLong?.value == .cut)
    #expect(map.tooPrecise?.value == .refuse)
    #expect(map.onlyOn?.value == .update)
    #expect(map.validate?.value == false)
    #expect(map.condition.terms.map(\.feature) == ["a"])
    #expect(map.condition.terms.map(\.isNegated) == [true])
    #expect(!map.isEnabled)
    #expect(map.because?.value == "why")
    #expect(map.sameAs.map(\.name.value) == ["order"])
    #expect(map.sameAs.map(\.field.value) == ["customerid"])
    guard case .use(let value, _) = map.empty?.value else {
      Issue.record("no value for an empty source")
      return
    }
    #expect(value.value == .text("Code"))
  }

  @Test func valuesAndOtherwise() throws {
    let map = try #require(
      Sample.fieldMap("bc: A, sales: b, values: { 'true': [R, D], x: y }, otherwise: refuse"))
    #expect(map.values?.pairs.map(\.source.value) == [.text("true"), .text("x")])
    #expect(
      map.values?.pairs.map { $0.targets.map(\.value) } == [
        [.text("R"), .text("D")], [.text("y")],
      ])
    guard case .refuse = map.values?.otherwise?.value else {
      Issue.record("otherwise is not refuse")
      return
    }
    let quoted = Sample.fieldMap("bc: A, sales: b, values: { x: y }, otherwise: 'keep'")
    guard case .value(let value) = quoted?.values?.otherwise?.value else {
      Issue.record("quoted otherwise is no value")
      return
    }
    #expect(value.value == .text("keep"))
  }

  @Test func blocksAreNumbered() throws {
    let mapping = try #require(
      Sample.mapping(
        """
        fields:
          - { bc: A, sales: a }
          - { together: any-filled, fields: [{ bc: B, sales: b }, { bc: C, sales: c }] }
          - together: any-filled
            fields: [{ bc: D, sales: d }]
        """))
    #expect(mapping.fields.map(\.together) == [nil, 0, 0, 1])
    #expect(mapping.fields.map { $0.sales?.value } == ["a", "b", "c", "d"])
  }

  @Test func aFieldMapThatCannotBeReadIsLeftOutAlone() throws {
    let sample = Sample.one("fields: [{ bc: A }, { bc: B, sales: b }]")
    let fields = sample.read().model.mappings[0].alternatives[0].mapping.fields
    #expect(fields.map(\.isWhole) == [false, true])
  }
}
