import Foundation
import MapLanguage
import MapRuntime

/// The files of a folder that is laid out as a project: `mappings`, `schemas/bc`, `schemas/sales`.
struct ExampleFiles {
  struct File {
    let role: ParsedFile.Role
    let baseName: String
    let text: String
  }

  let files: [File]

  /// The design's examples, which stand beside the package; nil where they are missing.
  static func design() -> ExampleFiles? {
    ExampleFiles(root.appending(path: "../shared/design/examples"))
  }

  /// The shipped files.
  static func shipped() -> ExampleFiles? { ExampleFiles(root) }

  private static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  private init?(_ folder: URL) {
    var files: [File] = []
    for (path, role) in [
      ("mappings", ParsedFile.Role.mapping), ("schemas/bc", .table(.bc)),
      ("schemas/sales", .table(.sales)),
    ] {
      let urls =
        (try? FileManager.default.contentsOfDirectory(
          at: folder.appending(path: path).resolvingSymlinksInPath(),
          includingPropertiesForKeys: nil)) ?? []
      for url in urls.sorted(by: { $0.path < $1.path }) where url.pathExtension == "yaml" {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
        let name = url.deletingPathExtension().lastPathComponent
        let isProject = role == .mapping && name == "project"
        files.append(File(role: isProject ? .project : role, baseName: name, text: text))
      }
    }
    guard !files.isEmpty else { return nil }
    self.files = files
  }

  var sample: Sample {
    var sample = Sample()
    for file in files { sample.add(file.role, file.baseName, file.text) }
    return sample
  }
}
