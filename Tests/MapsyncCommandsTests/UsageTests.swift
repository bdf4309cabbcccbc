import Foundation
import Testing

@testable import MapsyncCommands

@Suite("How mapsync is used")
struct UsageTests {
  static let commands = [
    "couple", "create", "sync", "match", "uncouple", "run", "mappings", "jobs", "errors",
    "skipped", "retry", "why", "init", "full", "status", "serve", "scenario", "demo-data",
    "record", "schema",
  ]

  @Test("every command says what it does, with an example", arguments: commands)
  func help(command: String) throws {
    let run = try MapsyncProcess(command, "--help", in: URL(filePath: "/"))
    #expect(run.status == 0)
    #expect(run.output.contains("Example: mapsync \(command)"))
  }

  @Test("every command says its own name, so that no start has to make it of a type's")
  func names() {
    var open = MapsyncCommand.configuration.subcommands
    while let command = open.popLast() {
      #expect(command.configuration.commandName != nil, "\(command)")
      open += command.configuration.subcommands
    }
  }

  @Test("without a setup a command says how to get one")
  func noSetup() throws {
    let run = try MapsyncProcess("mappings", in: URL(filePath: "/"))
    #expect(run.status == 2)
    #expect(
      run.error == "mapsync: no mapsync.yaml here or above; 'mapsync init' writes one\n")
  }

  @Test("the schemas are JSON", arguments: ["setup", "scenario"])
  func schemas(kind: String) throws {
    let run = try MapsyncProcess("schema", kind, in: URL(filePath: "/"))
    #expect(run.status == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
  }
}
