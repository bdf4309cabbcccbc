import Foundation

/// A headless Chromium, which the page's tests look through.
enum Browser {
  /// Where the browser is; nil where this machine has none.
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Whether its absence is a failure: it is part of what the build machine has.
  static let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"

  /// What a page has become once its scripts ran.
  static func document(of page: String, at fragment: String = "") throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { remove(folder) }
    let file = folder.appending(path: "graph.html")
    try Data(page.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/usr/bin/chromium")
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(folder.appending(path: "profile").path)",
      "--virtual-time-budget=2000", "--timeout=30000", "--dump-dom",
      file.absoluteString + fragment,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The browser's helpers may still write for a moment after it ended.
  private static func remove(_ folder: URL) {
    for _ in 0..<50 {
      try? FileManager.default.removeItem(at: folder)
      if !FileManager.default.fileExists(atPath: folder.path) { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
  }
}
