import MapCheck
import MapLanguage
import MapPlan
import MapRuntime
import MapSource
import MapSyntax

/// The whole compiler: files in, findings, a checked model and its plan out; no input or output of its own.
public enum Compiler {
  /// Reads and proves a project.
  /// - Parameter files: `mappings/*.yaml` and `schemas/SIDE/*.yaml`, relative to the root; others
  ///   are passed over.
  public static func check(_ files: [SourceFile]) -> Compilation {
    let (sources, parsed, found) = parsed(files)
    let lowered = ModelReader.read(parsed)
    let allow = Allow(parsed.lazy.map(\.tree))
    let output = Checker.check(
      lowered.model, after: found + lowered.findings + allow.findings, allow: allow)
    let planned = Planner.plan(output.resolved, output.checked)
    let tests = output.checked.map { failedTests($0, sources) } ?? []
    // There is no order to go by where mappings wait for each other: no comment allows that.
    let findings =
      allow.apply(to: output.findings + planned.findings + tests)
      + planned.findings.filter(allow.silences)
    return Compilation(
      sources: sources, model: lowered.model, findings: findings.sorted(by: Finding.inOrder),
      checked: output.checked, plan: planned.plan)
  }

  /// What the files of a project say, without a look at whether it is right: for who needs its names.
  public static func model(_ files: [SourceFile]) -> Model {
    ModelReader.read(parsed(files).files).model
  }

  private static func parsed(
    _ files: [SourceFile]
  ) -> (sources: SourceSet, files: [ParsedFile], findings: [Finding]) {
    var sources = SourceSet()
    var places: [(role: ParsedFile.Role, baseName: String)] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard let place = ProjectLayout.place(of: file.path) else { continue }
      _ = sources.add(file)
      places.append(place)
    }
    let outputs = parse(sources)
    let parsed = zip(places, outputs).map {
      ParsedFile(role: $0.role, baseName: $0.baseName, tree: $1.tree)
    }
    return (sources, parsed, outputs.flatMap(\.findings))
  }

  /// The tests in the files that do not come out as they say.
  private static func failedTests(_ checked: CheckedModel, _ sources: SourceSet) -> [Finding] {
    let places = checked.mappings.indices.filter { place in
      checked.model.mappings[place].alternatives.contains { !$0.mapping.tests.isEmpty }
    }
    guard !places.isEmpty else { return [] }
    // Prerequisites order runs; one record's conversion does not ask for them.
    let program = ProgramBuilder.build(checked, sources, prerequisites: { _ in [] })
    let runner = TestRunner(program)
    return Parallel.map(places.count) { runner.run(mappings: [places[$0]]) }
      .joined().compactMap(\.finding)
  }

  private static func parse(_ sources: SourceSet) -> [SyntaxParser.Output] {
    Parallel.map(sources.files.count) { place in
      SyntaxParser.parse(sources.files[place], file: Int32(place))
    }
  }
}
