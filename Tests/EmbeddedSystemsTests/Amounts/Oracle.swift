import Foundation
import Testing

/// A program in Python that counts random orders by the rules, a row each. MAPC_ORDERS says how many
/// more than the committed ones are asked of it, and MAPC_SEED of which seed.
struct Oracle {
  private let program: String

  init(_ program: String) { self.program = program }

  static var count: Int? { environment["MAPC_ORDERS"].flatMap(Int.init) }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The rows of a file that the oracle wrote.
  static func committed(_ name: String) throws -> [Substring] {
    try String(contentsOf: file(name), encoding: .ascii).split(separator: "\n")
  }

  /// So many rows as are asked for, one after the other.
  func rows(_ check: (Substring) throws -> Void) throws {
    let count = try #require(Self.count)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Self.file(program).path, String(count), Self.environment["MAPC_SEED"] ?? "1",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var (rest, checked) = (Data(), 0)
    while true {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      rest.append(data)
      guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { continue }
      for row in String(decoding: rest[..<end], as: UTF8.self).split(separator: "\n") {
        try check(row)
        checked += 1
      }
      rest = Data(rest[rest.index(after: end)...])
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(checked == count)
  }

  private static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
  }
}
