import Foundation
import MapScenario
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

  @Test("the README names the tables of every document that 'record' takes, and of their lines")
  func documentTables() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let steps: [DocumentStep] = [
      .release, .archive, .makeOrder, .pay(amount: nil, on: nil), .unapply(on: nil), .correct,
      .reopen, .cancel, .revise, .activate, .win, .close(.lost), .submit,
      .fulfil(isComplete: true), .convert,
      .post(DocumentStep.Posting(ships: true, invoices: false)),
      .post(DocumentStep.Posting(ships: false, invoices: true)),
    ]
    let tables = Set(steps.flatMap(\.tables).flatMap { [$0.name, $0.made].compactMap { $0 } })
    let lines = ["Sales Line", "quotedetail", "salesorderdetail", "invoicedetail"]
    #expect(tables.count > 7)
    for table in tables.sorted() + lines { #expect(text.contains("`\(table)`"), "\(table)") }
    #expect(text.contains("What waits for another record has not failed"))
  }

  @Test(
    "an unknown command is told the nearest one",
    arguments: [
      (["statsu"], "'statsu'; did you mean 'status'?"),
      (["record", "creat"], "'record creat'; did you mean 'record create'?"),
      (["everything"], "'everything'; 'mapsync help' lists those that there are"),
      (
        ["record", "everything"],
        "'record everything'; 'mapsync help record' lists those that there are"
      ),
      (["orders", "lst"], "'orders lst'; did you mean 'orders list'?"),
      (["setup", "chek"], "'setup chek'; did you mean 'setup check'?"),
      (["help", "recrod"], "'recrod'; did you mean 'record'?"),
      (["help", "setup", "chek"], "'setup chek'; did you mean 'setup check'?"),
    ])
  func unknownCommand(arguments: [String], said: String) throws {
    #expect(throws: CommandFailure("there is no command \(said)")) {
      try UnknownCommand.refuse(arguments[...], of: MapsyncCommand.self)
    }
  }

  @Test("a command that there is goes on, with arguments and for help")
  func knownCommand() throws {
    let known = [
      ["sync", "CUSTOMER"], ["help"], ["--version"], [], ["record", "--help"], ["help", "record"],
      ["orders"], ["orders", "--help"], ["help", "orders", "list"],
    ]
    for arguments in known {
      try UnknownCommand.refuse(arguments[...], of: MapsyncCommand.self)
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
