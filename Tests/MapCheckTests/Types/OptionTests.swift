import MapSource
import Testing

@Suite("options")
struct OptionTests {
  private let states = "name: Status, type: option, values: { Draft: 0, Active: 1, Closed: 2 }"
  private let codes = "name: code, type: option, values: { Active: 1, Inactive: 2 }"

  @Test("a value that the list leaves out needs an answer")
  func notCovered() throws {
    let project = SmallProject(
      bc: [states], sales: [codes], header: "direction: to-sales",
      fields: ["{ bc: Status, sales: code, values: { Active: Active } }"])
    #expect(
      project.lines == [
        "option-not-covered: 'Draft' and 'Closed' of 'Status' have no value in 'code'"
      ])
    #expect(project.findings.first?.example?.bc.map(\.value) == ["Draft"])
  }

  @Test(
    "'otherwise' answers for the rest", arguments: ["keep", "refuse", "Inactive"])
  func otherwise(_ answer: String) {
    let project = SmallProject(
      bc: [states], sales: [codes], header: "direction: to-sales",
      fields: ["{ bc: Status, sales: code, values: { Active: Active }, otherwise: \(answer) }"])
    #expect(project.lines == [])
  }

  @Test("what the filter keeps out needs none, unless those that left it are followed")
  func filtered() {
    let fields = ["{ bc: Status, sales: code, values: { Active: Active, Draft: Inactive } }"]
    let filter = "direction: to-sales\nfilter: { bc: { Status: [Active, Draft] } }"
    let skipped = SmallProject(bc: [states], sales: [codes], header: filter, fields: fields)
    #expect(skipped.lines == [])
    let followed = SmallProject(
      bc: [states], sales: [codes], header: filter + "\noutside-filter: follow", fields: fields)
    #expect(
      followed.lines == ["option-not-covered: 'Closed' of 'Status' has no value in 'code'"])
    let negated = SmallProject(
      bc: [states], sales: [codes],
      header: "direction: to-sales\nfilter: { bc: { Status: { not: Closed } } }", fields: fields)
    #expect(negated.lines == [])
  }

  @Test("without a list, options go by name, and what is missing either way is one finding")
  func byName() throws {
    let project = SmallProject(
      bc: ["name: A, type: option, values: { One: 1, Two: 2 }"],
      sales: ["name: a, type: option, values: { One: 10, Three: 30 }"],
      fields: ["{ bc: A, sales: a }"])
    #expect(
      project.lines == [
        "option-not-covered: 'Two' of 'A' has no value in 'a'"
      ])
    let notes = try #require(project.findings.first).notes.map(\.message)
    #expect(notes.contains("the other way, 'Three' of 'a' has no value in 'A'"))
  }

  @Test("options that grow while the system runs need an answer")
  func open() {
    let project = SmallProject(
      bc: ["name: A, type: text(10)"],
      sales: ["name: a, type: option, open: true, values: { One: 1 }"], header: "direction: to-bc",
      fields: ["{ bc: A, sales: a, values: { One: One } }"])
    #expect(project.names == ["option-not-covered"])
  }

  @Test("two values written as one have no way back")
  func notInvertible() throws {
    let list = "values: { Active: Active, Draft: Inactive, Closed: Inactive }"
    let project = SmallProject(
      bc: [states], sales: [codes], fields: ["{ bc: Status, sales: code, \(list) }"])
    #expect(
      project.lines == [
        "option-not-invertible: 'Inactive' of 'code' stands for 'Draft' and 'Closed' of "
          + "'Status'"
      ])
    let finding = try #require(project.findings.first)
    #expect(finding.example?.bc.map(\.value) == ["Closed"])
    #expect(finding.example?.sales.map(\.value) == ["Inactive"])
    let oneWay = SmallProject(
      bc: [states], sales: [codes], header: "direction: to-sales",
      fields: ["{ bc: Status, sales: code, \(list) }"])
    #expect(oneWay.lines == [])
  }

  @Test("an example shows a blank as it would be written")
  func blank() {
    let project = SmallProject(
      bc: ["name: A, type: option, values: { ' ': 0, One: 1 }"],
      sales: ["name: a, type: option, values: { One: 1 }"], header: "direction: to-sales",
      fields: ["{ bc: A, sales: a }"])
    #expect(project.names == ["option-not-covered"])
    #expect(project.findings.first?.example?.bc.map(\.value) == ["' '"])
  }

  @Test("three values written as one are one finding")
  func oneFinding() {
    let project = SmallProject(
      bc: [states], sales: [codes],
      fields: [
        "{ bc: Status, sales: code, values: { Draft: Active, Active: Active, Closed: Active }, "
          + "otherwise: keep }"
      ])
    #expect(
      project.lines == [
        "option-not-invertible: 'Active' of 'code' stands for 'Draft', 'Active' and 'Closed' of "
          + "'Status'"
      ])
  }

  @Test("a list says what is read as one value")
  func listed() {
    let project = SmallProject(
      bc: ["name: Blocked, type: boolean"],
      sales: ["name: state, type: option, values: { Active: 0, Retired: 1, Draft: 2 }"],
      fields: [
        "{ bc: Blocked, sales: state, values: { 'false': Active, 'true': [Retired, Draft] } }"
      ])
    #expect(project.lines == [])
  }
}
