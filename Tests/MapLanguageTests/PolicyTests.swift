import MapLanguage
import MapRuntime
import Testing

@Suite struct PolicyTests {
  @Test func whatMayBeCreated() throws {
    let mapping = try #require(
      Sample.mapping(
        "create: { to-sales: true, to-bc: { enabled-by: s, when: { sales: { a: empty } } } }"))
    #expect(mapping.create[.toSales]?.isPermitted == true)
    let rule = try #require(mapping.create[.toBC])
    #expect(rule.isPermitted)
    #expect(rule.enabledBy?.value == "s")
    #expect(rule.when?.sales?.fields.count == 1)
    #expect(Sample.mapping("create: { to-bc: false }")?.create[.toBC]?.isPermitted == false)
  }

  @Test func matching() throws {
    let match = try #require(
      Sample.mapping(
        """
        match:
          groups: [[a], [b, { bc: C, sales: c, case-sensitive: true }], [$label]]
          unmatched: create
          then: synchronize
          automatic: true
        """)?.match)
    #expect(
      match.groups.map { $0.pairs.map { $0.name?.value } } == [["a"], ["b", nil], ["$label"]])
    #expect(match.groups[1].pairs[1].bc?.value == "C")
    #expect(match.groups[1].pairs[1].isCaseSensitive)
    #expect(match.unmatched?.value == .create)
    #expect(match.then?.value == .synchronize)
    #expect(match.isAutomatic)
  }

  @Test func theRestOfAMapping() throws {
    let mapping = try #require(
      Sample.mapping(
        """
        if: [a, not d]
        parent: P
        company: own
        outside-filter: follow
        scope: all
        conflict: { update: bc-wins, by: field, delete: delete-partner }
        templates: [{ to: bc, when: { sales: { a: 1 } }, set: { B: $today } }]
        requires: [X, { mapping: Y, if: c, when: { bc: {} }, because: z, same-record: true }]
        defaults: { too-long: cut, empty: keep, uncoupled: clear, validate: false, because: b }
        unmapped: warn
        write-back: { OTHER: { ref: $partner } }
        rules: [default-price-list]
        copy-to: [salesorder.paymenttermscode]
        swift-name: Other
        """))
    #expect(mapping.condition.terms.map(\.feature) == ["a", "d"])
    #expect(mapping.condition.terms.map(\.isNegated) == [false, true])
    #expect(mapping.parent?.value == "P")
    #expect(mapping.company?.value == .own)
    #expect(mapping.outsideFilter?.value == .follow)
    #expect(mapping.scope?.value == .all)
    #expect(mapping.conflict.update?.value == .bcWins)
    #expect(mapping.conflict.by?.value == .field)
    #expect(mapping.conflict.delete?.value == .deletePartner)
    #expect(mapping.templates.first?.to.value == .bc)
    #expect(mapping.templates.first?.set.map(\.value.value) == [.variable("today")])
    #expect(mapping.requires.map(\.mapping.value) == ["X", "Y"])
    #expect(mapping.requires.map(\.isSameRecord) == [false, true])
    #expect(mapping.requires[1].condition.terms.count == 1)
    #expect(mapping.defaults.tooLong?.value == .cut)
    #expect(mapping.defaults.uncoupled?.value == .clear)
    #expect(mapping.defaults.validate?.value == false)
    #expect(mapping.unmapped?.value == .warn)
    #expect(mapping.writeBack.first?.mapping.value == "OTHER")
    #expect(mapping.writeBack.first?.set.map(\.value.value) == [.variable("partner")])
    #expect(mapping.rules.map(\.value) == ["default-price-list"])
    #expect(mapping.copyTo.map(\.table.value) == ["salesorder"])
    #expect(mapping.copyTo.map(\.field.value) == ["paymenttermscode"])
    #expect(mapping.swiftName?.value == "Other")
  }

  @Test func aTest() throws {
    let test = try #require(
      Sample.mapping(
        """
        tests:
          - name: t
            direction: to-bc
            features: [b]
            settings: { s: true }
            now: 2026-01-15T09:00:00Z
            functions: { f: 1 }
            coupled: [{ mapping: X, bc: ['1000', PCS], sales: n1 }, { mapping: Y, bc: 1, sales: n }]
            related: { order: { name: x } }
            before: { A: null }
            sales: { a: , b: '' }
            bc: { A: $today }
        """)?.tests.first)
    #expect(test.name.value == "t")
    #expect(test.direction?.value == .toBC)
    #expect(test.features.map(\.value) == ["b"])
    #expect(test.settings.map(\.value.value) == [.text("true")])
    #expect(test.now?.value == "2026-01-15T09:00:00Z")
    #expect(test.functions.map(\.field.value) == ["f"])
    #expect(test.coupled.map { $0.bc.map(\.value) } == [["1000", "PCS"], ["1"]])
    #expect(test.related.first?.fields.map(\.field.value) == ["name"])
    #expect(test.before?.map(\.value.value) == [.null])
    #expect(test.sales?.map(\.value.value) == [.null, .text("")])
    #expect(test.bc?.map(\.value.value) == [.variable("today")])
    #expect(test.fails == nil)
  }
}
