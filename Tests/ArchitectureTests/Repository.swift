import Foundation

/// The files of this package, as they stand on disk.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Every Swift file in some folders of the root, in order.
  static func swiftFiles(in folders: String...) throws -> [SourceText] {
    let files = try allSwift.get()
    return folders.flatMap { folder in files.filter { $0.path.hasPrefix(folder + "/") } }
  }

  /// Taken apart once for all tests.
  private static let allSwift = Result {
    try files(in: "Sources", "Tests", "Plugins", "Benchmarks", ending: ".swift").map { path in
      SourceText(path: path, text: try text(of: path))
    }
  }

  /// Every file in some folders of the root whose name ends so, in order.
  static func files(in folders: String..., ending suffixes: String...) -> [String] {
    folders.flatMap { folder in
      let top = root.appending(path: folder).path()
      let paths = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
      return paths.filter { path in
        suffixes.contains(where: path.hasSuffix) && !path.contains(".build/")
      }.sorted().map { folder + "/" + $0 }
    }
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path())
  }

  /// The folders of `Sources`, one a module.
  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path())
      .filter { !$0.hasPrefix(".") }.sorted()
  }
}
