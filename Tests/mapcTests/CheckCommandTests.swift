import Foundation
import MapCheck
import Testing

@Suite("mapc check")
struct CheckCommandTests {
  private static let misspelled = "  - { bc: Name, sales: nmae, empty: refuse }"

  @Test("says that nothing is wrong")
  func clean() throws {
    let run = try SmallProject().mapc("check")
    #expect(run.output == "no findings in 4 files\n")
    #expect(run.status == 0)
  }

  @Test("ends with 1 on an error, and shows the place")
  func error() throws {
    let run = try SmallProject(fields: Self.misspelled).mapc("check")
    #expect(run.output.contains("error[unknown-field]: 'nmae'"))
    #expect(run.output.contains("--> mappings/CUSTOMER.yaml:8:24"))
    #expect(run.status == 1)
  }

  @Test("ends with 1 on a warning only where warnings are denied")
  func warnings() throws {
    let project = try SmallProject(more: "conflict: { update: bc-wins }")
    let run = try project.mapc("check")
    #expect(run.output.contains("warning[conflict-unused]"))
    #expect(run.status == 0)
    #expect(try project.mapc("check", "--deny-warnings").status == 1)
  }

  @Test("shows paths from where it runs")
  func folders() throws {
    let project = try SmallProject(fields: Self.misspelled)
    let inside = try MapcProcess("check", in: project.folder.path("mappings"))
    #expect(inside.output.contains("--> CUSTOMER.yaml:8:24"))
    let beside = try MapcProcess("check", in: project.folder.path("schemas/bc"))
    #expect(beside.output.contains("--> ../../mappings/CUSTOMER.yaml:8:24"))
    let above = try MapcProcess(
      "check", "--root", project.folder.root.path(), in: URL(filePath: "/"))
    #expect(above.output.contains(project.folder.root.lastPathComponent))
    #expect(above.status == 1)
  }

  @Test("a folder names its files, and the project's own file whatever it causes")
  func foldersAndProject() throws {
    let project = try SmallProject(fields: Self.misspelled)
    for name in ["mappings", ".", "mappings/project.yaml"] {
      #expect(try project.mapc("check", name).status == 1)
    }
    let elsewhere = try project.mapc("check", "schemas/bc/Customer.yaml")
    #expect(elsewhere.status == 0)
    #expect(
      elsewhere.error == "mapc: 1 more in files that were not named; 'mapc check' shows all\n")
  }

  @Test("a link within the project counts where it stands")
  func links() throws {
    let project = try SmallProject(fields: Self.misspelled)
    let other = try TemporaryFolder()
    let file = project.folder.path("mappings/CUSTOMER.yaml")
    try FileManager.default.moveItem(at: file, to: other.path("elsewhere.yaml"))
    try FileManager.default.createSymbolicLink(
      at: file, withDestinationURL: other.path("elsewhere.yaml"))
    #expect(try project.mapc("check", "mappings/CUSTOMER.yaml").status == 1)
  }

  @Test("what is no file of the project cannot be checked")
  func strangers() throws {
    let project = try SmallProject()
    try project.folder.write("text", to: "notes.txt")
    for name in ["notes.txt", "/etc/passwd"] {
      let run = try project.mapc("check", name)
      #expect(run.status == 2)
      #expect(run.error.hasPrefix("mapc: \(name) is no file of the project"))
    }
  }

  @Test("fixes only the files that it is given, leaves links and rights as they are")
  func fixesNamedFiles() throws {
    let misspelled = "  - { bc: Name, sales: name, emtpy: refuse }"
    let project = try SmallProject(fields: misspelled)
    let other = try TemporaryFolder()
    let file = project.folder.path("mappings/CUSTOMER.yaml")
    #expect(try project.mapc("check", "--fix", "schemas").status == 0)
    #expect(try project.folder.read("mappings/CUSTOMER.yaml").contains("emtpy"))
    try FileManager.default.moveItem(at: file, to: other.path("elsewhere.yaml"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: other.path("elsewhere.yaml").path())
    try FileManager.default.createSymbolicLink(
      at: file, withDestinationURL: other.path("elsewhere.yaml"))
    #expect(try project.mapc("check", "--fix", "mappings").status == 0)
    #expect(try other.read("elsewhere.yaml").contains("empty: refuse"))
    let rights = try FileManager.default.attributesOfItem(
      atPath: other.path("elsewhere.yaml").path())[.posixPermissions]
    #expect(rights as? Int == 0o640)
  }

  @Test("output that cannot be written is no success")
  func lostOutput() throws {
    #expect(try SmallProject().mapc("check", fileLimit: 0).status == 2)
  }

  @Test("reports what is in the named files or caused by them")
  func files() throws {
    let project = try SmallProject(fields: Self.misspelled)
    #expect(try project.mapc("check", "mappings/CUSTOMER.yaml").status == 1)
    // The table is named in a note of the finding.
    #expect(try project.mapc("check", "schemas/sales/account.yaml").status == 1)
    #expect(try project.mapc("check", "schemas/bc/Customer.yaml").status == 0)
    let missing = try project.mapc("check", "mappings/NONE.yaml")
    #expect(missing.error == "mapc: there is no file mappings/NONE.yaml\n")
    #expect(missing.status == 2)
  }

  @Test("writes JSON of version 1")
  func json() throws {
    let run = try SmallProject(fields: Self.misspelled).mapc("check", "--format", "json")
    let report = try JSONDecoder().decode(CheckReport.self, from: Data(run.output.utf8))
    #expect(report.version == 1)
    #expect(report.summary == .init(files: 4, errors: 1, warnings: 0))
    let finding = try #require(report.findings.first)
    #expect(finding.name == "unknown-field")
    #expect(finding.file == "mappings/CUSTOMER.yaml")
    #expect((finding.line, finding.column) == (8, 24))
    #expect((finding.endLine, finding.endColumn) == (8, 28))
  }

  @Test("writes SARIF with a sentence for every kind of finding")
  func sarif() throws {
    let run = try SmallProject().mapc("check", "--format", "sarif")
    for entry in FindingCatalogue.all { #expect(run.output.contains("\"id\":\"\(entry.name)\"")) }
    #expect(run.output.contains("A text can be longer than the field that it goes to."))
  }

  @Test("applies what is certain, leaves every other byte, and checks again")
  func fix() throws {
    let project = try SmallProject(
      fields: "  - { bc: Name, sales: name, emty: refuse } # as it is")
    let run = try project.mapc("check", "--fix")
    #expect(run.output == "no findings in 4 files\n")
    #expect(run.error == "mapc: mappings/CUSTOMER.yaml: 1 fix applied\n")
    #expect(run.status == 0)
    let text = try project.folder.read("mappings/CUSTOMER.yaml")
    #expect(text.hasSuffix("  - { bc: Name, sales: name, empty: refuse } # as it is\n"))
  }

  @Test("ends with 2 and one sentence where it cannot run")
  func cannotRun() throws {
    let folder = try TemporaryFolder()
    let none = try MapcProcess("check", in: folder.root)
    #expect(none.status == 2)
    #expect(none.error.hasPrefix("mapc: no folder mappings/ here or above"))
    let root = try MapcProcess("check", "--root", "nowhere", in: folder.root)
    #expect(root.status == 2)
    #expect(root.error == "mapc: there is no folder nowhere\n")
    let option = try MapcProcess("check", "--colour", in: folder.root)
    #expect(option.status == 2)
    #expect(option.error.contains("--colour"))
  }
}
