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
    try folders.flatMap { folder in
      let top = root.appending(path: folder)
      let paths = FileManager.default.enumerator(atPath: top.path())?.compactMap { $0 as? String }
      return try (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { path in
        let text = try String(contentsOf: top.appending(path: path), encoding: .utf8)
        return SourceText(path: folder + "/" + path, text: text)
      }
    }
  }

  /// The folders of `Sources`, one a module.
  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path())
      .filter { !$0.hasPrefix(".") }.sorted()
  }
}
