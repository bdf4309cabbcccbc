import MapEmit
import MapSource

/// The folder of generated Swift, which mapc owns.
struct OutputFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// A Swift file that is not as it would be written.
  struct Difference {
    let name: String
    /// What it is instead: missing, stale or no longer due.
    let what: String
  }

  /// Swift files that are missing, different, or no longer due.
  func differences(from files: [GeneratedFile]) throws -> [Difference] {
    let present = try names()
    let stale = try stale(files, present)
    try refuseOthers(present)
    let due = stale.map { file in
      Difference(name: file.name, what: present.contains(file.name) ? "stale" : "missing")
    }
    let gone = try superfluous(files, present).map { Difference(name: $0, what: "no longer due") }
    return (due + gone).sorted { $0.name < $1.name }
  }

  /// Writes what changed and removes what is no longer due: where one file cannot be written, none
  /// is.
  /// - Returns: how many files were written, and how many removed.
  func write(_ files: [GeneratedFile]) throws -> (written: Int, removed: Int) {
    let path = path
    let present = try names()
    let stale = try stale(files, present)
    try refuseOthers(present)
    try FileSystem.makeFolder(path)
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
    let superfluous = try superfluous(files, present)
    for name in superfluous { try FileSystem.remove(path + "/" + name) }
    return (stale.count, superfluous.count)
  }

  /// Refuses a folder that is somebody else's: with files in it, none of which mapc wrote.
  private func refuseOthers(_ present: Set<String>) throws {
    let shown = present.filter { !$0.hasPrefix(".") }.sorted()
    guard let first = shown.first else { return }
    let hasOurs = try shown.contains { name in
      let file = path + "/" + name
      guard name.hasSuffix(".swift"), !FileSystem.isFolder(file) else { return false }
      return GeneratedFile.isOurs(try FileSystem.read(file, limit: 4096))
    }
    if hasOurs { return }
    let rest = shown.count > 1 ? " and \(shown.count - 1) more" : ""
    throw CommandFailure(
      sentence: "\(path) is somebody else's: mapc wrote nothing that is in it (\(first)\(rest)); "
        + "name a folder of its own")
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
