import Foundation
import Testing

@Suite("A file that cannot be used: one sentence that names it, exit 2, nothing lost")
struct BadFileTests {
  /// What may have happened to a file.
  enum Damage: CaseIterable {
    case newer
    case otherProgram
    case noDatabase
    case truncated
    case empty

    /// The file afterwards.
    func done(to whole: Data) -> Data {
      var bytes = whole
      switch self {
      // The header's format and application, of SQLite's own file format.
      case .newer: bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
      case .otherProgram: bytes.replaceSubrange(68..<72, with: [1, 2, 3, 4])
      case .noDatabase: bytes = Data("no database at all, but long enough to be one\n".utf8)
      case .truncated: bytes = bytes.prefix(bytes.count / 2)
      case .empty: bytes = Data()
      }
      return bytes
    }

    /// What the sentence says besides the file.
    var words: [String] {
      switch self {
      case .newer: ["has format 99", "use the newer mapsync"]
      case .otherProgram, .noDatabase: ["of mapsync", "put a backup in its place"]
      case .truncated: ["is damaged", "put a backup in its place"]
      case .empty: ["is empty", "put a backup in its place"]
      }
    }
  }

  @Test(
    "is refused and left as it is; with the whole file back, the same command works",
    arguments: ["bc", "sales", "state"], Damage.allCases)
  func damaged(_ file: String, _ damage: Damage) throws {
    let folder = try DemoFolder(customers: 2)
    let path = folder.path("data/\(file).sqlite")
    let whole = try Data(contentsOf: path)
    let bad = damage.done(to: whole)
    try bad.write(to: path)
    for command in [["full"], ["status"], ["run"], ["record", "list", "Customer"]] {
      if command[0] == "record" && file != "bc" { continue }
      let run = try MapsyncProcess(command, in: folder.root)
      #expect(run.isRefused(path.path), "\(command): \(run.output)\(run.error)")
      #expect(damage.words.allSatisfy { run.error.contains($0) }, "\(command): \(run.error)")
    }
    #expect(try Data(contentsOf: path) == bad, "it was touched")
    try whole.write(to: path)
    let full = try folder.run("full")
    #expect(full.status == 0, "\(full.output)\(full.error)")
    #expect(try folder.couplings(of: "CUSTOMER") == 2)
  }

  @Test("a file that is not there is not made by the way", arguments: ["bc", "sales"])
  func missing(_ file: String) throws {
    let folder = try DemoFolder()
    let path = folder.path("data/\(file).sqlite")
    try FileManager.default.removeItem(at: path)
    var run = try folder.run("full")
    #expect(run.isRefused(path.path, "is gone", "from a backup"), "\(run.error)")
    try FileManager.default.removeItem(at: folder.path("data/state.sqlite"))
    run = try folder.run("full")
    #expect(run.isRefused(path.path, "'mapsync init' makes it"), "\(run.error)")
    #expect(!FileManager.default.fileExists(atPath: path.path))
  }

  @Test("setup check says every such file at once, with the line that names it")
  func check() throws {
    let folder = try DemoFolder()
    for (file, damage) in [("bc", Damage.newer), ("sales", .truncated), ("state", .noDatabase)] {
      let path = folder.path("data/\(file).sqlite")
      try damage.done(to: try Data(contentsOf: path)).write(to: path)
    }
    let check = try folder.run("setup", "check")
    #expect(check.status == 2, "\(check.error)")
    for part in [
      "mapsync.yaml:5:", "has format 99", "mapsync.yaml:6:", "is damaged", "mapsync.yaml:7:",
      "is no state file",
    ] {
      #expect(check.output.contains(part), "\(part) is missing in \(check.output)")
    }
    struct Answer: Decodable {
      struct Problem: Decodable {
        let system: String
        let line: Int
      }
      let problems: [Problem]
    }
    let answer = try folder.answer(Answer.self, "setup", "check")
    #expect(answer.problems.map(\.line) == [5, 6, 7])
  }

  @Test("setup check names a company that is not there, with those that are")
  func company() throws {
    let folder = try DemoFolder()
    try folder.edit { $0.replacing("company: CRONUS", with: "company: CRONIS") }
    let check = try folder.run("setup", "check")
    #expect(check.status == 1)
    #expect(check.output.contains("mapsync.yaml:3:"))
    #expect(check.output.contains("there are 'CRONUS'"), "\(check.output)")
  }
}
