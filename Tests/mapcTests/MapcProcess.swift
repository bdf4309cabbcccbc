import Foundation

/// The program that people run, as a process of its own.
struct MapcProcess {
  let output: String
  let error: String
  let status: Int32

  /// Runs `mapc` with arguments in a folder.
  init(_ arguments: String..., in folder: URL) throws {
    try self.init(arguments, in: folder)
  }

  /// - Parameter fileLimit: how many blocks of 512 bytes a file may have, as on a full disk.
  init(_ arguments: [String], in folder: URL, fileLimit: Int? = nil) throws {
    let process = Process()
    process.executableURL = fileLimit == nil ? Self.program : URL(filePath: "/bin/sh")
    let limited = fileLimit.map { blocks in
      ["-c", "ulimit -f \(blocks); trap '' XFSZ; exec \"$0\" \"$@\"", Self.program.path()]
    }
    process.arguments = (limited ?? []) + arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    // A full pipe would stop a process that nobody reads; files take any amount.
    let texts = try TemporaryFolder()
    let (out, problems) = (texts.path("output"), texts.path("error"))
    for path in [out, problems] { try Data().write(to: path) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: problems)
    try process.run()
    process.waitUntilExit()
    output = try String(contentsOf: out, encoding: .utf8)
    error = try String(contentsOf: problems, encoding: .utf8)
    status = process.terminationStatus
  }

  /// It stands beside the bundle of the tests.
  private static let program = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "mapc")
}
