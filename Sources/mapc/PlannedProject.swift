import ArgumentParser
import MapCompiler
import MapPlan
import MapSource

/// A project without errors, whose mappings can be put in order.
struct PlannedProject {
  let sources: SourceSet
  let plan: Plan

  /// Reads and checks the project; where it has errors, reports them and ends with 1.
  static func open(_ global: GlobalOptions) throws -> PlannedProject {
    let root = try global.resolvedRoot()
    let compilation = Compiler.check(try ProjectReader.read(root))
    if let plan = compilation.plan {
      return PlannedProject(sources: compilation.sources, plan: plan)
    }
    let errors = compilation.findings.filter { $0.severity == .error }
    let renderer = TextRenderer(
      color: global.color == .always, width: Terminal.errorWidth,
      path: { DisplayPath.relative($0, root: root) })
    Terminal.error(renderer.render(FindingReport(errors, in: compilation.sources)))
    throw ExitCode(1)
  }
}
