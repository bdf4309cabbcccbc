import ArgumentParser
import MapCompiler
import MapPlan
import MapSource

/// `mapc test`: runs the tests in the mappings' files.
struct TestCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the tests that stand in the mappings' files.",
    discussion: """
      With mappings, only theirs. Nothing is tested while 'mapc check' finds errors.

      Example: mapc test CUSTOMER 'PAYMENT TERMS'
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: "Run only the tests of these mappings.", completion: Completions.mapping)
  var mappings: [String] = []

  @Option(help: "How results are written.")
  var format: Format = .text

  func run() throws {
    let root = try global.resolvedRoot()
    let project = try TestProject.open(root)
    let places = try mappings.map { try project.place(of: $0) }
    let results = project.runner.run(mappings: places.isEmpty ? nil : places)
    var lines = SourceLines(project.sources)
    switch format {
    case .text:
      Terminal.output(
        TestReport(results).text(&lines) { DisplayPath.relative($0, root: root) })
    case .json: Terminal.output(TestReportJSON(results, &lines).encodedJSON)
    }
    if results.contains(where: { !$0.hasPassed }) { throw ExitCode(1) }
  }
}
