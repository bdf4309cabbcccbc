import DefaultMappings
import Foundation
import MapScenario
import MapSource
import Testing

@Suite struct FileTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios")

  private static func files() -> [URL] {
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (paths?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "yaml" }.sorted { $0.path() < $1.path() }
  }

  @Test func everyScenarioOfTheProjectIsRead() throws {
    let files = Self.files()
    #expect(files.count >= 40)
    var sources = SourceSet()
    var findings: [Finding] = []
    for url in files {
      let source = SourceFile(
        path: url.lastPathComponent, bytes: Array(try Data(contentsOf: url)))
      let file = sources.add(source)
      findings += ScenarioReader.read(source, file: file, program: Program.self).findings
    }
    let report = FindingReport(findings, in: sources)
    let lines = report.findings.map { finding in
      "\(report.path(of: finding.span)):\(report.start(of: finding.span).line): "
        + finding.message
    }
    #expect(lines == [])
  }

  @Test func aScenarioIsNamedByItsFile() throws {
    for url in Self.files() {
      let source = SourceFile(
        path: url.lastPathComponent, bytes: Array(try Data(contentsOf: url)))
      guard let scenario = ScenarioReader.read(source, program: Program.self).scenario else {
        continue
      }
      let id = url.lastPathComponent.split(separator: "-").prefix(2).joined(separator: "-")
      #expect(scenario.name.hasPrefix(id + ": "), "\(url.lastPathComponent)")
      #expect(url.deletingLastPathComponent().lastPathComponent == id.prefix(3))
    }
  }
}
