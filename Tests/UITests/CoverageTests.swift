import Foundation
import MapCheck
import Testing

@Suite("What the cases cover")
struct CoverageTests {
  @Test("every finding has a case")
  func names() throws {
    let expected = try CaseFolder.names.flatMap { try CaseFolder.read($0).expected.map(\.name) }
    // What only 'mapc import' finds is no case of the compiler.
    let names = FindingCatalogue.all.filter { $0.group != .system }.map(\.name)
    let missing = names.filter { !Set(expected).contains($0) }
    #expect(missing.isEmpty)
  }

  @Test("a case stands in its group's folder", arguments: CaseFolder.names)
  func groups(name: String) throws {
    let project = try CaseFolder.read(name)
    let groups = project.expected.compactMap { FindingCatalogue.entry($0.name)?.group.rawValue }
    #expect(groups.count == project.expected.count)
    #expect(groups.isEmpty ? project.group == "clean" : groups.contains(project.group))
  }

  @Test("a finding is an error or a warning as the catalogue says", arguments: CaseFolder.names)
  func severities(name: String) throws {
    for expected in try CaseFolder.read(name).expected where expected.name != "unmapped-field" {
      let entry = try #require(FindingCatalogue.entry(expected.name))
      // A table without lengths is a warning of its own (docs/language.md#tables).
      if expected.name == "text-truncation", expected.part.contains("have no length") { continue }
      #expect(expected.severity == entry.severity, "\(expected)")
    }
  }

  @Test("no text stands beside a case that is gone")
  func leftovers() throws {
    let top = CaseFolder.root.appending(path: "Cases").path()
    let paths = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
    let goldens = paths.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".fixed") }
    for golden in goldens {
      let name = golden.split(separator: ".").dropLast().joined(separator: ".")
      #expect(CaseFolder.names.contains(name), "\(golden)")
    }
  }
}
