import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// Reads a scenario against a program: every problem at once, with its place.
public enum ScenarioReader {
  public struct Output: Sendable {
    /// Nil where there is an error.
    public let scenario: Scenario?
    /// In the order in which they stand.
    public let findings: [Finding]
  }

  /// - Parameter file: the place of the source among those that findings are shown with.
  public static func read(
    _ source: SourceFile, file: Int32 = 0, program: any CompiledProgram.Type
  ) -> Output {
    let parsed = SyntaxParser.parse(source, file: file)
    let lowering = ScenarioLowering(parsed.tree, of: source, .scenario, program: program)
    var scenario: Scenario?
    if let root = parsed.tree.root, !root.isNothing {
      scenario = lowering.scenario(root)
    } else if parsed.findings.isEmpty {
      lowering.report(
        "missing-key",
        "the file is empty: \(ScenarioKey.title) needs "
          + TreeReader.listed(ScenarioKey.required, "and"), at: Span(startOf: file))
    }
    let findings = (parsed.findings + lowering.findings).sorted(by: Finding.inOrder)
    let isSound = findings.allSatisfy { $0.severity == .warning }
    return Output(scenario: isSound ? scenario : nil, findings: findings)
  }
}
