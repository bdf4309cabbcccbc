import ArgumentParser
import MapLanguage

/// `mapc new`: a mapping to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a mapping to begin with.",
    discussion: """
      Where there is no project, makes one in the folder: mappings/project.yaml, schemas/bc/, \
      schemas/sales/ and the JSON Schemas that editors use. Never overwrites a file.

      Example: mapc new CUSTOMER
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The mapping's name.")
  var name: String

  func run() throws {
    if let problem = NewProject.problem(ofName: name) {
      throw CommandFailure(sentence: "'\(name)' is no name of a mapping: \(problem)")
    }
    let root = try folder()
    let project = NewProject(mapping: name)
    let path = root + "/" + project.mappingPath
    guard !FileSystem.exists(path) else {
      throw CommandFailure(
        sentence: "\(DisplayPath.relative(project.mappingPath, root: root)) is there already")
    }
    if let other = try namesake(of: project.mappingPath, in: root) {
      throw CommandFailure(
        sentence: "\(DisplayPath.relative(other, root: root)) is there already, and names are "
          + "compared without case")
    }
    for folder in NewProject.folders { try FileSystem.makeFolder(root + "/" + folder) }
    var written = [(project.mappingPath, project.mapping)]
    let isNew = !FileSystem.exists(root + "/" + NewProject.projectPath)
    if isNew {
      written.insert((NewProject.projectPath, NewProject.project(named: root)), at: 0)
      written += NewProject.schemas.filter { !FileSystem.exists(root + "/" + $0.path) }
    }
    for (path, text) in written {
      try FileSystem.write(Array(text.utf8), to: root + "/" + path)
      Terminal.output("\(DisplayPath.relative(path, root: root)) written\n")
    }
    Terminal.output(
      """
      Describe its tables in schemas/bc/ and schemas/sales/, then run 'mapc check'.

      """)
  }

  /// A mapping's file whose name differs in case only.
  private func namesake(of path: String, in root: String) throws -> String? {
    let folder = root + "/mappings"
    guard try FileSystem.hasFolder(folder) else { return nil }
    return try FileSystem.names(in: folder).map { "mappings/" + $0 }
      .first { $0.lowercased() == path.lowercased() }
  }

  /// The project's folder; where there is none, the one that is named, or this one.
  private func folder() throws -> String {
    if let named = global.root {
      guard let path = FileSystem.realPath(named), FileSystem.isFolder(path) else {
        throw CommandFailure(sentence: "there is no folder \(named)")
      }
      return path
    }
    return (try? ProjectRoot.find(nil)) ?? FileSystem.currentFolder
  }
}
