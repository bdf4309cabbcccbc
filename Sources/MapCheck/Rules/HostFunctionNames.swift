import MapLanguage

/// The names of all functions that a project asks its host for.
enum HostFunctionNames {
  static func all(in model: Model) -> Set<String> {
    var names: Set<String> = []
    for table in model.tables {
      for field in table.fields { if let name = field.computed { names.insert(name.value) } }
    }
    for file in model.mappings {
      for alternative in file.alternatives {
        for field in alternative.mapping.fields { add(field, to: &names) }
        for effect in alternative.mapping.document.after {
          if let name = effect.call { names.insert(name.value) }
        }
      }
    }
    return names
  }

  private static func add(_ field: FieldMap, to names: inout Set<String>) {
    if let source = field.source { add(source, to: &names) }
    guard let chain = field.transform else { return }
    for call in chain.toSales + chain.toBC where call.name.value == "custom" {
      if let name = call.arguments.first { names.insert(name.value) }
    }
  }

  private static func add(_ source: FieldSource, to names: inout Set<String>) {
    switch source {
    case .compute(let computation): names.insert(computation.name.value)
    case .first(let sources, _):
      for source in sources { add(source, to: &names) }
    case .field, .constant, .text, .generate, .related: break
    }
  }
}
