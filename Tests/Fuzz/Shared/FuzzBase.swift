import Foundation
import MapSource

/// What inputs build on: files that they may use by name, and words to write into others.
struct FuzzBase: Sendable {
  let files: [String: SourceFile]
  let words: [[UInt8]]

  /// The folder that the environment names, as `seeds.sh` makes it.
  static let shared = FuzzBase(ProcessInfo.processInfo.environment["FUZZ_BASE"] ?? ".")

  init(_ folder: String) {
    let top = folder + "/base/"
    var files: [String: SourceFile] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: top) ?? .init() {
      guard path.hasSuffix(".yaml"), let bytes = FileManager.default.contents(atPath: top + path)
      else { continue }
      // The first folder only tells projects apart.
      let name = path.split(separator: "/").dropFirst().joined(separator: "/")
      files[path] = SourceFile(path: name, bytes: [UInt8](bytes))
    }
    self.files = files
    let words = FileManager.default.contents(atPath: folder + "/words.txt") ?? Data()
    self.words = words.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }
}
