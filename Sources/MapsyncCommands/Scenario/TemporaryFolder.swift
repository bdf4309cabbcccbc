import FoundationEssentials

/// A folder for the files of one scenario.
struct TemporaryFolder {
  let path: String

  init() throws(CommandFailure) {
    let base = FileManager.default.temporaryDirectory.path
    path = "\(base)/mapsync-\(UInt64.random(in: 0 ... .max))"
    try FileSystem.makeFolder(path)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
