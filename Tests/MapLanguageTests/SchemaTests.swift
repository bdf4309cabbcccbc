import Foundation
import Testing

@testable import MapLanguage

@Suite struct SchemaTests {
  private struct Head: Decodable {
    let id: String
    let additionalProperties: Bool

    enum CodingKeys: String, CodingKey {
      case id = "$id"
      case additionalProperties
    }
  }

  @Test(arguments: JSONSchemas.Kind.allCases)
  func isJSONAndTheSameEveryTime(_ kind: JSONSchemas.Kind) throws {
    let text = JSONSchemas.text(for: kind)
    #expect(text == JSONSchemas.text(for: kind))
    let head = try JSONDecoder().decode(Head.self, from: Data(text.utf8))
    #expect(head.id == "urn:mapc:schema:1:\(kind.rawValue)")
    #expect(!head.additionalProperties)
    if let folder = ProcessInfo.processInfo.environment["MAPC_SCHEMA_OUTPUT"] {
      try text.write(
        toFile: "\(folder)/\(kind.rawValue).schema.json", atomically: true, encoding: .utf8)
    }
  }
}
