import MapEmit
import MapSource

/// The folder of generated Swift, which mapc owns.
struct OutputFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Swift files that are missing, different, or no longer due.
  func differences(from files: [GeneratedFile]) throws -> [String] {
    let present = try names()
    return try (stale(files, present).map(\.name) + superfluous(files, present)).sorted()
  }

  /// Writes what changed and removes what is no longer due: where one file cannot be written, none
  /// is.
  func write(_ files: [GeneratedFile]) throws {
    try FileSystem.makeFolder(path)
    let path = path
    let present = try names()
    let stale = try stale(files, present)
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
    for name in try superfluous(files, present) { try FileSystem.remove(path + "/" + name) }
  }

  /// What stands in the folder.
  private func names() throws -> Set<String> {
    FileSystem.isFolder(path) ? Set(try FileSystem.names(in: path)) : []
  }

  /// Those that are not in the folder as they should be.
  private func stale(
    _ files: [GeneratedFile], _ present: Set<String>
  ) throws -> [GeneratedFile] {
    let path = path
    let isCurrent = Parallel.map(files.count) { place in
      Result { () throws(CommandFailure) in
        let file = files[place]
        guard present.contains(file.name) else { return false }
        let bytes = try FileSystem.read(path + "/" + file.name)
        guard GeneratedFile.isOurs(bytes) else {
          throw CommandFailure(
            sentence: "\(path)/\(file.name) was not written by mapc, which would write over it; "
              + "name another folder")
        }
        return FileSystem.isSame(bytes, file.bytes)
      }
    }
    return try zip(files, isCurrent).compactMap { try $1.get() ? nil : $0 }
  }

  /// Those of earlier runs that are no longer due; what others wrote stays.
  private func superfluous(
    _ files: [GeneratedFile], _ present: Set<String>
  ) throws -> [String] {
    let due = Set(files.map(\.name))
    return try present.subtracting(due).sorted().filter { name in
      let file = path + "/" + name
      guard name.hasSuffix(".swift"), !FileSystem.isFolder(file) else { return false }
      return GeneratedFile.isOurs(try FileSystem.read(file, limit: 4096))
    }
  }
}
