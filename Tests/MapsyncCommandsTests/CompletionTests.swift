import Foundation
import Testing

@Suite("A shell completes the program's own names")
struct CompletionTests {
  /// What is offered for an argument, as a shell asks for it.
  private func offered(_ words: [String], _ argument: String) throws -> [String] {
    let commands = words.prefix { !$0.hasPrefix("-") }
    let run = try MapsyncProcess(
      ["---completion"] + commands + ["--", argument, "\(words.count + 1)", "0", "mapsync"] + words
        + [""],
      in: FileManager.default.temporaryDirectory)
    #expect(run.status == 0, "\(run.error)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test("mappings, whatever features are on, one alone or by commas")
  func mappings() throws {
    let names = try offered(["sync"], "positional@0")
    #expect(names.contains("CUSTOMER") && names.contains("SHIPPING AGENT"))
    #expect(names.contains("SOLINE-ORDERDETAIL"), "of orders on which both sides work")
    #expect(try offered(["full", "--only"], "--only").contains("CUSTOMER"))
  }

  @Test("tables, and records by their tables")
  func tables() throws {
    let tables = try offered(["record", "show"], "positional@0")
    #expect(tables.contains("Sales Header") && tables.contains("account"))
    #expect(try offered(["why"], "positional@0").contains("Customer:"))
  }
}
