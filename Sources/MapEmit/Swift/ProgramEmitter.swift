import MapCheck
import MapLanguage
import MapPlan

/// Writes the whole program: choices, and the mappings under each.
struct ProgramEmitter {
  let names: EmissionNames
  let program: Program
  let variants: [MappingVariant]

  func emit(_ file: inout SwiftFile) {
    let project = program.checked.model.project
    file.comment("All mappings of the project.", isDocumentation: true)
    file.block("public enum Program: CompiledProgram") { file in
      file.line("public static let project = \(SwiftText(project.name.value))")
      file.blank()
      choices(&file)
      settings(&file)
      writeIns(&file)
      tables(&file)
      file.blank()
      file.block(
        "public static func mappings(_ features: Set<String>) -> [any CompiledMapping.Type]"
      ) { file in
        file.line("var mappings: [any CompiledMapping.Type] = []")
        appended(&file)
        file.line("return mappings")
      }
    }
  }

  private func choices(_ file: inout SwiftFile) {
    let choices = names.checked.model.project.choices
    if choices.isEmpty { return file.line("public static let choices: [[String]] = []") }
    file.line("public static let choices: [[String]] = [")
    file.elements(choices) { choice, file in
      let values = choice.values.map { "\(SwiftText($0.value))" as SwiftCode }
      file.line("[\(values.joined(", "))],")
    }
    file.line("]")
  }

  private func settings(_ file: inout SwiftFile) {
    let settings = names.checked.model.project.settings
    guard !settings.isEmpty else { return }
    file.blank()
    file.line("public static let settings: [SettingDescription] = [")
    file.elements(settings.count) { file in
      for setting in settings {
        let field = setting.asField
        var arguments: [SwiftCode] = [
          "\(SwiftText(setting.name.value))", SwiftValue.type(setting.type.value),
        ]
        if !field.options.isEmpty {
          arguments.append("options: \(FieldDescriptionEmitter.options(field.options))")
        }
        if let literal = setting.default, let value = names.value(literal, of: field, on: .bc) {
          arguments.append("default: \(SwiftValue.value(value))")
        }
        file.line("SettingDescription(\(arguments.joined(", "))),")
      }
    }
    file.line("]")
  }

  private func writeIns(_ file: inout SwiftFile) {
    let products = program.checked.writeInProducts
    guard !products.isEmpty else { return }
    file.blank()
    file.line("public static let writeInProducts: [WriteInProduct] = [")
    file.elements(products) { $1.line("\(PolicyLiteral.code($0)),") }
    file.line("]")
  }

  private func tables(_ file: inout SwiftFile) {
    let catalogue = names.checked.catalogue
    file.blank()
    file.line("public static let tables: [TableDescription] = [")
    let places = catalogue.tables.indices.filter { catalogue.optionFields[$0] == nil }
    file.elements(places) { place, file in
      file.line("\(names.type(ofTable: place)).description,")
    }
    file.line("]")
  }

  /// The types in order, those that stand together under the same features in one `if`.
  private func appended(_ file: inout SwiftFile) {
    var rest = variants[...]
    while let first = rest.first {
      let condition = condition(first)
      let group = rest.prefix { self.condition($0) == condition }
      rest = rest.dropFirst(group.count)
      let appends = group.map { "mappings.append(Mapping.\($0.name).self)" as SwiftCode }
      if let condition {
        file.block("if \(condition)") { file in for line in appends { file.line(line) } }
      } else {
        for line in appends { file.line(line) }
      }
    }
  }

  /// The features under which a type is in force; nil where it always is.
  private func condition(_ variant: MappingVariant) -> SwiftCode? {
    let space = program.checked.features
    let combinations = variant.features.map { features in
      space.names(of: features, in: variant.program.relevant)
        .map { "features.contains(\(SwiftText($0)))" as SwiftCode }.joined(" && ")
    }
    return combinations.contains("") ? nil : combinations.joined(" || ")
  }
}
