import MapSource
import Testing

@Suite("text-truncation")
struct TextTruncationTests {
  @Test("a longer source needs an answer, and shows a text that is too long")
  func longerSource() throws {
    let project = SmallProject(
      bc: ["name: City, type: text(5)"], sales: ["name: city, type: text(8)"],
      fields: ["{ bc: City, sales: city }"])
    #expect(
      project.lines == ["text-truncation: 'city' can have up to 8 characters, 'City' holds 5"])
    let finding = try #require(project.first("text-truncation"))
    #expect(project.text(at: finding.span) == "City")
    #expect(finding.help == "say `too-long: cut`, `refuse` or `keep`")
    #expect(finding.example?.sales.map(\.value) == ["XXXXXX"])
    #expect(finding.example?.bc.map(\.value) == ["XXXXX"])
  }

  @Test("every answer settles it", arguments: ["cut", "refuse", "keep"])
  func answered(_ answer: String) {
    let project = SmallProject(
      bc: ["name: City, type: text(5)"], sales: ["name: city, type: text(8)"],
      fields: ["{ bc: City, sales: city, too-long: \(answer) }"])
    #expect(project.lines == [])
  }

  @Test("a default cut covers texts, and no code")
  func defaultCut() {
    let project = SmallProject(
      bc: ["name: City, type: text(5)", "name: Country, type: code(2)"],
      sales: ["name: city, type: text(8)", "name: country, type: text(80)"],
      header: "direction: both\ndefaults: { too-long: cut, because: shorter }",
      fields: ["{ bc: City, sales: city }", "{ bc: Country, sales: country }"])
    #expect(
      project.lines == [
        "text-truncation: 'country' can have up to 80 characters, 'Country' holds 2"
      ])
  }

  @Test("texts of the same length, or into longer ones, need none")
  func fitting() {
    let project = SmallProject(
      bc: ["name: City, type: text(5)", "name: Notes, type: memo"],
      sales: ["name: city, type: text(5)", "name: notes, type: memo"],
      fields: ["{ bc: City, sales: city }", "{ bc: Notes, sales: notes }"])
    #expect(project.lines == [])
  }

  @Test("a memo without a length can have any")
  func unlimited() {
    let project = SmallProject(
      bc: ["name: Notes, type: memo"], sales: ["name: notes, type: memo(2000)"],
      fields: ["{ bc: Notes, sales: notes, direction: to-sales }"])
    #expect(
      project.lines == [
        "text-truncation: 'Notes' can have any number of characters, 'notes' holds 2000"
      ])
  }

  @Test("a prefix makes a text longer, a substring shorter")
  func transforms() {
    let fields = ["name: A, type: text(10)", "name: B, type: text(20)"]
    let project = SmallProject(
      bc: fields, sales: ["name: a, type: text(10)", "name: b, type: text(10)"],
      header: "direction: to-sales",
      fields: [
        "{ bc: A, sales: a, transform: { prefix: C- } }",
        "{ bc: B, sales: b, transform: { substring: [1, 10] } }",
      ])
    #expect(
      project.lines == ["text-truncation: 'A' can become up to 12 characters, 'a' holds 10"])
    #expect(project.first("text-truncation")?.example?.bc.map(\.value) == ["XXXXXXXXXX"])
  }

  @Test("a text with fields in it is as long as all its parts")
  func template() throws {
    let bc = [
      "name: Type, type: option, values: { Item: 0, Resource: 1 }", "name: Code, type: code(4)",
    ]
    let long = SmallProject(
      bc: bc, sales: ["name: name, type: text(15)"], header: "direction: to-sales",
      fields: ["{ text: '{Type} {Code} GR', sales: name }"])
    #expect(
      long.lines == ["text-truncation: the text can have up to 16 characters, 'name' holds 15"])
    let finding = try #require(long.first("text-truncation"))
    #expect(finding.example?.bc.map(\.value) == ["Resource", "XXXX"])
    #expect(finding.example?.sales.map(\.value) == ["Resource XXXX G"])
    let fitting = SmallProject(
      bc: bc, sales: ["name: name, type: text(16)"], header: "direction: to-sales",
      fields: ["{ text: '{Type} {Code} GR', sales: name }"])
    #expect(fitting.lines == [])
  }

  @Test("a constant, a made key and a mapped value must fit too")
  func literals() {
    let project = SmallProject(
      bc: ["name: Kind, type: option, values: { A: 0, B: 1 }"],
      sales: [
        "name: kind, type: text(3)", "name: fixed, type: text(3)", "name: made, type: text(3)",
      ],
      header: "direction: to-sales",
      fields: [
        "{ sales: fixed, constant: four }", "{ sales: made, generate: 'K{000}' }",
        "{ bc: Kind, sales: kind, values: { A: one, B: three } }",
      ])
    #expect(
      project.lines == [
        "text-truncation: the constant 'four' can have up to 4 characters, 'fixed' holds 3",
        "text-truncation: the generated key can have up to 4 characters, 'made' holds 3",
        "text-truncation: 'three' has 5 characters, 'kind' holds 3",
      ])
  }

  @Test("a table of a live system that tells no lengths gets one warning")
  func untold() throws {
    let project = SmallProject(
      bc: ["name: A, type: text(10)", "name: B, type: text(10)"],
      sales: ["name: a, type: text", "name: b, type: text"], header: "direction: to-bc",
      fields: ["{ bc: A, sales: a }", "{ bc: B, sales: b }"])
    #expect(project.names == ["text-truncation"])
    #expect(project.findings.first?.severity == .warning)
  }

  @Test("a reference becomes a key that must fit")
  func reference() {
    var project = SmallProject(
      bc: ["name: Owner, type: code(5), refers-to: Person"],
      sales: ["name: ownerid, type: lookup, refers-to: person"], header: "direction: to-bc",
      fields: ["{ bc: Owner, sales: ownerid, through: PERSON }"])
    project.files["schemas/bc/Person.yaml"] = SmallProject.table("Person", key: "No.", [])
    project.files["schemas/sales/person.yaml"] = SmallProject.table(
      "person", key: "personid", ["name: name, type: text(20)"])
    project.files["mappings/PERSON.yaml"] = """
      mapping: PERSON
      tables: { bc: Person, sales: person }
      direction: to-bc
      create: { to-bc: true }
      fields: [{ bc: No., sales: name }]

      """
    #expect(
      project.lines == [
        "text-truncation: 'No.' of 'Person' can have up to 20 characters, 'Owner' holds 5"
      ])
  }
}
