import DefaultMappings
import MapRuntime
import MapSync
import Testing

@testable import MapsyncCommands

@Suite("What init needs of a project's tables is told before it writes anything")
struct BeginningTablesTests {
  private func table(_ name: String, _ fields: [FieldDescription]) -> TableDescription {
    TableDescription(.sales, name, key: ["\(name)id"], fields: fields)
  }

  @Test("the shipped tables have all of it, and a project without such tables needs nothing")
  func fine() throws {
    try BeginningTables.check(Program.tables)
    try BeginningTables.check([table("account", [FieldDescription("name", .text(length: 100))])])
  }

  @Test("a table that lacks a field, or has it as something else, is named with the reason")
  func missing() {
    let tables = [
      table("systemuser", [FieldDescription("fullname", .text(length: 100))]),
      table("team", [FieldDescription("name", .integer)]),
    ]
    let failure = #expect(throws: CommandFailure.self) { try BeginningTables.check(tables) }
    #expect(
      failure?.sentence
        == "table 'systemuser' of Sales needs a text field 'domainname' (the integration signs in as "
        + "a user of that name), and table 'team' of Sales needs a text field 'name' (a team owns "
        + "what nobody else does); add it to the table's file in schemas/sales, or leave the table "
        + "out")
  }

  @Test("a setup check and a scenario tell it too, of a project whose tables lost a field")
  func later() async throws {
    let folder = try DemoFolder()
    try await RunningProgram.$current.withValue(Forgetful.self) {
      let file = try SetupFile(folder.path("mapsync.yaml").path)
      let setup = try file.checked()
      let places = try #require(file.output.places)
      let check = await SystemsCheck(setup, places, folder: file.folder)
      let words = "table 'systemuser' of Sales needs a text field 'domainname'"
      #expect(check.problems.contains { $0.message.hasPrefix(words) })
      let scenario = try #require(
        try MapsyncCommand.parseAsRoot(["scenario", "none.yaml"]) as? ScenarioCommand)
      let failure = await #expect(throws: CommandFailure.self) { try await scenario.run() }
      #expect(failure?.sentence.hasPrefix(words) == true, "before it reads any")
      let looked = await #expect(throws: StoreFailure.self) {
        try await Workspace.open(setup, folder: file.folder, .look)
      }
      #expect(looked?.sentence.hasPrefix(words) == true)
    }
  }
}

/// A program whose users have no name to sign in with.
private enum Forgetful: CompiledProgram {
  static var project: String { Program.project }
  static var choices: [[String]] { Program.choices }
  static var settings: [SettingDescription] { Program.settings }
  static var tables: [TableDescription] {
    Program.tables.map { table in
      guard table.name == "systemuser" else { return table }
      var users = table
      users.fields.removeAll { $0.name == "domainname" }
      return users
    }
  }
  static func mappings(_ features: Set<String>) -> [any CompiledMapping.Type] { [] }
}
