import ArgumentParser
import MapScenario
import MapSource

/// `mapsync scenario`: tests of the whole, in fresh systems (README.md#scenarios).
struct ScenarioCommand: AsyncParsableCommand {
  enum Store: String, ExpressibleByArgument, CaseIterable {
    /// The embedded systems.
    case sqlite
  }

  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract: "Runs scenarios, each in a fresh pair of systems.",
    discussion: """
      Exit status: 1 if one came out otherwise than it says, 2 if a file cannot be read.

      Example: mapsync scenario scenarios/both-sides-changed.yaml
      """)

  @OptionGroup var format: FormatOption

  @Argument(help: "The scenarios.", completion: .file(extensions: ["yaml"]))
  var files: [String]

  @Option(help: "What the systems are.")
  var store: Store = .sqlite

  func run() async throws {
    try BeginningTables.check(RunningProgram.current.tables)
    let scenarios = try read()
    var results: [ScenarioReport.Result] = []
    for (file, scenario) in scenarios {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      let world = try EngineWorld(scenario, in: folder.path)
      results.append(
        ScenarioReport.Result(
          file: file, scenario: scenario.name,
          differences: await ScenarioRunner.run(scenario, in: world)))
    }
    let report = ScenarioReport(results)
    Terminal.output(format.format == .json ? report.json : report.text)
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }

  /// All files before any runs; with what is wrong in them, exit 2.
  private func read() throws -> [(String, Scenario)] {
    var sources = SourceSet()
    var findings: [Finding] = []
    var scenarios: [(String, Scenario)] = []
    for path in files {
      let source = SourceFile(path: path, bytes: try FileSystem.read(path, limit: 4 << 20))
      let output = ScenarioReader.read(
        source, file: sources.add(source), program: RunningProgram.current)
      findings += output.findings
      if let scenario = output.scenario { scenarios.append((path, scenario)) }
    }
    guard scenarios.count == files.count else {
      Terminal.error(
        TextRenderer(color: Terminal.colorsErrors, width: Terminal.errorWidth)
          .render(FindingReport(findings, in: sources)))
      throw ExitCode(2)
    }
    return scenarios
  }
}
