import MapEmit
import MapSource

/// The folder of generated Swift, which mapc owns.
struct OutputFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Swift files that are missing, different, or no longer due.
  func differences(from files: [GeneratedFile]) throws -> [String] {
    return (try stale(files).map(\.name) + (try superfluous(files))).sorted()
  }

  /// Writes what changed and removes what is no longer due: where one file cannot be written, none
  /// is.
  func write(_ files: [GeneratedFile]) throws {
    try FileSystem.makeFolder(path)
    let path = path
    let stale = try stale(files)
    let written = Parallel.map(stale.count) { place in
      Result { () throws(CommandFailure) in
        try FileSystem.stage(stale[place].bytes, for: path + "/" + stale[place].name)
      }
    }
    do {
      let staged = try written.map { try $0.get() }
      for (file, staged) in zip(stale, staged) {
        try FileSystem.move(staged, to: path + "/" + file.name)
      }
    } catch {
      for case .success(let staged) in written { try? FileSystem.remove(staged) }
      throw error
    }
    for name in try superfluous(files) { try FileSystem.remove(path + "/" + name) }
  }

  /// Those that are not in the folder as they should be.
  private func stale(_ files: [GeneratedFile]) throws -> [GeneratedFile] {
    let path = path
    let isCurrent = Parallel.map(files.count) { place in
      Result { () throws(CommandFailure) in
        let file = files[place]
        guard let bytes = try FileSystem.contents(path + "/" + file.name) else { return false }
        return FileSystem.isSame(bytes, file.bytes)
      }
    }
    return try zip(files, isCurrent).compactMap { try $1.get() ? nil : $0 }
  }

  private func superfluous(_ files: [GeneratedFile]) throws -> [String] {
    guard FileSystem.isFolder(path) else { return [] }
    let due = Set(files.map(\.name))
    return try FileSystem.names(in: path).filter { $0.hasSuffix(".swift") && !due.contains($0) }
  }
}
