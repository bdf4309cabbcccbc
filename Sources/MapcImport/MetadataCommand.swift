import ArgumentParser
import MapImport

/// `mapc import csdl`: table files from `$metadata`.
struct MetadataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csdl",
    abstract: "Writes table files from a system's $metadata.",
    discussion: """
      Dataverse leaves lengths of texts and values of options out of $metadata; they stand in its \
      entity definitions (--attributes).

      Example: mapc import csdl metadata.xml --attributes account.json --tables account --output .
      """)

  @Argument(
    help: "The file that the system sent as $metadata.",
    completion: .file(extensions: ["xml"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Entity definitions of Dataverse with their attributes; may be said several times.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var attributes: [String] = []

  @OptionGroup var target: ImportTarget

  func run() throws {
    let source = try ImportFiles.read(file, as: .metadata)
    let definitions = try attributes.map { try ImportFiles.read($0, as: .definitions) }
    try target.write { () throws(ImportProblem) in
      try MetadataReader.read(source, definitions: definitions)
    }
  }
}

/// `mapc import app`: table files from packages of Business Central.
struct PackageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "app",
    abstract: "Writes table files from the symbols of Business Central packages.",
    discussion: """
      Extensions add their fields to the tables of the other packages.

      Example: mapc import app .alpackages/Microsoft_Base_Application.app --tables Customer --output .
      """)

  @Argument(
    help: "Packages, as AL builds and downloads them.", completion: .file(extensions: ["app"]))
  var files: [String]

  @OptionGroup var target: ImportTarget

  func run() throws {
    let sources = try files.map { try ImportFiles.read($0, as: .package) }
    try target.write { () throws(ImportProblem) in try PackageReader.read(sources) }
  }
}
