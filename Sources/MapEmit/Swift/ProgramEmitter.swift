import MapCheck
import MapPlan

/// Writes the whole program: choices, and the mappings under each.
struct ProgramEmitter {
  let names: EmissionNames
  let program: Program

  func emit(_ file: inout SwiftFile) {
    let project = program.checked.model.project
    file.comment("All mappings of the project.", isDocumentation: true)
    file.block("public enum Program: CompiledProgram") { file in
      file.line("public static let project = \(SwiftText(project.name.value))")
      file.blank()
      file.line("public static let choices: [[String]] = [")
      file.inside { file in
        for choice in project.choices {
          let values = choice.values.map { "\(SwiftText($0.value))" as SwiftCode }
          file.line("[\(values.joined(", "))],")
        }
      }
      file.line("]")
      file.blank()
      file.block(
        "public static func mappings(_ features: Set<String>) -> [any CompiledMapping.Type]"
      ) { file in
        file.line("var mappings: [any CompiledMapping.Type] = []")
        for mapping in program.mappings { self.mapping(mapping, &file) }
        file.line("return mappings")
      }
    }
  }

  private func mapping(_ mapping: MappingProgram, _ file: inout SwiftFile) {
    let name = VariantName.of(mapping, in: program)
    let space = program.checked.features
    let needed = space.names(of: mapping.mapping.features, in: mapping.relevant)
      .map { "features.contains(\(SwiftText($0)))" as SwiftCode }
    let append: SwiftCode = "mappings.append(Mapping.\(name).self)"
    if needed.isEmpty {
      file.line(append)
    } else {
      file.line("if \(needed.joined(", ")) {")
      file.inside { $0.line(append) }
      file.line("}")
    }
  }
}
