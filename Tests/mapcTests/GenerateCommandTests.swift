import Foundation
import Testing

@Suite("mapc generate writes all or nothing")
struct GenerateCommandTests {
  @Test("a second run writes no file")
  func unchanged() throws {
    let project = try SmallProject()
    #expect(try project.mapc("generate", "--output", "Generated").status == 0)
    let first = try datesWritten(project)
    #expect(first.count == 4)
    #expect(try project.mapc("generate", "--output", "Generated").status == 0)
    #expect(try datesWritten(project) == first)
  }

  @Test("files that do not fit on the disk leave those that were there, and nothing beside them")
  func fullDisk() throws {
    let project = try SmallProject()
    try project.folder.write("// of an earlier run\n", to: "Generated/Program.swift")
    let run = try project.mapc("generate", "--output", "Generated", fileLimit: 1)
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("mapc: cannot write Generated/"))
    #expect(run.error.hasSuffix(": File too large\n"))
    #expect(try written(project) == ["Program.swift": "// of an earlier run\n"])
  }

  @Test("a folder in the place of one file keeps all of them from being written")
  func folderInTheWay() throws {
    let project = try SmallProject()
    try project.folder.write("", to: "Generated/Program.swift/notes.txt")
    let run = try project.mapc("generate", "--output", "Generated")
    #expect(run.status == 2)
    #expect(run.error == "mapc: cannot read Generated/Program.swift: it is a folder\n")
    #expect(try written(project) == ["Program.swift": nil])
  }

  /// What stands in the output folder; nil for a folder.
  private func written(_ project: SmallProject) throws -> [String: String?] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: project.folder.path("Generated").path())
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, try? project.folder.read("Generated/" + $0)) })
  }

  /// When each file in the output folder was written.
  private func datesWritten(_ project: SmallProject) throws -> [String: Date] {
    let folder = project.folder.path("Generated").path()
    return try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: [:]) {
      $0[$1] =
        try FileManager.default.attributesOfItem(atPath: folder + "/" + $1)[.modificationDate]
        as? Date
    }
  }
}
