import DefaultMappings
import Foundation
import MapSource
import Testing

@testable import MapScenario
@testable import MapsyncCommands

@Suite("What a scenario gives is one state of the world")
struct GivenOrderTests {
  /// The groups whose records refer to each other most.
  private static let files = ScenarioFilesTests.files.filter {
    ["CON", "CUR", "PRC", "UNI"].contains($0.prefix(3))
  }

  @Test(
    "so that it comes out as it says when its tables and couplings stand the other way round",
    .serialized, arguments: files)
  func reversed(_ file: String) async throws {
    let bytes = Array(try Data(contentsOf: ScenarioFilesTests.folder.appending(path: file)))
    let read = try #require(
      ScenarioReader.read(SourceFile(path: file, bytes: bytes), program: Program.self).scenario)
    let scenario = Scenario(
      name: read.name, choices: read.choices, now: read.now,
      given: Self.tablesReversed(read.given), coupled: read.coupled.reversed(),
      options: read.options, steps: read.steps, then: read.then)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let differences = try await RunningProgram.$current.withValue(Program.self) {
      await ScenarioRunner.run(scenario, in: try EngineWorld(scenario, in: folder.path))
    }
    #expect(differences == [])
  }

  /// The last table first; a table's records in their order, by which those are taken that wait.
  private static func tablesReversed(_ records: [ScenarioRecord]) -> [ScenarioRecord] {
    var tables: [(name: String, records: [ScenarioRecord])] = []
    for record in records {
      if tables.last?.name == record.table {
        tables[tables.count - 1].records.append(record)
      } else {
        tables.append((record.table, [record]))
      }
    }
    return tables.reversed().flatMap(\.records)
  }
}
