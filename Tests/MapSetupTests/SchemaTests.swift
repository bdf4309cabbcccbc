import Foundation
import MapKeys
import Testing

@testable import MapSetup

@Suite struct SchemaTests {
  @Test func theSchemaIsJSONAndNamesEveryDefinition() throws {
    let text = SetupSchema.text
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    for reference in text.matches(of: /"#\/\$defs\/([a-z-]+)"/) {
      #expect(text.contains("\n    \"\(reference.1)\": {"), "\(reference.1)")
    }
  }

  @Test func shapesHaveNamesOfTheirOwn() {
    let definitions = KeyCatalogue.setup.shapes.map { $0.definition }
    #expect(Set(definitions).count == definitions.count)
    #expect(definitions.allSatisfy { !$0.isEmpty })
  }
}
