import Foundation
import Testing

@Suite("Missing rights")
struct RightsTests {
  /// Root writes where nobody may; this program takes that right away from what it starts.
  private static let humble = "/usr/bin/setpriv"
  private static let isRoot = getuid() == 0
  private static let canTell =
    !isRoot || FileManager.default.isExecutableFile(atPath: humble)

  private func run(_ arguments: String..., in folder: DemoFolder) throws -> MapsyncProcess {
    let wrapper =
      Self.isRoot
      ? [Self.humble, "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"] : []
    return try MapsyncProcess(arguments, in: folder.root, through: wrapper)
  }

  private func allow(_ mode: Int, _ path: URL) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: NSNumber(value: mode)], ofItemAtPath: path.path)
  }

  @Test(
    "are told beside every other problem, with the line, before anything runs",
    .enabled(if: canTell, "skipped: root, and no setpriv"))
  func told() throws {
    let folder = try DemoFolder()
    let (bc, sales) = (folder.path("data/bc.sqlite"), folder.path("data/sales.sqlite"))
    try allow(0o444, bc)
    try allow(0o000, sales)
    try folder.edit { $0 + "colour: red\n" }
    let check = try run("setup", "check", in: folder)
    #expect(check.status == 1, "\(check.error)")
    for part in [
      "mapsync.yaml:5:19", "'data/bc.sqlite' cannot be written", "mapsync.yaml:6:22",
      "'data/sales.sqlite' cannot be read", "colour",
    ] {
      #expect(check.output.contains(part), "\(part) is missing in \(check.output)")
    }
    let full = try run("full", in: folder)
    #expect(full.status == 2)
    #expect(full.error.contains("mapsync.yaml:5:") && full.error.contains("mapsync.yaml:6:"))
    try allow(0o644, bc)
    try allow(0o644, sales)
    try folder.edit { $0.replacing("colour: red\n", with: "") }
    #expect(try run("full", in: folder).status == 0)
  }

  @Test(
    "for the folder count too: the databases keep their logs there",
    .enabled(if: canTell, "skipped: root, and no setpriv"))
  func folder() throws {
    let folder = try DemoFolder()
    try allow(0o555, folder.path("data"))
    defer { try? allow(0o755, folder.path("data")) }
    let check = try run("setup", "check", in: folder)
    #expect(check.status == 1, "\(check.error)")
    #expect(check.output.contains("no permission for the folder 'data'"), "\(check.output)")
    #expect(check.output.contains("1 error in"), "one folder is one problem: \(check.output)")
  }

  @Test(
    "to write are asked of nobody who only looks",
    .enabled(if: canTell, "skipped: root, and no setpriv"), arguments: [false, true])
  func looks(atWork: Bool) throws {
    let folder = try DemoFolder.inStep(customers: 2)
    let data = folder.path("data")
    let files = ["bc", "sales", "state"].map { data.appending(path: "\($0).sqlite") }
    func forbid(_ isForbidden: Bool) throws {
      for file in files { try allow(isForbidden ? 0o444 : 0o644, file) }
      try allow(isForbidden ? 0o555 : 0o755, data)
    }
    // Somebody who may write has the files open, or nobody has.
    let service = atWork ? try RunningMapsync("serve", in: folder.root) : nil
    if let service {
      let log = data.appending(path: "state.sqlite-wal").path
      #expect(service.wait { _ in FileManager.default.fileExists(atPath: log) })
    }
    try forbid(true)
    defer { try? forbid(false) }
    for command in [
      ["status"], ["jobs"], ["errors", "--held"], ["why", "Customer:10000"], ["mappings"],
      ["mappings", "CUSTOMER"], ["skipped"], ["orders", "list"], ["quotes", "list"],
      ["invoices", "list"], ["record", "show", "Customer", "10000"], ["record", "list", "account"],
      ["sync", "CUSTOMER", "10000", "--preview"], ["full", "--review"],
    ] {
      let run = try MapsyncProcess(
        command, in: folder.root,
        through: Self.isRoot
          ? [Self.humble, "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"] : [])
      #expect(run.status == 0, "\(command): \(run.output)\(run.error)")
      #expect(!run.output.isEmpty && run.error.isEmpty, "\(command): \(run.error)")
    }
    let change = try self.run("record", "change", "Customer", "10000", "Name=Zed", in: folder)
    #expect(change.status == 2 && change.error.contains("cannot be written"), "\(change.error)")
  }
}
