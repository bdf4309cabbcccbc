import MapSource
import Testing

@Suite("Comments that allow a finding")
struct AllowTests {
  private static let unused = "conflict: { update: bc-wins }"

  private func project(_ comment: String) -> CheckedProject {
    CheckedProject(customer: "direction: to-sales\n\(comment)\n\(Self.unused)")
  }

  @Test("a comment on the line above silences the finding that it names")
  func silenced() {
    let project = project("# mapc: allow conflict-unused because the way back comes later")
    #expect(project.findings.isEmpty, "\(project.report)")
    #expect(project.compilation.checked != nil)
  }

  @Test("an error can be allowed too, and leaves a checked model")
  func error() {
    let project = CheckedProject(
      customer: "direction: to-sales\n"
        + "# mapc: allow direction-conflict because a variant will permit it\nscope: all")
    #expect(project.findings.isEmpty, "\(project.report)")
    #expect(project.compilation.checked != nil)
  }

  @Test("several comments stand above one line")
  func several() {
    let project = project(
      """
      # mapc: allow conflict-unused because the way back comes later
      # and this comment says more
      # mapc: allow direction-conflict because it was once so
      """)
    #expect(project.places == ["unused-allow at direction-conflict"], "\(project.report)")
  }

  @Test(
    "what is wrong with the comment is said",
    arguments: [
      ("# mapc: allow conflict-unused", "allow-without-reason"),
      ("# mapc: allow conflict-unused because", "allow-without-reason"),
    ])
  func reason(comment: String, name: String) {
    let project = project(comment)
    #expect(project.places == ["\(name) at \(comment)"], "\(project.report)")
    #expect(project.compilation.checked == nil)
  }

  @Test(
    "a comment that names no finding silences none",
    arguments: [
      ("# mapc: allow conflict-unusd because x", "invalid-value at conflict-unusd"),
      ("# mapc: alow conflict-unused because x", "invalid-value at alow"),
      ("# mapc: allow yaml-syntax because x", "invalid-value at yaml-syntax"),
      ("# mapc: allow unused-allow because x", "invalid-value at unused-allow"),
      ("# mapc: allow", "invalid-value at # mapc: allow"),
    ])
  func unknown(comment: String, place: String) {
    let project = project(comment)
    #expect(project.places == [place, "conflict-unused at bc-wins"], "\(project.report)")
  }

  @Test("a comment two lines above, or for another finding, silences nothing")
  func elsewhere() {
    let above = CheckedProject(
      customer: "# mapc: allow conflict-unused because x\ndirection: to-sales\n\(Self.unused)")
    #expect(
      above.places == ["unused-allow at conflict-unused", "conflict-unused at bc-wins"],
      "\(above.report)")
  }

  @Test("what stands in a text is no comment")
  func text() {
    let project = CheckedProject(
      customer: """
        direction: to-sales
        description: |
          # mapc: allow conflict-unused because x
        \(Self.unused)
        """)
    #expect(project.names == ["conflict-unused"], "\(project.report)")
    let quoted = CheckedProject(
      customer: "direction: to-sales\n"
        + "description: 'see # mapc: allow conflict-unused because x'\n\(Self.unused)")
    #expect(quoted.names == ["conflict-unused"], "\(quoted.report)")
  }

  @Test("comments that speak of mapc without speaking to it are left alone")
  func talk() {
    let project = project("# what mapc: says here is nothing")
    #expect(project.names == ["conflict-unused"], "\(project.report)")
  }

  @Test("line ends of Windows and a byte order mark change nothing")
  func windows() {
    let text =
      CheckedProject.project + "\n" + CheckedProject.tables + "\n"
      + CheckedProject.customer(
        "direction: to-sales\n# mapc: allow conflict-unused because x\n\(Self.unused)")
    let files = ExampleFiles.windows(text)
    #expect(files.isEmpty, "\(files)")
  }
}
