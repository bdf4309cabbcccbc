import Foundation

/// The folder that a corpus is written to; what stood there before is gone.
struct CorpusFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  func write(_ files: [CorpusFile]) throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: path) { try manager.removeItem(atPath: path) }
    let folders = Set(
      files.map { file in
        file.path.split(separator: "/").dropLast().joined(separator: "/")
      })
    for folder in folders {
      try manager.createDirectory(
        atPath: path + "/" + folder, withIntermediateDirectories: true)
    }
    for file in files {
      try Data(file.text.utf8).write(to: URL(filePath: path + "/" + file.path))
    }
  }
}
