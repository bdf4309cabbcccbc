import Foundation
import MapRuntime
import Synchronization

/// A folder that goes with its world, in memory where the machine has a place for that.
final class WorldFolder: Sendable {
  let url: URL

  init() throws {
    let memory = "/dev/shm"
    let base =
      FileManager.default.isWritableFile(atPath: memory)
      ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
    url = base.appendingPathComponent("mapsync-world-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

/// Time stands still until somebody moves it.
final class WorldClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_700_000_000_000)

  var now: DateTimeValue { DateTimeValue(milliseconds: milliseconds.withLock { $0 }) }

  func pass(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }
}
