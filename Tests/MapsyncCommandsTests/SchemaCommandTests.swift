import Foundation
import Testing

@Suite("mapsync schema")
struct SchemaCommandTests {
  private static let schemas = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "schemas")

  @Test(
    "prints what schemas/ ships; 'make schemas' writes it", arguments: ["setup", "scenario"])
  func shipped(_ kind: String) throws {
    let path = Self.schemas.appending(path: "\(kind).schema.json")
    let printed = try MapsyncProcess("schema", kind, in: Self.schemas)
    #expect(printed.status == 0)
    #expect(printed.output == (try String(contentsOf: path, encoding: .utf8)))
  }
}
