import ArgumentParser
import MapCompiler
import MapImport
import MapSource

/// `mapc import --check`: what systems have otherwise than the table files of a project say.
struct DriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Tells where systems differ from a project's table files, if a mapping cares.",
    discussion: """
      Takes $metadata of both systems and packages of Business Central at once, a package by its \
      ending .app. Its own name may be left out.

      Example: mapc import --check . dataverse.xml --attributes account.json Base.app
      """)

  @Option(help: ArgumentHelp("The project's folder.", valueName: "dir"), completion: .directory)
  var check: String

  @Argument(help: "What the systems sent, and packages.", completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Entity definitions of Dataverse with their attributes; may be said several times.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var attributes: [String] = []

  func run() throws {
    let folder = try ImportFiles.folder(check)
    let project = try ImportFiles.project(in: folder)
    let definitions = try attributes.map { try ImportFiles.read($0, as: .definitions) }
    let packages = files.filter { $0.lowercased().hasSuffix(".app") }
    var systems: [SystemDescription] = []
    for file in files where !packages.contains(file) {
      let source = try ImportFiles.read(file, as: .metadata)
      systems.append(
        FindingOutput.orEnd { () throws(ImportProblem) in
          try MetadataReader.read(
            source, definitions: MetadataReader.isDataverse(source) ? definitions : [])
        })
    }
    if !packages.isEmpty {
      let sources = try packages.map { try ImportFiles.read($0, as: .package) }
      systems.append(
        FindingOutput.orEnd { () throws(ImportProblem) in try PackageReader.read(sources) })
    }
    if !definitions.isEmpty, !systems.contains(where: { $0.side == .sales }) {
      throw ImportFailure(
        sentence: "--attributes belongs to $metadata of Dataverse, and no file is that")
    }
    let compilation = Compiler.check(project)
    let errors = compilation.findings.count { $0.severity == .error }
    if errors > 0 {
      Output.error(
        "mapc import: the project has \(errors) \(errors == 1 ? "error" : "errors") of its own; "
          + "'mapc check' shows them\n")
    }
    FindingOutput.end(DriftCheck(compilation, systems).findings, in: compilation.sources)
  }
}
