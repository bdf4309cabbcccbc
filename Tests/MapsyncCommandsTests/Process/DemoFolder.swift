import Foundation
import Testing

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

  /// A folder with the demo's records, which a full synchronization has brought in step.
  static func inStep(customers: Int) throws -> DemoFolder {
    let folder = try DemoFolder(customers: customers)
    try folder.does("full")
    return folder
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

  /// Runs a command that must be fine, and returns what it says.
  @discardableResult
  func does(_ arguments: String...) throws -> String {
    let run = try MapsyncProcess(arguments, in: root)
    #expect(run.status == 0, "\(arguments): \(run.output)\(run.error)")
    return run.output
  }

  /// How many records a mapping has coupled.
  func couplings(of mapping: String) throws -> Int? {
    try answer(ListedMappings.self, "mappings")[mapping]?.couplings
  }

  /// The answer of a command with `--format json`, as a type.
  func answer<Answer: Decodable>(_ type: Answer.Type, _ arguments: String...) throws -> Answer {
    let run = try MapsyncProcess(arguments + ["--format", "json"], in: root)
    return try JSONDecoder().decode(type, from: Data(run.output.utf8))
  }
}
