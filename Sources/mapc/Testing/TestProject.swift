import ArgumentParser
import MapCheck
import MapCompiler
import MapPlan
import MapSource

/// A project without errors, ready to run records through its mappings.
struct TestProject {
  let sources: SourceSet
  let checked: CheckedModel
  let runner: TestRunner

  /// Reads and checks the project; where it has errors, reports them and ends with 1.
  static func open(_ root: String) throws -> TestProject {
    let compilation = Compiler.check(try ProjectReader.read(root))
    guard let checked = compilation.checked else {
      let errors = compilation.findings.filter { $0.severity == .error }
      let renderer = TextRenderer(color: false, width: Terminal.errorWidth) {
        DisplayPath.relative($0, root: root)
      }
      Terminal.error(renderer.render(FindingReport(errors, in: compilation.sources)))
      throw ExitCode(1)
    }
    // Prerequisites order runs; one record's conversion does not ask for them.
    let program = ProgramBuilder.build(checked, compilation.sources, prerequisites: { _ in [] })
    return TestProject(
      sources: compilation.sources, checked: checked, runner: TestRunner(program))
  }

  func place(of name: String) throws -> Int {
    if let place = checked.place(of: name) { return place }
    let names = checked.model.mappings.map(\.name.value)
    let hint = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    throw CommandFailure(sentence: "there is no mapping '\(name)'\(hint)")
  }
}
