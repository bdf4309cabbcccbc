import Foundation
import MapCheck
import MapCompiler
import MapSource
import Testing

@Suite("The catalogue of findings")
struct CatalogueTests {
  /// Those of a system have their examples compared with one, where 'mapc import' is tested.
  static let all = FindingCatalogue.all.filter { $0.group != .system }.map(\.name)

  @Test("a wrong example gives exactly its finding", arguments: all)
  func wrong(name: String) throws {
    let entry = try #require(FindingCatalogue.entry(name))
    let found = Compiler.check(ExampleProject.files(of: entry.wrong)).findings
    #expect(found.map(\.name) == [name], "\(found.map { "\($0.name): \($0.message)" })")
    #expect(found.allSatisfy { $0.severity == entry.severity })
  }

  @Test("a right example gives none", arguments: all)
  func right(name: String) throws {
    let entry = try #require(FindingCatalogue.entry(name))
    let found = Compiler.check(ExampleProject.files(of: entry.right)).findings
    #expect(found.isEmpty, "\(found.map { "\($0.name): \($0.message)" })")
  }

  @Test("names are unique and each has its group's findings together")
  func names() {
    #expect(Set(FindingCatalogue.all.map(\.name)).count == FindingCatalogue.all.count)
    let groups = FindingCatalogue.all.map(\.group)
    #expect(groups == FindingGroup.allCases.flatMap { group in groups.filter { $0 == group } })
  }

  @Test("the reference's table says of each what 'mapc explain' says")
  func table() throws {
    let root = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let text = try String(contentsOfFile: root + "/docs/language.md", encoding: .utf8)
    let rows = text.split(separator: "\n").filter { row in
      FindingGroup.allCases.contains { row.contains("| \($0.rawValue) | ") }
    }
    #expect(
      rows.map(String.init)
        == FindingCatalogue.all.map { entry in
          "| `\(entry.name)` | \(entry.group.rawValue) | \(entry.severity.name) | "
            + "\(entry.summary) |"
        })
  }

  @Test("the warnings are those that the language names")
  func warnings() {
    let warnings = FindingCatalogue.all.filter { $0.severity == .warning }.map(\.name)
    #expect(
      Set(warnings) == [
        "prerequisite-redundant", "prerequisite-direction", "filtered-reference",
        "match-not-unique", "conflict-unused", "created-again", "unused-table", "unused-feature",
        "unused-allow",
        "unmapped-field",
      ])
  }

  @Test("an example is files behind lines with their paths")
  func files() {
    let files = ExampleProject.files(of: "#--- a.yaml\none\n#--- b/c.yaml\ntwo\nthree")
    #expect(files.map(\.path) == ["a.yaml", "b/c.yaml"])
    #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["one", "two\nthree"])
  }
}
