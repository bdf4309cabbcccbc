import ArgumentParser
import MapScenario
import MapSetup

/// `mapsync schema`: the JSON Schema of one kind of file.
struct SchemaCommand: ParsableCommand {
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case setup, scenario
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of mapsync.yaml or of scenarios.",
    discussion: """
      For editors: they complete keys and underline what has no place.

      Example: mapsync schema setup > schemas/setup.schema.json
      """)

  @Argument(help: "The kind of file.")
  var kind: Kind

  func run() {
    switch kind {
    case .setup: Terminal.output(SetupSchema.text)
    case .scenario: Terminal.output(ScenarioSchema.text)
    }
  }
}
