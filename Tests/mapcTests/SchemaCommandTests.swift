import Foundation
import MapLanguage
import Testing

@Suite("mapc schema")
struct SchemaCommandTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(
    "the schemas that are shipped are those that it prints", arguments: JSONSchemas.Kind.allCases)
  func shipped(kind: JSONSchemas.Kind) throws {
    let path = Self.root.appending(path: "schemas/\(kind.rawValue).schema.json")
    let run = try MapcProcess("schema", kind.rawValue, in: Self.root)
    #expect(try String(contentsOf: path, encoding: .utf8) == run.output)
    #expect(run.status == 0)
  }

  @Test("is JSON", arguments: JSONSchemas.Kind.allCases)
  func json(kind: JSONSchemas.Kind) throws {
    let run = try MapcProcess("schema", kind.rawValue, in: Self.root)
    #expect(throws: Never.self) {
      _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    }
  }
}
