import Foundation
import Testing

@Suite("Files of a project")
struct ProjectFilesTests {
  @Test(
    "what lies where nothing is read is refused, and told where it would be read",
    arguments: [
      ("mappings/VENDOR.yml", "mappings/VENDOR.yml is not read: files of a project end in .yaml"),
      ("mappings/VENDOR.YAML", "mappings/VENDOR.YAML is not read"),
      ("mappings/old/VENDOR.yaml", "mappings/old/VENDOR.yaml is not read: only mappings/*.yaml is"),
      ("schemas/bc/more/even/Item.yml", "only schemas/bc/*.yaml is"),
      ("schemas/Item.yaml", "schemas/Item.yaml is not read: tables lie in schemas/bc"),
      ("schemas/purchase/Item.yaml", "tables lie in schemas/bc and schemas/sales"),
    ])
  func strays(path: String, message: String) throws {
    let project = try SmallProject()
    try project.folder.write("mapping: VENDOR\n", to: path)
    let run = try project.mapc("check")
    #expect(run.status == 2)
    #expect(run.error.contains(message), "\(run.error)")
  }

  @Test("other files, and hidden ones, are nobody's business")
  func others() throws {
    let project = try SmallProject()
    for path in [
      "mappings/README.md", "mappings/.idea/x.yaml", "mappings/.#CUSTOMER.yaml",
      "schemas/mapping.schema.json",
      "mappings/pictures/map.png",
    ] { try project.folder.write("x", to: path) }
    #expect(try project.mapc("check").output == "no findings in 4 files\n")
  }

  @Test("a folder without a mapping is no project")
  func empty() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "mappings/README.md")
    let run = try MapcProcess("check", in: folder.root)
    #expect(run.status == 2)
    #expect(run.error.contains("'mapc new NAME' writes one"))
  }

  @Test("a project has its own file")
  func projectFile() throws {
    let project = try SmallProject()
    try FileManager.default.removeItem(at: project.folder.path("mappings/project.yaml"))
    let run = try project.mapc("check")
    #expect(run.status == 2)
    #expect(run.error.contains("begin it with 'project: NAME'"), "\(run.error)")
  }

  @Test("a folder that cannot be looked into is no empty one")
  func unreadable() throws {
    let project = try SmallProject()
    let schemas = project.folder.path("schemas")
    try FileManager.default.removeItem(at: schemas)
    // A link to itself, since who runs this may read everything.
    try FileManager.default.createSymbolicLink(
      atPath: schemas.path(), withDestinationPath: "schemas")
    let run = try project.mapc("check")
    #expect(run.status == 2)
    #expect(run.error.contains("cannot read the folder"), "\(run.error)")
  }

  @Test("a pipe is no file, and nobody waits for it", .timeLimit(.minutes(1)))
  func pipe() throws {
    let project = try SmallProject()
    #expect(mkfifo(project.folder.path("mappings/PIPE.yaml").path(), 0o644) == 0)
    let run = try project.mapc("check")
    #expect(run.status == 2)
    #expect(run.error.contains("PIPE.yaml: it is no file"))
  }
}
