import MapCheck
import MapEmit
import MapPlan

/// The generated Swift of a project that has no errors.
extension Compilation {
  /// The typed program; nil where there is an error.
  public var program: Program? {
    guard let plan else { return nil }
    var graphs: [FeatureSet: PrerequisiteGraph] = [:]
    return ProgramBuilder.build(plan.checked, sources) { mapping in
      let graph = graphs[mapping.features] ?? plan.graph(in: mapping.features)
      graphs[mapping.features] = graph
      return graph.prerequisites(of: mapping.place).filter { !$0.isSoft }
        .map { graph.name(of: $0.to) }
    }
  }

  /// The files of the generated Swift; nil where there is an error.
  public var generated: [GeneratedFile]? { program.map(Self.files(of:)) }

  /// The files of a program's Swift.
  public static func files(of program: Program) -> [GeneratedFile] { SwiftEmitter.files(program) }
}
