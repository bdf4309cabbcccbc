import Foundation

/// A place for a database that is removed with this.
final class TemporaryFile: Sendable {
  let path: String

  init() { path = NSTemporaryDirectory() + "mapsync-\(UUID().uuidString).sqlite" }

  deinit {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }
}
