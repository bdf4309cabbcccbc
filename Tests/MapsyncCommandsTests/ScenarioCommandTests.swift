import Foundation
import Testing

@Suite("mapsync scenario, as people run it")
struct ScenarioCommandTests {
  private struct Answer: Decodable {
    struct Scenario: Decodable {
      struct Difference: Decodable {
        let at: String
        let expected: String
        let found: String
      }

      let file: String
      let scenario: String
      let ok: Bool
      let differences: [Difference]
    }

    let scenarios: [Scenario]
  }

  private static let file = ScenarioFilesTests.folder
    .appending(path: "CNF/CNF-007-the-losing-run-skips.yaml")

  private func run(_ arguments: String...) throws -> MapsyncProcess {
    try MapsyncProcess(
      ["scenario"] + arguments, in: FileManager.default.temporaryDirectory)
  }

  private func answer(_ run: MapsyncProcess) throws -> [Answer.Scenario] {
    try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)).scenarios
  }

  @Test("one that comes out as it says is exit 0")
  func passes() throws {
    let run = try run(Self.file.path, "--format", "json")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    let found = try answer(run)
    #expect(found.map(\.ok) == [true])
    #expect(found.map(\.file) == [Self.file.path])
    #expect(found.flatMap(\.differences).isEmpty)
  }

  @Test("one that does not is exit 1, with what was expected and found; the others run")
  func fails() throws {
    let folder = try DemoFolder()
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let wrong = folder.path("wrong.yaml")
    try text.replacing("$id: a1, name: Adatum Ltd }", with: "$id: a1, name: Contoso }")
      .write(to: wrong, atomically: true, encoding: .utf8)
    let run = try run(wrong.path, Self.file.path, "--format", "json")
    #expect(run.status == 1, "\(run.output)\(run.error)")
    let found = try answer(run)
    #expect(found.map(\.ok) == [false, true])
    let difference = try #require(found.first?.differences.first)
    #expect(difference.at == "then.sales.account.a1.name")
    #expect(difference.expected == "Contoso")
    #expect(difference.found == "Adatum Ltd")
    let people = try self.run(wrong.path)
    #expect(people.status == 1)
    #expect(people.output.contains("Contoso") && people.output.contains("Adatum Ltd"))
  }

  @Test("one that cannot be read is exit 2 with every finding, and nothing runs")
  func unreadable() throws {
    let folder = try DemoFolder()
    let bad = folder.path("bad.yaml")
    try "scenario: x\nwhen:\n  - synchronise: CUSTOMER\nthen: {}\ncolour: red\n"
      .write(to: bad, atomically: true, encoding: .utf8)
    let run = try run(Self.file.path, bad.path, "--format", "json")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.error.contains("bad.yaml:3:") && run.error.contains("bad.yaml:5:"))
    #expect(try self.run(folder.path("none.yaml").path).status == 2)
  }
}
