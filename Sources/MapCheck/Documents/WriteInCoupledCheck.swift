import MapLanguage
import MapRuntime
import MapSource

/// `write-in-coupled`: the product that stands for lines without one is taken out of every mapping
/// on its table by construction (R C-44, docs/language.md#documents). A mapping on its table that
/// asks for it, or gives it to new records, would couple it all the same.
enum WriteInCoupledCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    let settings = WriteInSettings(resolved)
    guard !settings.isEmpty else { return [] }
    var findings: [Finding] = []
    var seen: Set<Span> = []
    for variants in resolved.mappings {
      for mapping in variants.all {
        let table = resolved.catalogue[mapping.bcTable].name.value
        for use in uses(in: mapping.origin) {
          guard let writeIn = settings[use.name], writeIn.tables.contains(table),
            seen.insert(use.span).inserted
          else { continue }
          findings.append(
            Finding(
              "write-in-coupled",
              "'$\(use.name)' is the write-in product, which no mapping of '\(table)' couples",
              at: use.span, label: use.label,
              notes: [Finding.Note("it stands for lines without a product here", at: writeIn.span)],
              help: "take it out; the runtime leaves the write-in product alone by itself"))
        }
      }
    }
    return findings
  }

  private typealias Use = (name: String, span: Span, label: String)

  /// The settings that a mapping writes into records, or that records must equal.
  private static func uses(in mapping: Mapping) -> [Use] {
    var uses: [Use] = []
    func add(_ literal: Located<Literal>, _ label: String) {
      if case .variable(let name) = literal.value { uses.append((name, literal.span, label)) }
    }
    for field in mapping.fields {
      if case .constant(let literal) = field.source { add(literal, "written to every record") }
      if case .use(let literal, _) = field.empty?.value { add(literal, "written for an empty one") }
    }
    for template in mapping.templates {
      for assignment in template.set { add(assignment.value, "given to new records") }
      for field in conditions(template.when) { wanted(field.test, add) }
    }
    for side in Side.allCases {
      for field in mapping.filter[side]?.allFields ?? [] { wanted(field.test, add) }
    }
    return uses
  }

  private static func conditions(_ when: When?) -> [FieldCondition] {
    (when?.bc?.allFields ?? []) + (when?.sales?.allFields ?? [])
  }

  /// Values that a condition asks for; what it leaves out is no coupling.
  private static func wanted(
    _ test: FieldCondition.Test, _ add: (Located<Literal>, String) -> Void
  ) {
    switch test {
    case .equals(let literal): add(literal, "asked for")
    case .anyOf(let tests): for test in tests { wanted(test, add) }
    default: break
    }
  }
}

/// The settings that name write-in products, and the tables where those are.
private struct WriteInSettings {
  struct Place {
    let span: Span
    let tables: Set<String>
  }

  private var places: [String: Place] = [:]

  var isEmpty: Bool { places.isEmpty }
  subscript(_ name: String) -> Place? { places[name] }

  init(_ resolved: ResolvedModel) {
    for variants in resolved.mappings {
      for mapping in variants.all {
        let table = resolved.catalogue[mapping.bcTable]
        for assignment in mapping.origin.document.writeIn?.product ?? [] {
          guard case .variable(let name) = assignment.value.value, places[name] == nil,
            let setting = resolved.model.project.setting(name)
          else { continue }
          let referred = table[assignment.field.value]?.references?.targets.map(\.table.value) ?? []
          let tables = setting.refersTo.isEmpty ? referred : setting.refersTo.map(\.value)
          guard !tables.isEmpty else { continue }
          places[name] = Place(span: assignment.value.span, tables: Set(tables))
        }
      }
    }
  }
}
