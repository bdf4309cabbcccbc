import Foundation
import MapCompiler
import MapEmit
import MapSource
import Testing

/// Generated Swift reads like good hand-written Swift: the formatter's rules hold for it.
@Suite("The formatter on generated Swift")
struct LintTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("the shipped mappings' Swift passes the formatter's lint")
  func shipped() throws {
    let files = try ["mappings", "schemas/bc", "schemas/sales"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: folder).path)
        .filter { $0.hasSuffix(".yaml") }.sorted()
        .map { name in
          let data = try Data(contentsOf: Self.root.appending(path: folder + "/" + name))
          return SourceFile(path: folder + "/" + name, bytes: [UInt8](data))
        }
    }
    #expect(try complaints(about: try #require(Compiler.check(files).generated)) == "")
  }

  /// What the formatter says of files; empty where it has nothing to say.
  private func complaints(about files: [GeneratedFile]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      try Data(file.text.utf8).write(to: folder.appending(path: file.name))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "format", "lint", "--strict", "--recursive", folder.path]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }
}
