import MapLanguage
import MapRuntime
import Testing

@Suite struct FileTests {
  private static let rest = "\ntables: { bc: A, sales: b }\nfields: []\n"

  @Test(arguments: [
    ("UNIT OF MEASURE", "UNIT_OF_MEASURE"), ("Salesperson/Purchaser", "Salesperson_Purchaser"),
    ("Cust. Ledger Entry", "Cust._Ledger_Entry"), ("A-1_b", "A-1_b"), ("Größe", "Größe"),
  ])
  func namesOfFiles(_ name: String, _ file: String) {
    #expect(FileName.of(name) == file)
    var sample = Sample()
    sample.add(.mapping, file, "mapping: \(name)" + Self.rest)
    #expect(sample.marks() == [])
  }

  @Test func anotherNameIsAFinding() {
    var sample = Sample()
    sample.add(.mapping, "B", "mapping: A B" + Self.rest)
    sample.add(.table(.sales), "Account", "table: account\nkey: [id]\nfields: []\n")
    let findings = sample.read().findings
    #expect(findings.map(sample.mark) == ["name-mismatch \"A B\"", "name-mismatch \"account\""])
    #expect(findings.first?.message == "the mapping 'A B' is in a file 'B.yaml'")
    #expect(findings.first?.help == "name the file 'A_B.yaml', or change the name here")
  }

  @Test func namesAreUniqueWithoutCase() {
    var sample = Sample()
    sample.add(.mapping, "ab", "mapping: ab" + Self.rest)
    sample.add(.mapping, "AB", "mapping: AB" + Self.rest)
    sample.add(.table(.bc), "T", "table: T\nkey: [k]\nfields: []\n")
    sample.add(.table(.sales), "t", "table: t\nkey: [k]\nfields: []\n")
    sample.add(.table(.bc), "t", "table: t\nkey: [k]\nfields: []\n")
    let (model, findings) = sample.read()
    #expect(findings.map(sample.mark) == ["duplicate-mapping \"AB\"", "duplicate-table \"t\""])
    #expect(findings.first?.notes.compactMap(\.span).map(\.file) == [0])
    #expect(model.mappings.map(\.name.value) == ["ab"])
    #expect(model.tables.count == 2)
  }

  @Test func aFileThatWasCutShortHasNoFindingsOfItsShape() throws {
    var sample = Sample()
    sample.add(
      .mapping, "X",
      "mapping: M\ntables: { bc: A, sales: b }\nscop: all\nfields:\n  - { bc: C, sales: c }\n  - {")
    sample.add(
      .table(.bc), "T", "table: T T\nfields:\n  - { name: A, type: date }\n  - { name: @ }")
    let (model, findings) = sample.read()
    #expect(sample.syntaxFindings.map(\.name) == ["yaml-syntax", "yaml-syntax"])
    #expect(findings.isEmpty)
    #expect(model.unreadable == ["X", "M", "T", "T T"])
    #expect(model.mappings.map(\.isComplete) == [false])
    let mapping = model.mappings.first?.alternatives[0].mapping
    #expect(mapping?.fields.map(\.isWhole) == [true])
    #expect(mapping?.isWhole == false)
    #expect(model.tables.map(\.isComplete) == [false])
    #expect(model.tables.first?["A"] != nil)
  }

  @Test func aByteOrderMarkAndCarriageReturnsChangeNothing() {
    let text = "mapping: M\ntables: { bc: A, sales: b }\nscope: al\nfields: []\n"
    for text in [text, "\u{FEFF}" + text, text.split(separator: "\n").joined(separator: "\r\n")] {
      var sample = Sample()
      sample.add(.mapping, "M", text)
      #expect(sample.marks() == ["invalid-value \"al\""])
    }
  }

  @Test func aKeyThatStandsTwiceIsTheParsersFinding() {
    let sample = Sample.one("scope: all\nscope: coupled")
    #expect(sample.syntaxFindings.map(\.name) == ["yaml-duplicate-key"])
    let (model, findings) = sample.read()
    #expect(findings.isEmpty)
    #expect(model.mappings.first?.alternatives.first?.mapping.scope?.value == .all)
  }
}
