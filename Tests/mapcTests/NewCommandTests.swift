import Testing

@Suite("mapc new")
struct NewCommandTests {
  @Test("begins a project, whose only fault is that its tables are not described")
  func begins() throws {
    let folder = try TemporaryFolder()
    try folder.write("An example.", to: "example/README")
    let root = folder.path("example")
    let run = try MapcProcess("new", "CUSTOMER", in: root)
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        "mappings/project.yaml written\nmappings/CUSTOMER.yaml written\nschemas/mapping.schema.json"
      ))
    #expect(try folder.read("example/schemas/mapping.schema.json").contains("\"$schema\""))
    let check = try MapcProcess("check", "--format", "lines", in: root)
    let names = check.output.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(names.count == 2)
    #expect(names.allSatisfy { $0.hasSuffix("[unknown-table]") })
  }

  @Test("adds to a project from anywhere in it")
  func adds() throws {
    let project = try SmallProject()
    let run = try MapcProcess("new", "UNIT OF MEASURE", in: project.folder.path("schemas/bc"))
    #expect(run.output.hasPrefix("../../mappings/UNIT_OF_MEASURE.yaml written\n"))
    let text = try project.folder.read("mappings/UNIT_OF_MEASURE.yaml")
    #expect(text.contains("\nmapping: 'UNIT OF MEASURE'\n"))
    #expect(try project.mapc("check").output.contains("could both write one 'account'"))
  }

  @Test("never overwrites")
  func overwrites() throws {
    let project = try SmallProject()
    let before = try project.folder.read("mappings/CUSTOMER.yaml")
    let run = try project.mapc("new", "CUSTOMER")
    #expect(run.status == 2)
    #expect(run.error == "mapc: mappings/CUSTOMER.yaml is there already\n")
    #expect(try project.folder.read("mappings/CUSTOMER.yaml") == before)
  }

  @Test("a name that leads out of the folder stays in it")
  func names() throws {
    let project = try SmallProject()
    #expect(try project.mapc("new", "../X").status == 0)
    #expect(try project.folder.read("mappings/.._X.yaml").contains("mapping: '../X'"))
    #expect(try project.mapc("new", "").status == 2)
    let own = try project.mapc("new", "project")
    #expect(own.status == 2)
    #expect(own.error.contains("mappings/project.yaml is the project's own file"))
    let long = try project.mapc("new", String(repeating: "X", count: 300))
    #expect(long.error.contains("it has 300 bytes, and 100 is the most"))
    let twin = try project.mapc("new", "Customer")
    #expect(twin.status == 2)
    #expect(twin.error.contains("mappings/CUSTOMER.yaml is there already"))
  }
}
