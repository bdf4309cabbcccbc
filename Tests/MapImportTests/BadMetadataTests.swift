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
