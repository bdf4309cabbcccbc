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
    var files: [SourceFile] = []
    for folder in folders {
      let path = root + "/" + folder
      guard FileSystem.isFolder(path) else { continue }
      for name in try FileSystem.names(in: path) where name.hasSuffix(".yaml") {
        let bytes = try FileSystem.read(path + "/" + name, limit: limit)
        files.append(SourceFile(path: folder + "/" + name, bytes: bytes))
      }
    }
    return files
  }

  /// When any of the project's files or folders last changed, and how many files there are.
  static func stamp(_ root: String) -> [Int64] {
    var stamps: [Int64] = []
    for folder in folders {
      let path = root + "/" + folder
      guard let names = try? FileSystem.names(in: path) else { continue }
      for name in names where name.hasSuffix(".yaml") {
        stamps.append(FileSystem.changed(path + "/" + name) ?? 0)
      }
    }
    return stamps
  }
}
