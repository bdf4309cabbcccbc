import Foundation
import MapLanguage
import MapSource
import Testing

@testable import MapCheck

@Suite("Names that generated code has for itself")
struct SwiftReservedTests {
  @Test("hold every type of MapRuntime, which a table or mapping would hide")
  func runtime() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Sources/MapRuntime")
    let paths = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String }
    var found: Set<String> = []
    for path in (paths ?? []).filter({ $0.hasSuffix(".swift") }) {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      for match in text.matches(of: #/(?m)^public (?:indirect )?(?:struct|enum|protocol) (\w+)/#) {
        found.insert(String(match.1))
      }
    }
    #expect(found.count > 50)
    #expect(found.subtracting(SwiftReserved.all) == [])
  }

  @Test(
    "end in a low line",
    arguments: ["row", "other", "changes", "await", "self", "hashValue", "value", "source"])
  func members(name: String) {
    #expect(SwiftName.member(ofOption: name).written == name + "_")
  }

  @Test(
    "before a colon every keyword but one is only a name", arguments: ["init", "in", "let", "var"])
  func labels(keyword: String) {
    let name = SwiftName.member(ofOption: keyword)
    #expect(name.written == "`\(keyword)`")
    #expect(name.asLabel == keyword)
  }

  @Test("'inout' stays in backticks there")
  func exception() {
    #expect(SwiftName.member(ofOption: "inout").asLabel == "`inout`")
  }
}
