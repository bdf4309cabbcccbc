import ArgumentParser
import MapLanguage

/// `mapc schema`: prints the JSON Schema of a kind of file.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a mapping, a table or a project file.",
    discussion: """
      Editors complete and explain keys with it.

      Example: mapc schema mapping > schemas/mapping.schema.json
      """)

  @Argument(help: "mapping, table or project.")
  var kind: JSONSchemas.Kind

  func run() { Terminal.output(JSONSchemas.text(for: kind)) }
}

extension JSONSchemas.Kind: ExpressibleByArgument {}
