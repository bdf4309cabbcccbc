import Foundation

/// A folder with a setup and, for a number of customers, the demo's records; goes with the value.
final class DemoFolder {
  let root: URL

  /// - Parameter isMade: Whether `init` is run there.
  init(customers: Int? = nil, isMade: Bool = true) throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "mapsync-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    guard isMade else { return }
    _ = try run("init")
    guard let customers else { return }
    _ = try run("demo-data", "--customers", "\(customers)")
    _ = try run("match", "SALESPEOPLE")
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func path(_ name: String) -> URL { root.appending(path: name) }

  /// Runs a command in the folder.
  func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> MapsyncProcess {
    try MapsyncProcess(arguments, in: root, environment: environment)
  }

  /// Changes the setup.
  func edit(_ change: (String) -> String) throws {
    let text = try String(contentsOf: path("mapsync.yaml"), encoding: .utf8)
    try change(text).write(to: path("mapsync.yaml"), atomically: true, encoding: .utf8)
  }

  /// How many records a mapping has coupled.
  func couplings(of mapping: String) throws -> Int? {
    struct Answer: Decodable {
      struct Line: Decodable {
        let mapping: String
        let couplings: Int
      }

      let mappings: [Line]
    }
    return try answer(Answer.self, "mappings").mappings.first { $0.mapping == mapping }?.couplings
  }

  /// The answer of a command with `--format json`, as a type.
  func answer<Answer: Decodable>(_ type: Answer.Type, _ arguments: String...) throws -> Answer {
    let run = try MapsyncProcess(arguments + ["--format", "json"], in: root)
    return try JSONDecoder().decode(type, from: Data(run.output.utf8))
  }
}
