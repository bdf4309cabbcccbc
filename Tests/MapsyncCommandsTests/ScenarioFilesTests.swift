import DefaultMappings
import Foundation
import GRDB
import MapScenario
import MapSource
import Testing

@testable import MapsyncCommands

/// Every scenario of the project, over the shipped mappings.
@Suite("Scenarios")
struct ScenarioFilesTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios")

  static let files: [String] = {
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (paths?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "yaml" }
      .map { $0.deletingLastPathComponent().lastPathComponent + "/" + $0.lastPathComponent }
      .sorted()
  }()

  @Test("there are as many as the project owes")
  func number() { #expect(Self.files.count >= 130) }

  /// One at a time: a scenario has fifteen files open, and Foundation's Process was seen to crash with
  /// thousands of open files. `make test` limits for the same reason how many tests run at once.
  @Test("comes out as it says", .serialized, arguments: files)
  func run(_ file: String) async throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: file)))
    let scenario = try #require(
      ScenarioReader.read(SourceFile(path: file, bytes: bytes), program: Program.self).scenario)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let differences = try await RunningProgram.$current.withValue(Program.self) {
      await ScenarioRunner.run(scenario, in: try EngineWorld(scenario, in: folder.path))
    }
    #expect(differences == [])
    #expect(try Self.ids(toldIn: folder) == [], "people meet keys, numbers and names")
  }

  /// What the state tells people of records with an id of ours in it.
  private static func ids(toldIn folder: TemporaryFolder) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let states = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("state") && $0.hasSuffix(".sqlite") }
    try #require(!states.isEmpty)
    var said: [String] = []
    for file in states {
      let state = try DatabaseQueue(
        path: "\(folder.path)/\(file)", configuration: configuration)
      defer { try? state.close() }
      said += try state.read {
        try String.fetchAll(
          $0, sql: "SELECT message FROM events UNION SELECT message FROM job_entries")
      }
    }
    return said.filter { $0.contains(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/) }
  }

  @Test("a row of the facts without a scenario says why")
  func leftOut() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "NOT-HERE.tsv"), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
    let written = Set(Self.files.map(Self.id))
    for row in rows {
      #expect(row.count == 2)
      #expect(!written.contains(String(row[0])), "\(row[0])")
    }
  }

  /// The row of the facts that a file is about.
  private static func id(_ file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return name.split(separator: "-").prefix(2).joined(separator: "-")
  }
}
