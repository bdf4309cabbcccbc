import Foundation
import MapCompiler
import MapSource

/// The project whose generated Swift is committed beside it.
enum GoldenProject {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
  static let generated = root.appending(path: "Generated")

  /// Whether to write what is generated instead of comparing: `UPDATE_GOLDENS=1`.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" }

  static func compilation() throws -> Compilation {
    Compiler.check(
      try ["mappings", "schemas/bc", "schemas/sales"].flatMap { folder in
        let place = root.appending(path: "Project/" + folder)
        return try FileManager.default.contentsOfDirectory(atPath: place.path).sorted().map {
          name in
          let data = try Data(contentsOf: place.appending(path: name))
          return SourceFile(path: folder + "/" + name, bytes: [UInt8](data))
        }
      })
  }
}
