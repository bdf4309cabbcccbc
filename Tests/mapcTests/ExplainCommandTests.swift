import Foundation
import MapCheck
import Testing

@Suite("mapc explain")
struct ExplainCommandTests {
  @Test("lists every finding")
  func list() throws {
    let run = try Self.mapc("explain")
    for entry in FindingCatalogue.all { #expect(run.output.contains("  \(entry.name) ")) }
    #expect(run.status == 0)
  }

  @Test("says why, with a wrong and a right example")
  func page() throws {
    let run = try Self.mapc("explain", "unknown-field")
    #expect(run.output.hasPrefix("error[unknown-field]: A field that its table does not have.\n"))
    #expect(run.output.contains("Wrong:\n\n    #--- mappings/project.yaml\n"))
    #expect(run.output.contains("        - { bc: Name, sales: nam }".dropFirst(2)))
    // Of the right project only what differs.
    let right = try #require(run.output.split(separator: "Right:\n").last)
    #expect(!right.contains("schemas/"))
    #expect(right.contains("- { bc: Name, sales: name }"))
  }

  @Test("knows the name that was meant")
  func unknown() throws {
    let run = try Self.mapc("explain", "unknown-feild")
    #expect(run.status == 2)
    #expect(
      run.error == "mapc: there is no finding 'unknown-feild'; did you mean 'unknown-field'?\n")
  }

  private static func mapc(_ arguments: String...) throws -> MapcProcess {
    try MapcProcess(arguments, in: URL(filePath: "/"))
  }
}
