import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// Reads `mapsync.yaml` against a program: every problem at once, before anything runs.
public enum SetupReader {
  public struct Output: Sendable {
    /// Nil where there is an error.
    public let setup: Setup?
    /// Where it says what; nil where there is an error.
    public let places: SetupPlaces?
    /// In the order in which they stand.
    public let findings: [Finding]
  }

  /// - Parameter file: the place of the source among those that findings are shown with.
  public static func read(
    _ source: SourceFile, file: Int32 = 0, program: any CompiledProgram.Type,
    surroundings: SetupSurroundings
  ) -> Output {
    let parsed = SyntaxParser.parse(source, file: file)
    let secrets = parsed.tree.isComplete ? SecretFinder.findings(in: parsed.tree) : []
    let lowering = SetupLowering(
      parsed.tree, of: source, program: program, surroundings: surroundings)
    var setup: Setup?
    if let root = parsed.tree.root, !root.isNothing {
      setup = lowering.setup(root)
    } else if parsed.findings.isEmpty {
      lowering.report(
        "missing-key", "the file is empty", at: Span(startOf: file),
        help: "\(KeyCatalogue.setup.schemaCommand) prints the keys that there are")
    }
    var findings = (parsed.findings + secrets + lowering.findings).sorted(by: Finding.inOrder)
    if let root = parsed.tree.root, !findings.isEmpty {
      let values = SecretFinder.values(in: root)
      for index in findings.indices { findings[index].secrets += values }
    }
    let isSound = findings.allSatisfy { $0.severity == .warning }
    return Output(
      setup: isSound ? setup : nil, places: isSound ? lowering.places : nil, findings: findings)
  }
}
