import Foundation
import MapKeys
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

  @Test func shapesHaveNamesOfTheirOwn() {
    let definitions = KeyCatalogue.language.shapes.map { $0.definition }
    #expect(Set(definitions).count == definitions.count)
    let shared = ["text", "value", "duration", "type", "condition", "when", "step", "steps"]
    #expect(Set(definitions).isDisjoint(with: shared + ["transform"]))
    // Which keys are there is kept in the bits of one word.
    #expect(KeyCatalogue.language.shapes.allSatisfy { $0.names.count <= 64 })
  }

  @Test func everyKeyIsDescribed() {
    for shape in KeyCatalogue.language.shapes {
      for (name, rule) in shape.rules {
        #expect(rule.summary.hasSuffix("."), "\(shape.title): \(name)")
      }
    }
  }

  @Test(arguments: JSONSchemas.Kind.allCases)
  func everyReferenceHasItsDefinition(_ kind: JSONSchemas.Kind) {
    let text = JSONSchemas.text(for: kind)
    for reference in text.matches(of: /"#\/\$defs\/([a-z-]+)"/) {
      #expect(text.contains("\n    \"\(reference.1)\": {"), "\(reference.1)")
    }
  }
}
