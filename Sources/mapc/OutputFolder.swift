import MapEmit

/// The folder of generated Swift, which mapc owns.
struct OutputFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Swift files that are missing, different, or no longer due.
  func differences(from files: [GeneratedFile]) throws -> [String] {
    let changed = try files.filter { try current($0.name) != Array($0.text.utf8) }.map(\.name)
    return (changed + (try superfluous(files))).sorted()
  }

  /// Writes what changed and removes what is no longer due.
  func write(_ files: [GeneratedFile]) throws {
    try FileSystem.makeFolder(path)
    for file in files {
      let bytes = Array(file.text.utf8)
      if try current(file.name) != bytes { try FileSystem.write(bytes, to: path + "/" + file.name) }
    }
    for name in try superfluous(files) { try FileSystem.remove(path + "/" + name) }
  }

  private func current(_ name: String) throws -> [UInt8]? {
    FileSystem.exists(path + "/" + name) ? try FileSystem.read(path + "/" + name) : nil
  }

  private func superfluous(_ files: [GeneratedFile]) throws -> [String] {
    guard FileSystem.isFolder(path) else { return [] }
    let due = Set(files.map(\.name))
    return try FileSystem.names(in: path).filter { $0.hasSuffix(".swift") && !due.contains($0) }
  }
}
