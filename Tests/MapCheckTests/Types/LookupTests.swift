import MapSource
import Testing

@Suite("references")
struct LookupTests {
  private func project(
    _ map: String, header: String = "direction: to-sales",
    sales: String = "name: ownerid, type: lookup, refers-to: person", more: [String] = []
  ) -> SmallProject {
    var project = SmallProject(
      bc: ["name: Owner, type: code(20), refers-to: Person"], sales: [sales], header: header,
      fields: [map])
    project.files["schemas/bc/Person.yaml"] = SmallProject.table(
      "Person", key: "No.", ["name: Name, type: text(20)"])
    project.files["schemas/sales/person.yaml"] = SmallProject.table(
      "person", key: "personid", ["name: name, type: text(20)"])
    for name in ["PERSON"] + more {
      project.files["mappings/\(name).yaml"] = """
        mapping: \(name)
        tables: { bc: Person, sales: person }
        direction: to-sales
        match: { groups: [[name]] }
        fields: [{ bc: Name, sales: name }]

        """
    }
    return project
  }

  @Test("a reference is not copied; the one mapping that translates it is offered")
  func withoutThrough() throws {
    let project = project("{ bc: Owner, sales: ownerid }")
    #expect(
      project.lines == [
        "lookup-without-through: 'Owner' and 'ownerid' both refer to records, and no mapping "
          + "translates them"
      ])
    let finding = try #require(project.findings.first)
    #expect(finding.help == "say `through: PERSON`")
    let edit = try #require(finding.fix?.edits.first)
    #expect(edit.text == ", through: PERSON")
    #expect(finding.fix?.certain == false)
    #expect(self.project("{ bc: Owner, sales: ownerid, through: PERSON }").lines == [])
  }

  @Test("two mappings of the same tables cannot both answer")
  func ambiguous() throws {
    let project = project("{ bc: Owner, sales: ownerid }", more: ["PERSON2"])
    let finding = try #require(project.first("ambiguous-mapping"))
    #expect(finding.message == "'PERSON' and 'PERSON2' could both translate 'Owner'")
    #expect(project.first("lookup-without-through") == nil)
  }

  @Test("of the mappings that are listed, one answers for a table")
  func ambiguousList() {
    let twice = project(
      "{ bc: Owner, sales: ownerid, through: [PERSON, PERSON2] }", more: ["PERSON2"])
    #expect(
      twice.lines.filter { $0.hasPrefix("ambiguous") } == [
        "ambiguous-mapping: 'PERSON' and 'PERSON2' could both translate a reference to 'Person'"
      ])
  }

  @Test("a mapping of other tables translates nothing")
  func wrongTable() throws {
    let project = project(
      "{ bc: Owner, sales: ownerid, through: PERSON }",
      sales: "name: ownerid, type: lookup, refers-to: team")
    #expect(
      project.lines == [
        "lookup-wrong-table: 'PERSON' couples 'person', which 'ownerid' never refers to"
      ])
    let finding = try #require(project.findings.first)
    #expect(project.text(at: finding.span) == "PERSON")
  }

  @Test("what is followed leads to the mapping's table")
  func follow() {
    func lines(_ team: [String], _ follow: String) -> [String] {
      var project = project(
        "{ bc: Owner, sales: ownerid, follow: \(follow), through: PERSON }",
        header: "direction: to-bc",
        sales: "name: ownerid, type: lookup, refers-to: { person: ownerid, team: ownerid }")
      project.files["schemas/sales/team.yaml"] = SmallProject.table("team", key: "teamid", team)
      return project.lines.filter { !$0.hasPrefix("prerequisite") && !$0.hasPrefix("filtered") }
    }
    let leader = "name: leaderid, type: lookup, refers-to: person"
    #expect(lines([leader], "{ team: leaderid }") == [])
    #expect(
      lines(["name: leaderid, type: lookup, refers-to: thing"], "{ team: leaderid }") == [
        "lookup-wrong-table: 'leaderid' of 'team' leads to no table of 'through'"
      ])
    #expect(
      lines([leader], "{ thing: ownerid }") == [
        "lookup-wrong-table: 'ownerid' never refers to 'thing', so nothing follows it"
      ])
  }

  @Test("an option mapping answers for its option and those that it copies to")
  func optionMapping() {
    func lines(_ map: String, copyTo: String = "") -> [String] {
      var project = SmallProject(
        bc: ["name: Terms, type: code(10), refers-to: Terms"],
        sales: ["name: terms, type: option, open: true, values: { A: 1 }"],
        header: "direction: to-sales", fields: [map])
      project.files["schemas/bc/Terms.yaml"] = SmallProject.table(
        "Terms", key: "Code", ["name: Code, type: code(10)"])
      project.files["schemas/sales/other.yaml"] = SmallProject.table(
        "other", key: "otherid", ["name: terms, type: option, open: true, values: { A: 1 }"])
      project.files["mappings/TERMS.yaml"] = """
        mapping: TERMS
        tables: { bc: Terms, sales: other.terms }
        \(copyTo)
        direction: to-sales
        create: { to-sales: true }
        fields: [{ bc: Code, sales: $label }]

        """
      return project.lines
    }
    let through = "{ bc: Terms, sales: terms, through: TERMS }"
    #expect(lines(through, copyTo: "copy-to: [thing.terms]") == [])
    #expect(
      lines(through) == [
        "lookup-wrong-table: 'TERMS' couples 'other.terms', which 'terms' never refers to"
      ])
    #expect(
      lines("{ bc: Terms, sales: terms }", copyTo: "copy-to: [thing.terms]") == [
        "lookup-without-through: 'Terms' and 'terms' both refer to records, and no mapping "
          + "translates them"
      ])
  }
}
