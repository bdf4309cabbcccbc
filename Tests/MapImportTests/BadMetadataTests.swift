import MapSource
import Testing

@testable import MapImport

@Suite("$metadata that cannot be read")
struct BadMetadataTests {
  private func problem(_ text: String, definitions: [String] = []) -> ImportProblem? {
    do {
      _ = try MetadataReader.read(
        SourceFile(path: "metadata.xml", text: text),
        definitions: definitions.map { SourceFile(path: "attributes.json", text: $0) })
      return nil
    } catch {
      return error
    }
  }

  @Test("what was cut off is told with the line where it ends")
  func cut() {
    let found = problem("<Edmx>\n<Schema Namespace=\"Microsoft.NAV\">\n<EntityType Name=\"a\">\n")
    #expect(found?.message == "the file is no XML that can be read to its end")
    #expect(found.map { LineTable($0.source).position(of: $0.range.lowerBound).line > 2 } == true)
    #expect(found?.help.contains("fetch $metadata again") == true)
  }

  @Test("text that is none, and a page that says no")
  func others() {
    #expect(problem("")?.message.contains("no XML") == true)
    #expect(problem("{ \"error\": {} }")?.message.contains("no XML") == true)
    #expect(problem("<html><body>Sign in</body></html>")?.message.contains("no $metadata") == true)
  }

  @Test(
    "an element without what it must say is an error that names its place",
    arguments: [
      ("<Schema>", "Schema", "Namespace"),
      ("<Schema Namespace=\"\">", "Schema", "Namespace"),
      (Self.schema + "<EntityType>", "EntityType", "Name"),
      (Self.type + "<Key><PropertyRef/></Key>", "PropertyRef", "Name"),
      (Self.type + "<Property Type=\"Edm.Guid\"/>", "Property", "Name"),
      (Self.type + "<Property Name=\"no\"/>", "Property", "Type"),
      (Self.type + "<NavigationProperty Type=\"mscrm.b\"/>", "NavigationProperty", "Name"),
      (Self.type + "<NavigationProperty Name=\"b\"/>", "NavigationProperty", "Type"),
      (Self.schema + "<EnumType>", "EnumType", "Name"),
      (Self.schema + "<EnumType Name=\"e\"><Member Value=\"1\"/>", "Member", "Name"),
      (Self.schema + "<EntitySet EntityType=\"a\"/>", "EntitySet", "Name"),
      (Self.schema + "<EntitySet Name=\"as\"/>", "EntitySet", "EntityType"),
      (Self.type + "<Annotation Bool=\"true\"/>", "Annotation", "Term"),
    ])
  func lacking(text: String, element: String, attribute: String) {
    let found = problem("<Edmx>\n\n" + text)
    #expect(found?.message == "'\(element)' without '\(attribute)', which it must have")
    #expect(found.map { LineTable($0.source).position(of: $0.range.lowerBound).line } == 3)
    #expect(found?.help.contains("fetch $metadata again") == true)
  }

  private static let schema = "<Schema Namespace=\"Microsoft.NAV\">"
  private static let type = schema + "<EntityType Name=\"a\">"

  @Test("a document type is refused before anything is read, so that entities grow to nothing")
  func entities() {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE lolz [ <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"> ]>
      <Edmx><Schema Namespace="Microsoft.NAV">&b;</Schema></Edmx>
      """
    let found = problem(bomb)
    #expect(found?.message == "a document type, which $metadata does not have")
    #expect(found.map { LineTable($0.source).position(of: $0.range.lowerBound).line } == 2)
    let external = "<!DOCTYPE a [ <!ENTITY x SYSTEM \"file:///etc/passwd\"> ]><a>&x;</a>"
    #expect(problem(external)?.message == found?.message)
  }

  @Test("another encoding, another system, and definitions for one that needs none")
  func wrong() {
    #expect(problem("\u{0}<\u{0}E")?.message == "the file is not UTF-8")
    let other = problem("<Edmx><Schema Namespace=\"Contoso.Shop\"></Schema></Edmx>")
    #expect(other?.message == "$metadata of another system: its schemas are 'Contoso.Shop'")
    #expect(other?.help.contains("Microsoft.NAV") == true)
    let needless = problem(
      "<Edmx><Schema Namespace=\"Microsoft.NAV\"></Schema></Edmx>", definitions: ["{}"])
    #expect(needless?.help.contains("leave --attributes out") == true)
  }

  @Test("a type that is built on itself ends")
  func circle() throws {
    let text = """
      <Edmx><Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm">
      <EntityType Name="a" BaseType="mscrm.b"><Key><PropertyRef Name="aid"/></Key>
      <Property Name="aid" Type="Edm.Guid"/></EntityType>
      <EntityType Name="b" BaseType="mscrm.a" Abstract="true"/>
      <EntityContainer Name="S"><EntitySet Name="as" EntityType="mscrm.a"/>
      <EntitySet Name="lost" EntityType="mscrm.lost"/></EntityContainer></Schema></Edmx>
      """
    let system = try MetadataReader.read(SourceFile(path: "metadata.xml", text: text))
    #expect(system.tables.map(\.name) == ["a"])
  }
}
