import MapCheck
import MapLanguage
import MapPlan
import MapRuntime
import MapSource

/// Writes a program as Swift: a file a table, a file a mapping, and one for the whole.
public enum SwiftEmitter {
  /// The files, in the order of their names. Every table and mapping of the project has one, used
  /// or not, so that their names follow from those of the YAML files.
  public static func files(_ program: Program) -> [GeneratedFile] {
    let used = UsedFields(program)
    let names = EmissionNames(checked: program.checked, used: used)
    let catalogue = program.checked.catalogue
    let tables = catalogue.tables.indices.filter { catalogue.optionFields[$0] == nil }
    var files = Parallel.map(tables.count) { table(tables[$0], names) }
    let forms = Dictionary(grouping: program.mappings, by: \.name)
    let sources = program.checked.model.mappings
    let mappings = Parallel.map(sources.count) { place in
      let name = sources[place].name.value
      let path = "mappings/\(baseName(name)).yaml"
      let variants = MappingVariant.of(forms[name] ?? [], in: program, names, path: path)
      let file = mapping(sources[place], variants, names, path: path)
      let asked = FunctionsEmitter.requirements(of: forms[name] ?? [], names)
      return (file: file, variants: variants.map(\.variant), asked: asked)
    }
    files += mappings.map(\.file)
    files.append(
      whole(program, mappings.flatMap(\.variants), names, asked: mappings.map(\.asked)))
    return files.sorted { $0.name < $1.name }
  }

  /// The base name of a YAML file, from the name of its table or mapping.
  static func baseName(_ name: String) -> String { FileName.of(name) }

  private static func begin() -> SwiftFile {
    var file = SwiftFile()
    file.line(GeneratedFile.opening)
    // Fields of Sales keep their logical names, by which people know them.
    file.line("// swift-format-ignore-file: AlwaysUseLowerCamelCase")
    file.line("import MapRuntime")
    file.blank()
    return file
  }

  private static func table(_ place: Int, _ names: EmissionNames) -> GeneratedFile {
    let table = names.checked.catalogue[place]
    var file = begin()
    let options = names.checked.catalogue.optionFields
      .filter { $0.value.table == place && names.used.fields[$0.key] != nil }.keys.sorted()
    if names.used.fields[place] != nil {
      RecordEmitter(names: names, place: place).emit(&file)
    } else {
      file.block("extension \(table.side == .bc ? "BC" : "Sales" as SwiftCode)") { file in
        file.comment("No mapping uses this table.", isDocumentation: true)
        file.line("public enum \(SwiftName.type(of: table)) {}")
      }
    }
    file.blank()
    TableEmitter(names: names, place: place).emit(&file)
    for option in options {
      file.blank()
      RecordEmitter(names: names, place: option).emit(&file)
    }
    let prefix = table.side == .bc ? "BC_" : "Sales_"
    return GeneratedFile(name: prefix + baseName(table.name.value) + ".swift", bytes: file.bytes)
  }

  private static func mapping(
    _ source: MappingFile, _ variants: [(variant: MappingVariant, parts: MappingParts)],
    _ names: EmissionNames, path: String
  ) -> GeneratedFile {
    var file = begin()
    var earlier: [(name: SwiftCode, MappingParts)] = []
    for (variant, parts) in variants {
      file.blank()
      MappingEmitter(names: names, program: variant.program, path: path)
        .emit(parts, as: variant.name, after: earlier, &file)
      earlier.append((variant.name, parts))
    }
    return GeneratedFile(name: "Mapping_\(baseName(source.name.value)).swift", bytes: file.bytes)
  }

  private static func whole(
    _ program: Program, _ variants: [MappingVariant], _ names: EmissionNames,
    asked: [Set<SwiftCode>]
  ) -> GeneratedFile {
    var file = begin()
    file.comment("Records of Business Central.", isDocumentation: true)
    file.line("public enum BC {}")
    file.blank()
    file.comment("Records of Dynamics 365 Sales.", isDocumentation: true)
    file.line("public enum Sales {}")
    file.blank()
    file.comment("The mappings, a type for each variant.", isDocumentation: true)
    file.line("public enum Mapping {}")
    file.blank()
    FunctionsEmitter(names: names, asked: asked).emit(&file)
    file.blank()
    ProgramEmitter(names: names, program: program, variants: variants).emit(&file)
    return GeneratedFile(name: "Program.swift", bytes: file.bytes)
  }
}
