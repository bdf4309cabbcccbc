import MapCompiler
import MapSource
import MapSyntax

/// Reads the files of a project.
enum ProjectReader {
  /// Folders that mean something, relative to the root.
  private static let folders = ["mappings", "schemas/bc", "schemas/sales"]

  /// Every mapping, table and project file; of one that is too large, just enough to say so.
  static func read(_ root: String) throws -> [SourceFile] {
    let limit = SyntaxLimits().bytes + 1
    var names: [String] = []
    for folder in folders {
      let path = root + "/" + folder
      guard try FileSystem.hasFolder(path) else { continue }
      for name in try FileSystem.names(in: path) where Self.isRead(name) {
        names.append(folder + "/" + name)
      }
    }
    guard names.contains(where: { $0.hasPrefix("mappings/") }) else {
      throw CommandFailure(
        sentence: "there are no files *.yaml in \(root)/mappings; 'mapc new NAME' writes one")
    }
    guard names.contains(NewProject.projectPath) else {
      throw CommandFailure(
        sentence: "there is no \(NewProject.projectPath) in \(root); begin it with "
          + "'project: NAME'")
    }
    try StrayFiles.refuse(in: root)
    let all = names
    return try Parallel.map(all.count) { place in
      Result { () throws(CommandFailure) in
        SourceFile(
          path: all[place],
          bytes: try FileSystem.readFile(root + "/" + all[place], limit: limit))
      }
    }.map { try $0.get() }
  }

  /// Hidden files are those of editors.
  private static func isRead(_ name: String) -> Bool {
    name.hasSuffix(".yaml") && !name.hasPrefix(".")
  }

  /// When any of the project's files or folders last changed, and how many files there are.
  static func stamp(_ root: String) -> [Int64] {
    var stamps: [Int64] = []
    for folder in folders {
      let path = root + "/" + folder
      guard let names = try? FileSystem.names(in: path) else { continue }
      for name in names where isRead(name) {
        stamps.append(FileSystem.changed(path + "/" + name) ?? 0)
      }
    }
    return stamps
  }
}
