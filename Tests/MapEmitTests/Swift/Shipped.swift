import Foundation
import MapSource

/// The shipped mappings and schemas.
enum Shipped {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func files() throws -> [SourceFile] {
    try ["mappings", "schemas/bc", "schemas/sales"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { $0.hasSuffix(".yaml") }.sorted()
        .map { name in
          let data = try Data(contentsOf: root.appending(path: folder + "/" + name))
          return SourceFile(path: folder + "/" + name, bytes: [UInt8](data))
        }
    }
  }
}
