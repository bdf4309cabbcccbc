import Foundation
import MapCompiler
import MapEmit
import MapSource
import Testing

/// Generated Swift reads like good hand-written Swift: the formatter's rules hold for it.
@Suite("The formatter on generated Swift")
struct LintTests {
  @Test("the shipped mappings' Swift passes the formatter's lint")
  func shipped() throws {
    let files = try Shipped.files()
    #expect(try complaints(about: try #require(Compiler.check(files).generated)) == "")
  }

  @Test("texts that are longer than a line do too, wherever they stand")
  func longTexts() throws {
    let generated = try #require(Compiler.check(LongTexts.project).generated)
    #expect(try complaints(about: generated) == "")
    let text = try #require(generated.first { $0.name == "Mapping_LONG.swift" }).text
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(text.contains("\"\"\""))
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
