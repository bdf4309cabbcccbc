import ArgumentParser
import MapLanguage

extension JSONSchemas.Kind: ExpressibleByArgument {}

/// `mapc schema`: the JSON Schema of one kind of file.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of mappings, tables or the project.",
    discussion: """
      For editors: they complete keys and underline what has no place.

      Example: mapc schema mapping > schemas/mapping.schema.json
      """)

  @Argument(help: "The kind of file.")
  var kind: JSONSchemas.Kind

  func run() { Terminal.output(JSONSchemas.text(for: kind)) }
}
