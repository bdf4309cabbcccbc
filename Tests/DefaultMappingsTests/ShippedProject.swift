import Foundation
import MapCompiler
import MapSource

/// The project that is shipped, read from the repository.
enum ShippedProject {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func compilation() throws -> Compilation { Compiler.check(try files()) }

  /// Every value of each choice beside the first ones of the others.
  static func features() throws -> [[String]] {
    let project = try compilation().model.project
    let others = project.choices.flatMap { $0.values.dropFirst().map { [$0.value] } }
    return [[]] + others + [["team-ownership", "single-units", "price-groups", "both-way-orders"]]
  }

  private static func files() throws -> [SourceFile] {
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
