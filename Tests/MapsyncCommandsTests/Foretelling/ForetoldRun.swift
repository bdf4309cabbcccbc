import DefaultMappings
import MapRuntime
import MapScenario
import MapSource
import MapSync
import Testing

@testable import MapsyncCommands

/// A world in some state, with what was said of its next run, which then comes.
struct ForetoldRun {
  let world: EngineWorld
  let mapping: BoundMapping
  let integration: Integration

  init(_ state: RecordState, in folder: TemporaryFolder) async throws {
    let output = ScenarioReader.read(
      SourceFile(path: "state.yaml", bytes: Array(state.text.utf8)), program: Program.self)
    let scenario = try #require(output.scenario, "\(output.findings.map(\.message))")
    world = try EngineWorld(scenario, in: folder.path)
    let differences = await ScenarioRunner.run(scenario, in: world)
    #expect(differences == [])
    integration = await world.integration
    mapping = try #require(integration.mapping(state.mapping))
  }

  /// Does something where a record is in a state, in a folder of its own.
  static func inState(
    _ state: RecordState, _ body: (ForetoldRun) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try await RunningProgram.$current.withValue(Program.self) {
      try await body(try await ForetoldRun(state, in: folder))
    }
  }

  /// All records of a side that there are, or of which something is known.
  func ids(_ side: Side) async throws -> [Guid] {
    var ids = Set(try await world.ids(side, mapping.table(side).name))
    for coupling in try await world.couplings(mapping: mapping.name) {
      ids.insert(coupling.id(side))
    }
    for entry in try await world.entries() where entry.mapping == mapping.name {
      if entry.direction.source == side { ids.insert(entry.sourceID) }
    }
    return ids.sorted()
  }

  /// What is counted in each direction by the jobs that came after another one.
  func counted(after job: JobID) async throws -> [Direction: JobCounters] {
    var counted: [Direction: JobCounters] = [:]
    for one in try await integration.state.jobs(JobQuery(mapping: mapping.name, limit: 1000))
    where one.id > job {
      counted[one.direction, default: JobCounters()] += one.counters
    }
    return counted
  }

  func lastJob() async throws -> JobID {
    try await integration.state.jobs(JobQuery(limit: 1)).first?.id ?? 0
  }

  /// The fields that were to be written and hold something else; what a system chooses or makes of a
  /// value is its own.
  func unwritten(_ previews: [RecordPreview]) async throws -> [String] {
    var unwritten: [String] = []
    for preview in previews where preview.fate == .update || preview.fate == .create {
      let side = preview.direction.source
      let coupling = try await integration.state.couplings(
        mapping.pair, side, ids: [preview.source])[0]
      guard let target = coupling?.id(side.other) else {
        unwritten.append("\(preview.name) has no partner")
        continue
      }
      let fields = preview.fields.map(\.field)
      let address = RecordAddress(
        side: side.other, table: mapping.table(side.other).name, id: target)
      let values = try await world.values(of: address, fields) ?? []
      for (field, value) in zip(preview.fields, values) where field.new != value {
        unwritten.append("\(field.field) is \(value), and not \(field.new)")
      }
    }
    return unwritten
  }
}

extension [RecordPreview] {
  /// What is counted in each direction.
  var counted: [Direction: JobCounters] {
    reduce(into: [:]) { $0[$1.direction, default: JobCounters()] += $1.counters }
  }
}

extension JobCounters {
  /// What was done, in words; a record that is looked at and equal is nothing done.
  var done: String {
    RunMetrics.numbers(self).filter { $0.0 != "unchanged" && $0.1 > 0 }
      .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
