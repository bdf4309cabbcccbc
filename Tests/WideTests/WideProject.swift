import Foundation
import MapCompiler
import MapSource

/// The project from which the build generates the Swift that is tested.
enum WideProject {
  static func compilation() throws -> Compilation {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "WideMappings")
    return Compiler.check(
      try ["mappings", "schemas/bc", "schemas/sales"].flatMap { folder in
        let place = root.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: place.path).sorted().map {
          name in
          let data = try Data(contentsOf: place.appending(path: name))
          return SourceFile(path: folder + "/" + name, bytes: [UInt8](data))
        }
      })
  }
}
