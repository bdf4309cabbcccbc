import MapLanguage
import MapPlan
import MapRuntime
import MapSource
import MapSyntax
import Testing

@Suite("A record that is tried on a mapping")
struct RecordTrialTests {
  private static func read(_ text: String) -> (record: MappingTest?, findings: [Finding]) {
    let tree = SyntaxParser.parse(SourceFile(path: "record.yaml", text: text), file: 0).tree
    return TriedRecordReader.read(tree)
  }

  @Test("every step says what was there, what is there now, and why")
  func steps() throws {
    let project = try SmallProject(
      """
      direction: to-bc
      fields:
        - { bc: Name, sales: name, too-long: cut }
        - { bc: Short Name, sales: owner, empty: keep, too-long: cut }
      """)
    let record = try #require(
      Self.read("sales: { name: Adatum and Company }\nbefore: { Name: Old, Short Name: O }").record)
    let place = try #require(project.program.checked.place(of: "CUSTOMER"))
    #expect(project.program.checked.findings(in: record, ofMappingAt: place).isEmpty)
    let trial = try #require(project.runner.trial(of: record, ofMappingAt: place, .toBC))
    #expect(trial.lines.map(\.before) == ["Old", "O"])
    #expect(trial.lines.map(\.after) == ["Adatum and", "O"])
    #expect(
      trial.lines.map(\.why) == ["cut from 18 to 10 characters", "kept: the source is empty"])
  }

  @Test("a record has the names of its tables, or says what is wrong")
  func names() throws {
    let project = try SmallProject(
      """
      direction: to-bc
      fields:
        - { bc: Name, sales: name, too-long: cut }
      """)
    let place = try #require(project.program.checked.place(of: "CUSTOMER"))
    let record = try #require(
      Self.read("sales: { nme: A }\ncoupled: [{ mapping: CURRENCY, bc: [A, B], sales: c1 }]").record
    )
    let findings = project.program.checked.findings(in: record, ofMappingAt: place)
    #expect(Set(findings.map(\.name)) == ["unknown-field", "invalid-value"])
  }

  @Test("a file without a record is a finding")
  func nothing() {
    #expect(Self.read("coupled: []").findings.map(\.name) == ["missing-key"])
    #expect(Self.read("").findings.map(\.name) == ["missing-key"])
  }
}
