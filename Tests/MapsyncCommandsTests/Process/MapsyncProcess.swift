import Foundation

/// The program that people run, as a process of its own.
struct MapsyncProcess {
  /// It stands beside the bundle of the tests.
  static let program = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "mapsync")

  let output: String
  let error: String
  let status: Int32

  /// Runs `mapsync` with arguments in a folder.
  init(
    _ arguments: String..., in folder: URL, environment: [String: String] = [:]
  ) throws {
    try self.init(arguments, in: folder, environment: environment)
  }

  /// - Parameter wrapper: a program that runs it, by its path and first arguments.
  init(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    through wrapper: [String] = []
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: wrapper.first ?? Self.program.path)
    process.arguments =
      wrapper.isEmpty
      ? arguments : Array(wrapper.dropFirst()) + [Self.program.path] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // A full pipe would stop a process that nobody reads; files take any amount.
    let texts = FileManager.default.temporaryDirectory
      .appending(path: "mapsync-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: texts) }
    let (out, problems) = (texts.appending(path: "output"), texts.appending(path: "error"))
    for path in [out, problems] { try Data().write(to: path) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: problems)
    try process.run()
    process.waitUntilExit()
    output = try String(contentsOf: out, encoding: .utf8)
    error = try String(contentsOf: problems, encoding: .utf8)
    status = process.terminationStatus
  }

  /// Whether it could not run, and said why in one sentence with these words.
  func isRefused(_ words: String...) -> Bool {
    status == 2 && error.hasPrefix("mapsync: ") && error.split(separator: "\n").count == 1
      && words.allSatisfy { error.contains($0) }
  }
}
