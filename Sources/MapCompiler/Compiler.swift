import MapCheck
import MapLanguage
import MapRuntime
import MapSource
import MapSyntax

/// The whole compiler: files in, findings and a checked model out; no input or output of its own.
public enum Compiler {
  /// Reads and proves a project.
  /// - Parameter files: `mappings/*.yaml` and `schemas/SIDE/*.yaml`, relative to the root; others
  ///   are passed over.
  public static func check(_ files: [SourceFile]) -> Compilation {
    var sources = SourceSet()
    var findings: [Finding] = []
    var parsed: [ParsedFile] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard let place = ProjectLayout.place(of: file.path) else { continue }
      let output = SyntaxParser.parse(file, file: sources.add(file))
      findings += output.findings
      parsed.append(ParsedFile(role: place.role, baseName: place.baseName, tree: output.tree))
    }
    let lowered = ModelReader.read(parsed)
    let allow = Allow(parsed.map(\.tree))
    let output = Checker.check(
      lowered.model, after: findings + lowered.findings + allow.findings, allow: allow)
    return Compilation(
      sources: sources, model: lowered.model, findings: allow.apply(to: output.findings),
      checked: output.checked)
  }
}
