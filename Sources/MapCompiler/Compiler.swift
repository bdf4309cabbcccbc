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
    var sources = SourceSet()
    var found: [Finding] = []
    var parsed: [ParsedFile] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard let place = ProjectLayout.place(of: file.path) else { continue }
      let output = SyntaxParser.parse(file, file: sources.add(file))
      found += output.findings
      parsed.append(ParsedFile(role: place.role, baseName: place.baseName, tree: output.tree))
    }
    let lowered = ModelReader.read(parsed)
    let allow = Allow(parsed.map(\.tree))
    let output = Checker.check(
      lowered.model, after: found + lowered.findings + allow.findings, allow: allow)
    let planned = output.checked.map(Planner.plan)
    let circles = planned?.findings ?? []
    // There is no order to go by where mappings wait for each other: no comment allows that.
    let findings = allow.apply(to: output.findings + circles) + circles.filter(allow.silences)
    return Compilation(
      sources: sources, model: lowered.model, findings: findings.sorted(by: Finding.inOrder),
      checked: output.checked, plan: planned?.plan)
  }
}
