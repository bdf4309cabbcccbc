import MapSource
import Testing

@Suite("targets")
struct TargetTests {
  @Test("a field that is only read takes nothing")
  func readOnly() throws {
    let project = SmallProject(
      bc: ["name: Total, type: decimal(2), access: read"], sales: ["name: total, type: decimal(2)"],
      fields: ["{ bc: Total, sales: total }"])
    #expect(project.lines == ["read-only-target: bc field 'Total' is read only"])
    #expect(project.findings.first?.help == "say `direction: to-sales`, or take the field map out")
    let oneWay = SmallProject(
      bc: ["name: Total, type: decimal(2), access: read"], sales: ["name: total, type: decimal(2)"],
      header: "direction: to-sales", fields: ["{ bc: Total, sales: total }"])
    #expect(oneWay.lines == [])
  }

  @Test("a computed field takes something only if it says what it sets")
  func computed() {
    let bc = ["name: Key, type: text(10)", "name: C, type: text(10), computed: c"]
    let project = SmallProject(
      bc: bc, sales: ["name: c, type: text(10)"], header: "direction: to-bc",
      fields: ["{ bc: C, sales: c }"])
    #expect(project.names == ["read-only-target"])
    let settable = SmallProject(
      bc: ["name: Key, type: text(10)", "name: C, type: text(10), computed: c, sets: [Key]"],
      sales: ["name: c, type: text(10)"], header: "direction: to-bc",
      fields: ["{ bc: C, sales: c }"])
    #expect(settable.lines == [])
  }

  @Test("a field that is written on creation needs a mapping that creates")
  func onCreation() {
    let bc = ["name: A, type: text(10)"]
    let sales = ["name: a, type: text(10), access: create"]
    let fields = ["{ bc: A, sales: a }"]
    let never = SmallProject(bc: bc, sales: sales, header: "direction: to-sales", fields: fields)
    #expect(
      never.lines == [
        "read-only-target: sales field 'a' is written on creation only, and 'M' never creates "
          + "to-sales"
      ])
    let creating = SmallProject(
      bc: bc, sales: sales, header: "direction: to-sales\ncreate: { to-sales: true }",
      fields: fields)
    #expect(creating.lines == [])
    let onUpdate = SmallProject(
      bc: bc, sales: ["name: a, type: text(10), access: update"], header: "direction: to-sales",
      fields: fields)
    #expect(onUpdate.lines == [])
  }

  @Test("a new record needs its required fields, from a field map or a template")
  func required() throws {
    let bc = ["name: A, type: text(10)"]
    let sales = [
      "name: a, type: text(10), required: true",
      "name: kind, type: option, values: { One: 1 }, required: true, default: One",
    ]
    let header = "direction: to-sales\ncreate: { to-sales: true }"
    let missing = SmallProject(
      bc: bc, sales: sales + ["name: b, type: text(10)"], header: header,
      fields: ["{ bc: A, sales: b }"])
    #expect(
      missing.lines == [
        "required-not-mapped: 'a' of sales table 'thing' is required, and nothing writes it on "
          + "creation"
      ])
    let mapped = SmallProject(
      bc: bc, sales: sales, header: header, fields: ["{ bc: A, sales: a, empty: refuse }"])
    #expect(mapped.lines == [])
    let templated = SmallProject(
      bc: bc, sales: sales + ["name: b, type: text(10)"],
      header: header + "\ntemplates: [{ to: sales, set: { a: fixed } }]",
      fields: ["{ bc: A, sales: b }"])
    #expect(templated.lines == [])
    let sometimes = SmallProject(
      bc: bc, sales: sales + ["name: b, type: text(10)"],
      header: header + "\ntemplates: [{ to: sales, when: { bc: { A: x } }, set: { a: fixed } }]",
      fields: ["{ bc: A, sales: b }"])
    #expect(sometimes.names == ["required-not-mapped"])
    let never = SmallProject(
      bc: bc, sales: sales + ["name: b, type: text(10)"], header: "direction: to-sales",
      fields: ["{ bc: A, sales: b }"])
    #expect(never.lines == [])
  }

  @Test("a field map for updates fills no new record")
  func onlyOnUpdate() {
    let project = SmallProject(
      bc: ["name: A, type: text(10)"], sales: ["name: a, type: text(10), required: true"],
      header: "direction: to-sales\ncreate: { to-sales: true }",
      fields: ["{ bc: A, sales: a, only-on: update, empty: refuse }"])
    #expect(project.names == ["required-not-mapped"])
  }

  @Test("a name that does not exist is one finding")
  func unknownName() {
    let project = SmallProject(
      bc: ["name: A, type: text(10)"], sales: ["name: a, type: text(10), required: true"],
      header: "direction: to-sales\ncreate: { to-sales: true }",
      fields: ["{ bc: Aa, sales: a, empty: refuse }"])
    #expect(project.names == ["unknown-field"])
  }

  @Test("an empty source must not clear a required field")
  func emptyIntoRequired() throws {
    let bc = ["name: A, type: text(10)", "name: N, type: decimal(2)"]
    let sales = [
      "name: a, type: text(10), required: true", "name: n, type: decimal(2), required: true",
    ]
    let fields = ["{ bc: A, sales: a }", "{ bc: N, sales: n }"]
    let project = SmallProject(bc: bc, sales: sales, header: "direction: to-sales", fields: fields)
    #expect(project.lines == ["empty-into-required: 'A' may be empty, and 'a' is required"])
    #expect(project.text(at: try #require(project.findings.first).span) == "A")
    let filtered = SmallProject(
      bc: bc, sales: sales, header: "direction: to-sales\nfilter: { bc: { A: not empty } }",
      fields: fields)
    #expect(filtered.lines == [])
    let followed = SmallProject(
      bc: bc, sales: sales,
      header: "direction: to-sales\nfilter: { bc: { A: not empty } }\noutside-filter: follow",
      fields: fields)
    #expect(followed.names == ["empty-into-required"])
  }

  @Test(
    "every answer settles an empty source",
    arguments: ["refuse", "keep", "{ use: none }", "{ use: No. }"])
  func emptyAnswered(_ answer: String) {
    let project = SmallProject(
      bc: ["name: A, type: text(20)"], sales: ["name: a, type: text(20), required: true"],
      header: "direction: to-sales", fields: ["{ bc: A, sales: a, empty: \(answer) }"])
    #expect(project.lines == [])
  }

  @Test("a number of Sales may be empty, one of BC is not")
  func emptyNumbers() {
    let project = SmallProject(
      bc: ["name: N, type: decimal(2), required: true"], sales: ["name: n, type: decimal(2)"],
      header: "direction: to-bc", fields: ["{ bc: N, sales: n }"])
    #expect(project.names == ["empty-into-required"])
  }

  @Test("two field maps do not write one field, unless one creates and one updates")
  func duplicateTarget() throws {
    let bc = ["name: A, type: text(10)", "name: B, type: text(10)"]
    let sales = ["name: a, type: text(10)"]
    func lines(_ one: String, _ other: String) -> [String] {
      SmallProject(
        bc: bc, sales: sales, header: "direction: to-sales",
        fields: ["{ bc: A, sales: a\(one) }", "{ bc: B, sales: a\(other) }"]
      ).lines
    }
    #expect(lines("", "") == ["duplicate-target: two field maps write 'a' to-sales"])
    #expect(lines(", only-on: create", ", only-on: update") == [])
    #expect(
      lines(", only-on: create", "") == ["duplicate-target: two field maps write 'a' to-sales"])
    #expect(lines("", ", enabled: false") == [])
  }

  @Test("field maps of features that exclude each other do not meet")
  func duplicateTargetUnderFeatures() {
    let project = SmallProject(
      bc: ["name: A, type: text(10)", "name: B, type: text(10)"],
      sales: ["name: a, type: text(10)"],
      header: "direction: to-sales",
      fields: ["{ bc: A, sales: a, if: on }", "{ bc: B, sales: a, if: not on }"],
      project: "features: { mode: [on-mode, off-mode], flag: ['on', 'off'] }\n")
    #expect(project.names.filter { $0 == "duplicate-target" } == [])
  }
}
