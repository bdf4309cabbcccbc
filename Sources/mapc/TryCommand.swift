import ArgumentParser
import MapLanguage
import MapPlan
import MapRuntime
import MapSource
import MapSyntax

/// `mapc try`: one record on its way through a mapping, step by step.
struct TryCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  enum Way: String, ExpressibleByArgument, CaseIterable {
    case toSales = "to-sales"
    case toBC = "to-bc"

    var direction: Direction { self == .toSales ? .toSales : .toBC }
  }

  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Sends one record through a mapping and shows every step.",
    discussion: """
      The record is YAML: its fields under 'bc' or 'sales', and what a test may say besides \
      (coupled, before, related, functions, settings, features, now).

      Example: mapc try CUSTOMER --direction to-sales --record adatum.yaml
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The mapping.", completion: Completions.mapping)
  var mapping: String

  @Option(help: "Which way the record goes.")
  var direction: Way

  @Option(
    help: ArgumentHelp("The record; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var record: String

  @OptionGroup var features: FeatureOption

  @Option(
    help: ArgumentHelp(
      "The target as it stands: its fields under 'before', 'bc' or 'sales'.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var target: String?

  @Option(help: "How the steps are written.")
  var format: Format = .text

  func run() throws {
    let root = try global.resolvedRoot()
    let project = try TestProject.open(root)
    let place = try project.place(of: mapping)
    _ = try features.set(in: project.checked.features)
    var reader = RecordReader(project: project, direction: direction.direction)
    let record = try reader.read(record: record, target: target, features: features.names)
    let findings = reader.findings + project.checked.findings(in: record, ofMappingAt: place)
    if !findings.isEmpty {
      let renderer = TextRenderer(color: false, width: Terminal.errorWidth)
      Terminal.error(renderer.render(FindingReport(findings, in: reader.sources, files: 1)))
      throw ExitCode(1)
    }
    guard
      let trial = project.runner.trial(of: record, ofMappingAt: place, direction.direction)
    else { throw CommandFailure(sentence: "'\(mapping)' does not exist under these features") }
    var lines = SourceLines(project.sources)
    switch format {
    case .text:
      Terminal.output(
        TrialReport(trial).text(&lines) { DisplayPath.relative($0, root: root) })
    case .json: Terminal.output(TrialReportJSON(trial, &lines).encodedJSON)
    }
  }
}
