import Foundation
import MapRuntime
import Synchronization

/// The time of a world, which stands still until somebody lets it pass.
final class WorldTime: Sendable {
  private let passed = Mutex<Int64>(0)
  private static let begin = DateTimeValue(
    midnightOf: DateValue(year: 2026, month: 3, day: 10) ?? .first)

  var now: DateTimeValue {
    DateTimeValue(milliseconds: Self.begin.milliseconds + passed.withLock { $0 })
  }

  func pass(seconds: Int64) { passed.withLock { $0 += seconds * 1000 } }
}

/// A folder that goes with this.
final class TemporaryFolder: Sendable {
  private let url: URL

  init() throws {
    url = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("mapsync-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  deinit { try? FileManager.default.removeItem(at: url) }
}
