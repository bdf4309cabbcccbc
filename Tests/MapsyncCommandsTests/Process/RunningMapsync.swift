import Foundation

/// `mapsync` at work in a process of its own, until it ends or is told to; ended with the value.
final class RunningMapsync {
  private let process = Process()
  private let texts: URL

  /// Starts `mapsync` with arguments in a folder.
  init(_ arguments: String..., in folder: URL) throws {
    texts = FileManager.default.temporaryDirectory.appending(path: "mapsync-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
    process.executableURL = MapsyncProcess.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    for name in ["output", "error"] { try Data().write(to: texts.appending(path: name)) }
    process.standardOutput = try FileHandle(forWritingTo: texts.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: texts.appending(path: "error"))
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: texts)
  }

  /// What it wrote so far.
  var output: String { text("output") }
  var error: String { text("error") }

  private func text(_ name: String) -> String {
    (try? String(contentsOf: texts.appending(path: name), encoding: .utf8)) ?? ""
  }

  var isRunning: Bool { process.isRunning }

  /// Waits until something holds; false where it ended or a minute passed before.
  func wait(until holds: (RunningMapsync) throws -> Bool) rethrows -> Bool {
    for _ in 0..<1200 {
      if try holds(self) { return true }
      guard isRunning else { return try holds(self) }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Its status once it ended; nil after a minute.
  func status() -> Int32? {
    guard wait(until: { !$0.isRunning }) else { return nil }
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
  }
}
