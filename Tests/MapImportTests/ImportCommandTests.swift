import Foundation
import MapSource
import Testing

@Suite("mapc import")
struct ImportCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mapc-\(UUID().uuidString)")
    try write("project: example\n", to: "mappings/project.yaml")
    for excerpt in [Excerpt.dataverse, Excerpt.businessCentral] {
      try write(String(decoding: excerpt.bytes, as: UTF8.self), to: excerpt.path)
    }
  }

  private func write(_ text: String, to name: String) throws {
    let path = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: path, atomically: true, encoding: .utf8)
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Runs a program in the folder.
  private func run(
    _ program: URL, _ arguments: String...
  ) throws -> (status: Int32, output: String, error: String) {
    try run(program, arguments: arguments)
  }

  private func run(
    _ program: URL, arguments: [String]
  ) throws -> (status: Int32, output: String, error: String) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    var texts: [URL] = []
    for name in [".output", ".error"] {
      let path = folder.appending(path: name)
      try Data().write(to: path)
      texts.append(path)
    }
    process.standardOutput = try FileHandle(forWritingTo: texts[0])
    process.standardError = try FileHandle(forWritingTo: texts[1])
    try process.run()
    process.waitUntilExit()
    let said = try texts.map { try String(contentsOf: $0, encoding: .utf8) }
    return (process.terminationStatus, said[0], said[1])
  }

  private static let mapc = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "mapc")

  @Test("writes the tables that are named, which 'mapc check' reads")
  func writes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try run(
      Self.mapc, "import", "csdl", "dataverse.xml", "--tables", "account,systemusers", "--output",
      ".")
    #expect(first.status == 0, "\(first.error)")
    #expect(
      first.output == """
        schemas/sales/account.yaml: new, 21 fields; 1 column of types that table files do not have
        schemas/sales/systemuser.yaml: new, 4 fields
        2 files written of 2

        """)
    let second = try run(Self.mapc, "import", "csdl", "business-central.xml", "--output", ".")
    #expect(second.output.hasSuffix("4 files written of 4\n"))
    let check = try run(Self.mapc, "check", "--format", "lines")
    #expect(check.status == 0, "\(check.output)")
    let again = try run(Self.mapc, "import", "csdl", "business-central.xml", "--output", ".")
    #expect(again.output.hasSuffix("0 files written of 4\n"))
  }

  @Test("reads packages, one beside the other")
  func packages() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, symbols) in [("Base.app", ShopPackage.base), ("Shop.app", ShopPackage.addition)] {
      try Data(ShopPackage.file(symbols).bytes).write(to: folder.appending(path: name))
    }
    let run = try run(
      Self.mapc, "import", "app", "Base.app", "Shop.app", "--tables", "Customer", "--output", ".")
    #expect(run.status == 0, "\(run.error)")
    #expect(try read("schemas/bc/Customer.yaml").contains("Loyalty Points"))
    #expect(try self.run(Self.mapc, "check", "--format", "lines").status == 0)
  }

  @Test("tells drift as findings, with status 1, and 0 where there is none")
  func drift() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try run(
      Self.mapc, "import", "csdl", "dataverse.xml", "--tables", "account", "--output", ".")
    try write(
      "table: Customer\nkey: [No.]\nfields:\n  - { name: No., type: code(20), required: true }\n",
      to: "schemas/bc/Customer.yaml")
    try write(
      """
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: No., sales: accountnumber }

      """, to: "mappings/CUSTOMER.yaml")
    let none = try run(Self.mapc, "import", "--check", ".", "dataverse.xml", "business-central.xml")
    #expect(none.status == 0, "\(none.output)\(none.error)")
    #expect(none.output.hasPrefix("no findings in "))
    let metadata = try read("dataverse.xml").replacing("accountnumber", with: "accountcode")
    try write(metadata, to: "dataverse.xml")
    let found = try run(Self.mapc, "import", "--check", ".", "dataverse.xml")
    #expect(found.status == 1)
    #expect(
      found.output.contains(
        "error[system-lacks-field]: Dataverse has no column 'accountnumber' in 'account'"))
    #expect(found.output.contains("mappings/CUSTOMER.yaml:5:23"))
  }

  @Test("a file that cannot be read is a finding with its place, and nothing is written")
  func refused() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try read("dataverse.xml")
    try write(String(text.prefix(9000)), to: "cut.xml")
    let cut = try run(Self.mapc, "import", "csdl", "cut.xml", "--output", ".")
    #expect(cut.status == 1)
    #expect(
      cut.output.contains("error[system-file]: the file is no XML that can be read to its end"))
    #expect(cut.output.contains("--> cut.xml:"))
    try write("table: account\nkey: [a\n", to: "schemas/sales/account.yaml")
    let broken = try run(Self.mapc, "import", "csdl", "dataverse.xml", "--output", ".")
    #expect(broken.status == 1)
    #expect(broken.output.contains("schemas/sales/account.yaml:"))
    #expect(!FileManager.default.fileExists(atPath: folder.path() + "/schemas/sales/team.yaml"))
  }

  @Test("what cannot run is a sentence, with status 2")
  func unable() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let sentences: [([String], String)] = [
      (["csdl", "none.xml", "--output", "."], "mapc import: there is no file none.xml\n"),
      (["csdl", ".", "--output", "."], "mapc import: cannot read .: it is no file\n"),
      (["csdl", "dataverse.xml", "--output", "none"], "mapc import: there is no folder none\n"),
      (
        ["csdl", "dataverse.xml", "--tables", "acount", "--output", "."],
        "mapc import: Dataverse has no table 'acount'; did you mean 'account'?\n"
      ),
      (
        ["cdsl", "dataverse.xml"],
        "mapc import: 'cdsl' is nothing to import; did you mean 'csdl'?\n"
      ),
      (
        ["--check", "mappings", "dataverse.xml"],
        "mapc import: there is no mappings/project.yaml in "
      ),
    ]
    for (arguments, sentence) in sentences {
      let process = try run(Self.mapc, arguments: ["import"] + arguments)
      #expect(process.status == 2, "\(arguments)")
      #expect(process.error.hasPrefix(sentence), "\(process.error)")
    }
  }

  @Test("mapc that stands alone says what is missing beside it")
  func alone() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let alone = folder.appending(path: "mapc")
    try FileManager.default.copyItem(at: Self.mapc, to: alone)
    let run = try run(alone, "import", "csdl", "dataverse.xml", "--output", ".")
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("mapc: there is no mapc-import beside mapc in "))
  }

  @Test("shows its help, under the name that people type")
  func help() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try run(Self.mapc, "import", "csdl", "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: mapc import csdl"))
    #expect(try self.run(Self.mapc, "help").output.contains("  import "))
    #expect(try self.run(Self.mapc, "import").output.contains("SUBCOMMANDS:"))
  }
}
