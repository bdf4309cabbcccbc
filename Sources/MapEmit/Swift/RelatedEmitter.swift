import MapCheck
import MapLanguage
import MapPlan
import MapRuntime

/// Writes the related records of a mapping.
struct RelatedEmitter {
  let names: EmissionNames
  let mapping: EffectiveMapping
  let direction: Direction

  /// Whether a direction has related records: they are found from the source.
  static func hasRecords(_ mapping: EffectiveMapping, _ direction: Direction) -> Bool {
    !mapping.related.isEmpty && mapping.direction.directions.contains(direction)
  }

  func emit(_ file: inout SwiftFile) {
    file.blank()
    file.comment("The records that are found by value.", isDocumentation: true)
    file.block("public struct Related: RelatedRecords") { file in
      for related in mapping.related {
        file.line("public var \(name(related)): \(names.type(ofTable: related.table))?")
      }
      queries(&file)
      file.blank()
      file.block("public init(reading source: inout some RelatedSource)") { file in
        for (place, related) in mapping.related.enumerated() {
          file.line(
            "\(name(related)) = source.record(\(place), as: \(names.type(ofTable: related.table)).self)"
          )
        }
      }
      file.blank()
      let parameters = mapping.related.map {
        let parameter: SwiftCode = "\(name($0)): \(names.type(ofTable: $0.table))? = nil"
        return parameter
      }
      file.block("public init(\(parameters.joined(", ")))") { file in
        for related in mapping.related { file.line("self.\(name(related)) = \(name(related))") }
      }
    }
  }

  private func name(_ related: EffectiveRelated) -> SwiftName {
    SwiftName.member(ofOption: related.name)
  }

  private func queries(_ file: inout SwiftFile) {
    file.blank()
    file.block("public static var queries: [RelatedQuery]") { file in
      file.line("[")
      file.elements(mapping.related) { query($0, &$1) }
      file.line("]")
    }
  }

  private func query(_ related: EffectiveRelated, _ file: inout SwiftFile) {
    let own = mapping.table(related.side.other)
    let pairs = related.pairs.map { pair -> SwiftCode in
      let theirs = names.checked.catalogue[related.table].fields[pair.theirs].name.value
      let ours = names.checked.catalogue[own].fields[pair.own].name.value
      return "(theirs: \(SwiftText(theirs)), own: \(SwiftText(ours)))"
    }
    file.line("RelatedQuery(")
    file.inside { file in
      file.line("\(SwiftText(related.name)), \(names.type(ofTable: related.table)).table,")
      file.line("[\(pairs.joined(", "))]),")
    }
  }
}
