import DefaultMappings
import MapSetup
import MapSource
import Testing

@Suite struct FileRightsTests {
  /// The findings of a setup as `"the characters": message`, where some paths have only these
  /// rights.
  private func findings(_ text: String, _ rights: [String: FileRights]) -> [String] {
    let source = SourceFile(path: "mapsync.yaml", text: text)
    let output = SetupReader.read(
      source, program: Program.self,
      surroundings: SetupSurroundings(
        variable: { _ in nil }, mode: { _ in nil }, text: { _ in nil }, rights: { rights[$0] }))
    #expect((output.setup == nil) == !output.findings.isEmpty)
    #expect((output.places == nil) == !output.findings.isEmpty)
    return output.findings.map {
      "\"\(source.text(Int($0.span.start), Int($0.span.end)))\": \($0.message)"
    }
  }

  private let all = FileRights(isFolder: false, canRead: true, canWrite: true)
  private let read = FileRights(isFolder: false, canRead: true, canWrite: false)
  private let folder = FileRights(isFolder: true, canRead: true, canWrite: true)
  private let closed = FileRights(isFolder: true, canRead: true, canWrite: false)

  @Test func everyMissingRightIsToldBesideEveryOtherProblem() {
    let text = """
      company: CRONUS
      systems: { bc: { embedded: data/b }, sales: { embedded: other/s } }
      state: data/state
      colour: red
      """
    #expect(
      findings(
        text,
        [
          "data": folder, "data/b": read, "other": closed, "other/s": all, "data/state": folder,
        ]) == [
          "\"data/b\": 'data/b' cannot be written: no permission",
          "\"other/s\": nothing can be written beside 'other/s': no permission for the folder"
            + " 'other'",
          "\"data/state\": 'data/state' is a folder",
          "\"colour\": 'colour' is not a key of a setup",
        ])
  }

  @Test func whatIsNotThereYetIsNoProblem() {
    #expect(findings("company: CRONUS", [:]) == [])
    #expect(findings("company: CRONUS", ["data": folder]) == [])
  }

  @Test func filesThatAreNotNamedAreLookedAtToo() {
    #expect(
      findings("company: CRONUS", ["data": folder, "data/sales.sqlite": read])
        == ["\"\": 'data/sales.sqlite' cannot be written: no permission"])
  }
}
