import Foundation
import Testing

@Suite("mapsync init and setup check")
struct SetupCommandTests {
  @Test("what init writes is a setup without problems")
  func initial() throws {
    let folder = try DemoFolder()
    let run = try folder.run("setup", "check")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("both systems are ready"))
  }

  @Test("init again changes nothing")
  func again() throws {
    let folder = try DemoFolder()
    let before = try String(contentsOf: folder.path("mapsync.yaml"), encoding: .utf8)
    #expect(try folder.run("init", "--company", "Other").status == 0)
    #expect(try String(contentsOf: folder.path("mapsync.yaml"), encoding: .utf8) == before)
  }

  @Test("every problem of a setup is told at once, with its line, before anything runs")
  func problems() throws {
    let folder = try DemoFolder()
    let setup = "company: CRONUS\nfeatures: [nonsense]\nstate: data/bc.sqlite\ncolour: red\n"
    try setup.write(to: folder.path("mapsync.yaml"), atomically: true, encoding: .utf8)
    let check = try folder.run("setup", "check")
    #expect(check.status == 1)
    for part in ["mapsync.yaml:2:", "nonsense", "mapsync.yaml:3:", "mapsync.yaml:4:", "colour"] {
      #expect(check.output.contains(part), "\(part) is missing")
    }
    let run = try folder.run("run")
    #expect(run.status == 2)
    #expect(run.error.contains("mapsync.yaml:2:"))
  }

  @Test("a state file that is none is one sentence")
  func foreignState() throws {
    let folder = try DemoFolder()
    try Data("no database at all, but long enough to be one".utf8)
      .write(to: folder.path("data/state.sqlite"))
    let run = try folder.run("jobs")
    #expect(run.status == 2)
    #expect(run.error.split(separator: "\n").count == 1)
    #expect(run.error.contains("is no state file of mapsync"))
  }

  @Test("a truncated system is one sentence, and is not touched")
  func truncated() throws {
    let folder = try DemoFolder(customers: 5)
    let file = folder.path("data/bc.sqlite")
    let whole = try Data(contentsOf: file)
    try whole.prefix(whole.count / 2).write(to: file)
    let run = try folder.run("full")
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("mapsync: "))
    #expect(run.error.split(separator: "\n").count == 1)
  }
}
