import Testing

@Suite("A shell completes the names of a project")
struct CompletionTests {
  /// What is offered for an argument, as a shell asks for it.
  private func offered(
    _ words: [String], _ argument: String, in project: SmallProject
  ) throws -> [String] {
    let commands = words.prefix { !$0.hasPrefix("-") }
    let run = try MapcProcess(
      ["---completion"] + commands + ["--", argument, "\(words.count + 1)", "0", "mapc"] + words
        + [""], in: project.folder.root)
    #expect(run.status == 0, "\(run.error)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test("mappings and features, also where the project is not right")
  func names() throws {
    let project = try SmallProject(fields: "  - { bc: Nmae, sales: name, empty: refuse }")
    #expect(try offered(["show"], "positional@0", in: project) == ["CUSTOMER"])
    #expect(
      try offered(["graph", "--features"], "--features", in: project)
        == ["person-ownership", "team-ownership"])
  }
}
